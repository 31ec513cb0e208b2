package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.chirpmill.settings.WaveformGeneratorSettings.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that nobody knows means something to whoever wrote it: it is refused at every level, by one rule. */
class UnknownKeysTest {
    private static final String COMPRESSED = SettingsTexts.UNIFORM
        + "compression: {whitening: asd.txt, svd: {size: 3, num_training_samples: 9}}\n";

    private static SettingsException refusal(String text) {
        return assertThrows(SettingsException.class, () -> SettingsTexts.read(text));
    }

    private static String changed(String text, String part, String replacement) {
        assertTrue(text.contains(part), part);
        return text.replace(part, replacement.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        num_samples: 10  | num_samples: 10\\ncompresion: None | compresion | compression | 13 | \
        domain, waveform_generator, intrinsic_prior, prior, num_samples, seed, compression, waveform_parameters
        num_samples: 10  | num_samples: 10\\nf_ref: 20 | f_ref | waveform_generator.f_ref | 13 | \
        domain, waveform_generator, intrinsic_prior, prior, num_samples, seed, compression, waveform_parameters
        num_samples: 10  | num_samples: 10\\nnodes: [20, 40] | nodes | domain.nodes | 13 | \
        domain, waveform_generator, intrinsic_prior, prior, num_samples, seed, compression, waveform_parameters
        f_min: 20.0      | f_min: 20.0\\n  deltaf: 1 | domain.deltaf | delta_f | 4 | type, f_min, f_max, delta_f
        f_min: 20.0      | f_min: 20.0\\n  approximant: X | domain.approximant | waveform_generator.approximant | 4 | \
        type, f_min, f_max, delta_f
        f_ref: 20.0      | f_ref: 20.0\\n  spin_conversion_phse: 0 | waveform_generator.spin_conversion_phse | \
        spin_conversion_phase | 9 | approximant, f_ref, f_start, spin_conversion_phase, mode_list, phenomx, accuracy
        f_ref: 20.0      | f_ref: 20.0\\n  PhenomXPrecVersio: 223 | waveform_generator.PhenomXPrecVersio | \
        PhenomXPrecVersion | 9 | approximant, f_ref, f_start, spin_conversion_phase, mode_list, phenomx, accuracy
        f_ref: 20.0      | f_ref: 20.0\\n  phenomx: {prec_version: 223, prec_versoin: 102} | \
        waveform_generator.phenomx.prec_versoin | prec_version | 9 | prec_version, final_spin_mod
        f_ref: 20.0      | f_ref: 20.0\\n  waveform_arguments: {PhenomXPrecVersio: 320} | \
        waveform_generator.waveform_arguments.PhenomXPrecVersio | PhenomXPrecVersion | 9 | \
        ModeArray, mode_array, PhenomXPrecVersion, PhenomXPFinalSpinMod
        whitening: asd   | whitenning: other, whitening: asd | compression.whitenning | whitening | 13 | \
        svd, whitening, phase_heterodyning
        size: 3          | size: 3, num_training_sample: 3 | compression.svd.num_training_sample | \
        num_training_samples | 13 | size, num_training_samples, num_validation_samples, file, sampling
        """)
    void aMisspeltKeyIsRefusedAtEveryLevelWithTheNearestThatIsKnown(
            String part, String replacement, String key, String near, int line, String known) {
        assertEquals(key + " is not a key that Chirpmill knows (did you mean " + near + "?): known here are " + known
            + " (a.yaml, line " + line + ").", refusal(changed(COMPRESSED, part, replacement)).getMessage());
    }

    @Test
    void aMisspeltKeyOfABaseDomainIsRefused() {
        assertEquals("domain.base_domain.f_mn is not a key that Chirpmill knows (did you mean f_min?): known here are "
            + "type, f_min, f_max, delta_f (a.yaml, line 7).",
            refusal(changed(SettingsTexts.MULTIBANDED, "    f_min: 10.0", "    f_mn: 5\\n    f_min: 10.0"))
                .getMessage());
    }

    /** They stand for other physics than there is here, whoever may know them. */
    @ParameterizedTest
    @ValueSource(strings = {"LISA: true", "LISA: false", "extra_kwargs: {lmax_nyquist: 3}", "lal_params: {A: 1}",
        "f_lower: 15", "modes: [[2, 2]]"})
    void aKeyThatNobodyKnowsIsRefusedWhateverItsValue(String entry) {
        String key = "waveform_generator." + entry.split(":")[0];
        assertTrue(refusal(changed(SettingsTexts.UNIFORM, "f_ref: 20.0", "f_ref: 20.0\\n  " + entry)).getMessage()
            .startsWith(key + " is not a key that Chirpmill knows"));
    }

    @Test
    void whereUnknownKeysAreIgnoredEachIsWarnedOf() {
        DatasetSettings settings = SettingsTexts.readLeniently(changed(changed(COMPRESSED, "f_min: 20.0",
            "f_min: 20.0\\n  deltaf: 1"), "size: 3", "size: 3, sise: 4") + "compresion: None\n");
        assertEquals(List.of(
            "domain.deltaf is not a key that Chirpmill knows and is ignored (a.yaml, line 4).",
            "compression.svd.sise is not a key that Chirpmill knows and is ignored (a.yaml, line 14).",
            "compresion is not a key that Chirpmill knows and is ignored (a.yaml, line 15)."), settings.warnings());
        assertEquals(UnknownKeys.IGNORED, settings.unknownKeys());
        assertEquals(settings.warnings(), settings.reread(settings.tree()).warnings());
    }

    @Test
    void storedSettingsAreReadWithWhateverTheyHold() {
        String stored = "{'domain': {'type': 'FD', 'f_min': 20.0, 'f_max': 64.0, 'delta_f': 1.0, 'window': 3}, "
            + "'waveform_generator': {'approximant': 'IMRPhenomXPHM', 'f_ref': 20.0, 'PhenomXPrecVersion': 102, "
            + "'PhenomXPFinalSpinMod': 2, 'ModeArray': 'all', 'LISA': True}, 'seed': 'today', 'note': 1}";
        DatasetSettings settings = DatasetSettings.of(SettingsTree.ofPythonLiteral(stored, "d.hdf5"));
        // Whoever made these data took no notice of it, be it dingo-gw or an earlier Chirpmill.
        assertEquals(OptionalInt.empty(), settings.waveformGenerator().precessionVersion());
        assertEquals(List.of(), settings.waveformGenerator().modes());
        assertTrue(settings.seed().isEmpty());
        assertEquals(List.of("domain.window", "waveform_generator.PhenomXPrecVersion",
            "waveform_generator.PhenomXPFinalSpinMod", "waveform_generator.ModeArray", "waveform_generator.LISA",
            "note"), settings.warnings().stream().map(warning -> warning.split(" ")[0]).toList());
        assertEquals(stored, settings.tree().toPythonLiteral());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        new_interface: true                | chooses between interfaces of LALSimulation and is ignored
        use_dft_phase_decomposition: false | chooses how dingo-gw takes waveforms apart by m and is ignored
        lmax_nyquist: 3                    | is an option of SEOBNRv5 models and is ignored
        PhenomXPHMThresholdMband: 0        | tells how coarsely LALSimulation interpolates and is ignored: accuracy \
        tells how exactly waveforms are evaluated here
        PhenomXPExpansionOrder: 5          | is LALSimulation's default here and changes nothing
        enable_antisymmetric_modes: false  | is LALSimulation's default here and changes nothing
        """)
    void keysOfOthersThatChangeNothingGetOneLine(String entry, String reason) {
        DatasetSettings settings =
            SettingsTexts.changed(SettingsTexts.UNIFORM, "f_ref: 20.0", "f_ref: 20.0\n  " + entry);
        assertEquals(List.of("waveform_generator." + entry.split(":")[0] + " " + reason + " (a.yaml, line 9)."),
            settings.warnings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PhenomXPExpansionOrder: 4        | 4 but must be 5
        PhenomXHMReleaseVersion: 122019  | 122019 but must be 122022
        PhenomXAntisymmetricWaveform: 1  | 1 but must be 0
        PNPhaseOrder: 6                  | 6 but must be -1
        enable_antisymmetric_modes: true | True but must be False
        """)
    void anOptionOfLalSimulationThatChangesItsModelsIsRefused(String entry, String what) {
        String key = "waveform_generator." + entry.split(":")[0];
        assertEquals(key + " is " + what + ", LALSimulation's default, since Chirpmill has nothing else (a.yaml, line "
            + "9).", refusal(changed(SettingsTexts.UNIFORM, "f_ref: 20.0", "f_ref: 20.0\\n  " + entry)).getMessage());
    }

    /** dingo-waveform writes all keys of all its domains, with null where they do not belong. */
    @Test
    void nothingIsSaidOfAKeyOfOthersWithoutAValue() {
        DatasetSettings settings = SettingsTexts.read("""
            domain: {type: FD, f_min: 20, f_max: 64, delta_f: 1, delta_t: null, window_factor: null, nodes: null,
                     time_duration: null, sampling_rate: null, delta_f_initial: null, base_delta_f: None}
            waveform_generator: {approximant: IMRPhenomD, f_ref: 20, lal_params: null, transform: null, mode_list: null}
            """);
        assertEquals(List.of(), settings.warnings());
    }

    @Test
    void aMultibandedDomainMaySayItsEndsAndHowItsBandsWereFound() {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.MULTIBANDED, "  delta_f_initial: 0.5",
            "  delta_f_initial: 0.5\n  f_min: 16.0\n  multibanding_method: adaptive");
        assertEquals(List.of(
            "domain.f_min follows from the nodes and is ignored (a.yaml, line 5).",
            "domain.multibanding_method tells how dingo's BNS branch searches for bands and is ignored: nodes and "
                + "delta_f_initial are taken as they are (a.yaml, line 6)."), settings.warnings());
    }

    @Test
    void heterodyningAtFixedParametersIsSaidToBeDingosAndNotThereWhateverIsAllowed() {
        String text = SettingsTexts.UNIFORM
            + "compression: {phase_heterodyning: {order: 0, fixed_parameters: {chirp_mass: 1.2}}}\n";
        String sentence = "compression.phase_heterodyning.fixed_parameters is dingo-gw's for one chirp mass in place "
            + "of each waveform's own and not there: Chirpmill heterodynes each row at its own parameters (a.yaml, "
            + "line 13).";
        assertEquals(sentence, refusal(text).getMessage());
        assertEquals(sentence, assertThrows(SettingsException.class, () -> SettingsTexts.readLeniently(text))
            .getMessage());
        assertTrue(SettingsTexts.changed(text, "{order: 0, fixed_parameters: {chirp_mass: 1.2}}", "null")
            .compression().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode_list", "ModeArray", "mode_array"})
    void modesAreUnderstoodInLalSimulationsSpelling(String key) {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.UNIFORM, "f_ref: 20.0",
            "f_ref: 20.0\n  " + key + ": [[2, 2], [3, -3]]");
        assertEquals(List.of(new Mode(2, 2), new Mode(3, -3)), settings.waveformGenerator().modes());
        assertEquals(List.of(), settings.warnings());
        // dingo-gw takes no other key for it.
        assertEquals("{'approximant': 'IMRPhenomD', 'f_ref': 20.0, 'mode_list': [[2, 2], [3, -3]]}",
            PythonLiteral.of(settings.forDataset().get("waveform_generator")));
        assertEquals(OptionalInt.of(9), settings.tree().line("waveform_generator.mode_list"));
    }

    @ParameterizedTest
    @CsvSource({"223, 223", "300, 223", "102, 102", "320, 320", "321, 320"})
    void thePrecessionIsUnderstoodInLalSimulationsSpelling(int written, int taken) {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.UNIFORM, "f_ref: 20.0",
            "f_ref: 20.0\n  PhenomXPrecVersion: " + written);
        assertEquals(OptionalInt.of(taken), settings.waveformGenerator().precessionVersion());
        assertEquals(Map.of("prec_version", (long) taken),
            settings.forDataset().get("waveform_generator.phenomx"));
        assertEquals(taken == 223 ? List.of() : List.of("waveform_generator.PhenomXPrecVersion chooses the angles "
            + "of these rows; dingo-gw passes over it, and waveforms that it makes itself, to weight samples or to "
            + "inject, have LALSimulation's default angles (a.yaml, line 9)."), settings.warnings());
        DatasetSettings again = DatasetSettings.of(
            SettingsTree.ofPythonLiteral(settings.forDataset().toPythonLiteral(), "d.hdf5"));
        assertEquals(settings.waveformGenerator(), again.waveformGenerator());
        assertEquals(List.of(), again.warnings());
    }

    /** As LALSimulation's, dingo's and bilby's users write them. */
    @ParameterizedTest
    @ValueSource(strings = {"phenomx: {prec_version: 320, final_spin_mod: 2}",
        "PhenomXPrecVersion: 320\n  PhenomXPFinalSpinMod: 2",
        "phenomx: {prec_version: 320}\n  PhenomXPFinalSpinMod: 2.0",
        "waveform_arguments: {PhenomXPrecVersion: 320, PhenomXPFinalSpinMod: 2}",
        "PhenomXPrecVersion: 320\n  waveform_arguments: {PhenomXPFinalSpinMod: 2}"})
    void angleAndFinalSpinAreUnderstoodInEverySpellingAndStoredInOne(String entry) {
        DatasetSettings settings =
            SettingsTexts.changed(SettingsTexts.UNIFORM, "f_ref: 20.0", "f_ref: 20.0\n  " + entry);
        assertEquals(OptionalInt.of(320), settings.waveformGenerator().precessionVersion());
        assertEquals(OptionalInt.of(2), settings.waveformGenerator().finalSpinModification());
        assertEquals("IMRPhenomD (SpinTaylor angles)", settings.waveformGenerator().modelInWords());
        assertEquals("{'approximant': 'IMRPhenomD', 'f_ref': 20.0, 'phenomx': {'prec_version': 320, 'final_spin_mod': "
            + "2}}", PythonLiteral.of(settings.forDataset().get("waveform_generator")));
        assertEquals(1, settings.warnings().size());
    }

    @Test
    void modesAreUnderstoodBelowTheArgumentsOfBilby() {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.UNIFORM, "f_ref: 20.0",
            "f_ref: 20.0\n  waveform_arguments: {mode_array: [[2, 2]], PhenomXPHMThresholdMband: 0}");
        assertEquals(List.of(new Mode(2, 2)), settings.waveformGenerator().modes());
        assertEquals(List.of("waveform_generator.waveform_arguments.PhenomXPHMThresholdMband tells how coarsely "
            + "LALSimulation interpolates and is ignored: accuracy tells how exactly waveforms are evaluated here "
            + "(a.yaml, line 9)."), settings.warnings());
    }

    @Test
    void argumentsOfBilbyThatADatasetHoldsAreWarnedOf() {
        DatasetSettings settings = DatasetSettings.of(SettingsTree.ofPythonLiteral("{'domain': {'type': 'FD', 'f_min': "
            + "20.0, 'f_max': 64.0, 'delta_f': 1.0}, 'waveform_generator': {'approximant': 'IMRPhenomXPHM', 'f_ref': "
            + "20.0, 'waveform_arguments': {'PhenomXPrecVersion': 320}}}", "d.hdf5"));
        assertEquals(OptionalInt.empty(), settings.waveformGenerator().precessionVersion());
        assertEquals(List.of("waveform_generator.waveform_arguments is not a key that Chirpmill knows and is ignored "
            + "(d.hdf5)."), settings.warnings());
    }

    @Test
    void anglesThatAreNotThereAreRefusedInEverySpelling() {
        String only = " is 311 but must be 223 (two-spin MSA angles, LALSimulation's default), 320 or 321 (SpinTaylor "
            + "angles, integrated numerically) or 102 (single-spin NNLO angles): there are no other angles here "
            + "(a.yaml, line 9).";
        assertEquals("waveform_generator.PhenomXPrecVersion" + only, refusal(changed(SettingsTexts.UNIFORM,
            "f_ref: 20.0", "f_ref: 20.0\\n  PhenomXPrecVersion: 311")).getMessage());
        assertEquals("waveform_generator.phenomx.prec_version" + only, refusal(changed(SettingsTexts.UNIFORM,
            "f_ref: 20.0", "f_ref: 20.0\\n  phenomx: {prec_version: 311}")).getMessage());
        assertEquals("waveform_generator.waveform_arguments.PhenomXPrecVersion" + only, refusal(changed(
            SettingsTexts.UNIFORM, "f_ref: 20.0", "f_ref: 20.0\\n  waveform_arguments: {PhenomXPrecVersion: 311}"))
            .getMessage());
        assertEquals("waveform_generator.phenomx.prec_version is missing and must be"
            + only.substring(only.indexOf(" 223")), refusal(changed(SettingsTexts.UNIFORM,
            "f_ref: 20.0", "f_ref: 20.0\\n  phenomx: {}")).getMessage());
    }

    @Test
    void theAnglesOfIMRPhenomXPNRAreHadByItsName() {
        assertEquals("waveform_generator.PhenomXPrecVersion is 330, the angles of IMRPhenomXPNR: take that "
            + "approximant, which has them without any option (a.yaml, line 9).", refusal(changed(SettingsTexts.UNIFORM,
            "f_ref: 20.0", "f_ref: 20.0\\n  PhenomXPrecVersion: 330")).getMessage());
    }

    @Test
    void finalSpinsThatAreNotThereAreRefused() {
        assertEquals("waveform_generator.phenomx.final_spin_mod is 7 but must be 2 beside prec_version 320 (SpinTaylor "
            + "angles), 3 or 4, LALSimulation's default, beside 223, or left out: there are no other final spins here "
            + "(a.yaml, line 9).", refusal(changed(SettingsTexts.UNIFORM,
            "f_ref: 20.0", "f_ref: 20.0\\n  phenomx: {final_spin_mod: 7}")).getMessage());
    }

    /** What LALSimulation sets by default depends on the approximant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        IMRPhenomXPHM | PhenomXPNRUseTunedAngles     | 0      | 1
        IMRPhenomXPNR | PhenomXPNRUseTunedAngles     | 1      | 0
        IMRPhenomXO4a | PhenomXAntisymmetricWaveform | 1      | 0
        IMRPhenomXPNR | PhenomXHMReleaseVersion      | 122022 | 122019
        IMRPhenomXO4a | PhenomXHMReleaseVersion      | 122019 | 122022
        """)
    void anOptionMayBeGivenAsTheApproximantHasIt(String approximant, String option, int only, int other) {
        String text = changed(SettingsTexts.UNIFORM, "IMRPhenomD", approximant);
        assertEquals(List.of("waveform_generator." + option + " is LALSimulation's default here and changes nothing "
            + "(a.yaml, line 9)."),
            SettingsTexts.changed(text, "f_ref: 20.0", "f_ref: 20.0\n  " + option + ": " + only).warnings());
        assertEquals("waveform_generator." + option + " is " + other + " but must be " + only + ", LALSimulation's "
            + "default, since Chirpmill has nothing else (a.yaml, line 9).",
            refusal(changed(text, "f_ref: 20.0", "f_ref: 20.0\\n  " + option + ": " + other)).getMessage());
    }

    @Test
    void twoSpellingsOfOneThingAreRefused() {
        assertEquals("waveform_generator.ModeArray means what waveform_generator.mode_list does, and both are given, "
            + "but only one of them is allowed (a.yaml, line 9).", refusal(changed(SettingsTexts.UNIFORM,
            "f_ref: 20.0", "mode_list: [[2, 2]]\\n  ModeArray: [[2, 2]]\\n  f_ref: 20.0")).getMessage());
        assertEquals("waveform_generator.waveform_arguments.PhenomXPrecVersion means what "
            + "waveform_generator.phenomx.prec_version does, and both are given, but only one of them is allowed "
            + "(a.yaml, line 10).", refusal(changed(SettingsTexts.UNIFORM, "f_ref: 20.0", "f_ref: 20.0\\n  phenomx: "
            + "{prec_version: 320}\\n  waveform_arguments: {PhenomXPrecVersion: 320}")).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-3, -3", "9223372036854775807, 9223372036854775807", "1e3, 1000"})
    void aSeedIsAWholeNumber(String written, long seed) {
        assertEquals(seed, SettingsTexts.read(SettingsTexts.UNIFORM + "seed: " + written + "\n").seed().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "today", "[1]", "true"})
    void anythingElseIsNoSeed(String written) {
        assertTrue(refusal(SettingsTexts.UNIFORM + "seed: " + written + "\n").getMessage()
            .contains("but must be a whole number that fits 64 bits (a.yaml, line 13)."));
    }
}
