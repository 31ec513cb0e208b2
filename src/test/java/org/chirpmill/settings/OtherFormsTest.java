package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not settings of a dataset are told what they are, and nothing of what they lack. */
class OtherFormsTest {
    @Test
    void hydrasObjectsAreRecognizedWhereverTheyStand() {
        String names = " names a Python object, as Hydra's form does: leave it out and write dingo-gw's form, such as "
            + "chirp_mass: Uniform(minimum=20.0, maximum=40.0) (a.yaml, line ";
        assertEquals(List.of("intrinsic_prior._target_" + names + "10)."), SettingsTexts.refusals(
            SettingsTexts.UNIFORM.replace(
                "intrinsic_prior:\n", "intrinsic_prior:\n  _target_: bilby.gw.prior.BBHPriorDict\n")));
        assertEquals(List.of("domain._target_" + names + "2)."),
            SettingsTexts.refusals(SettingsTexts.UNIFORM.replace("type: ", "_target_: dingo.gw.domains.")));
        assertEquals(List.of("intrinsic_prior.chirp_mass._target_" + names + "10)."), SettingsTexts.refusals(
            SettingsTexts.UNIFORM.replace("Uniform(minimum=20.0, maximum=60.0)", "{_target_: Uniform, minimum: 20}")));
    }

    @Test
    void hydrasListOfFilesIsRecognized() {
        assertEquals(List.of("defaults belongs to Hydra, which puts settings together of several files: give what they "
            + "come to, with domain, waveform_generator, intrinsic_prior and num_samples (a.yaml, line 1)."),
            SettingsTexts.refusals("defaults:\n  - domain: uniform\n  - _self_\nnum_samples: 3\n"));
    }

    /** dingo's own example of September 2021, shortened. */
    @Test
    void dingosFormOf2021IsRecognized() {
        assertEquals(List.of(
            "domain_settings belongs to dingo's form of 2021: write domain, with type, f_min, f_max and delta_f in one "
                + "mapping, in place of name and kwargs (a.yaml, line 1).",
            "waveform_generator_settings belongs to dingo's form of 2021: write waveform_generator, with approximant "
                + "and f_ref (a.yaml, line 4).",
            "prior_settings belongs to dingo's form of 2021: write intrinsic_prior, with texts such as "
                + "Uniform(minimum=10.0, maximum=80.0) in place of lists such as [Uniform, 10, 80] (a.yaml, line 7)."),
            SettingsTexts.refusals("""
            domain_settings:
              name: UniformFrequencyDomain
              kwargs: {f_min: 10.0, f_max: 1024.0, delta_f: 1.0/8.0, window_factor: 1.0}
            waveform_generator_settings:
              approximant: SEOBNRv4PHM
              f_ref: 20.0
            prior_settings:
              intrinsic_parameters:
                mass_1: [Uniform, 10, 80]
                phase: default
            """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        data: {train_fraction: 0.95} | training: {a: b} | data belongs to settings of a training
        model: {a: b} | training: {stage_0: {}} | training belongs to settings of a training
        dataset_settings: {f_s: 4096, T: 8.0} | | dataset_settings belongs to settings of a noise (ASD) dataset
        parameterization_settings: {sigma: 0.14} | | parameterization_settings belongs to settings of a noise (ASD) \
        dataset
        """)
    void settingsForOtherStepsAreRecognized(String first, String second, String beginning) {
        List<String> sentences = SettingsTexts.refusals(first + "\n" + (second == null ? "" : second + "\n"));
        assertEquals(1, sentences.size(), sentences::toString);
        assertTrue(sentences.getFirst().startsWith(beginning), sentences::toString);
        assertTrue(sentences.getFirst().length() <= 200, sentences::toString);
    }

    @Test
    void aKeyOfAnotherFormInWholeSettingsIsUnknownLikeAnyOther() {
        assertTrue(SettingsTexts.refusals(SettingsTexts.UNIFORM + "data: {a: 1}\n").getFirst()
            .startsWith("data is not a key that Chirpmill knows"));
    }

    @Test
    void iniFilesAndPriorFilesAreRecognized(@TempDir Path folder) throws Exception {
        Path ini = Files.writeString(folder.resolve("GW150914.ini"), """
            ################################
            ##  Job submission arguments
            ################################

            local = True
            sampling-requirements = [TARGET.CUDAGlobalMemoryMb>40000]
            model = training/model_latest.pt
            prior-dict-updates = {
            luminosity_distance = bilby.gw.prior.UniformComovingVolume(minimum=100, maximum=2000)
            }
            channel-dict = {H1:GWOSC, L1:GWOSC}
            """);
        assertEquals(ini + " is an ini file, as dingo_pipe and bilby_pipe read it: the settings of a waveform dataset "
            + "are wanted here, in YAML, with domain, waveform_generator, intrinsic_prior and num_samples.",
            assertThrows(SettingsException.class, () -> DatasetSettings.read(ini)).getMessage());
        Path prior = Files.writeString(folder.resolve("bbh.prior"), """
            # These are the default priors
            mass_ratio = bilby.gw.prior.UniformInComponentsMassRatio(name='mass_ratio', minimum=0.125, maximum=1)
            luminosity_distance = UniformSourceFrame(name='d', minimum=1e2, maximum=5e3) # Mpc
            dec = Cosine(name='dec')
            """);
        assertEquals(prior + " is a prior file of bilby's: name it as intrinsic_prior in a settings file, beside "
            + "domain, waveform_generator and num_samples.",
            assertThrows(SettingsException.class, () -> DatasetSettings.read(prior)).getMessage());
        Path broken = Files.writeString(folder.resolve("a.yaml"), "domain: {type: FD\nwaveform_generator: 3\n");
        assertTrue(assertThrows(SettingsException.class, () -> DatasetSettings.read(broken)).getMessage()
            .startsWith("The settings are not valid YAML"));
    }
}
