package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.chirpmill.settings.WaveformGeneratorSettings.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetSettingsTest {
    @Test
    void everyKeyOfAUniformDatasetIsRead() {
        DatasetSettings settings = SettingsTexts.read("""
            domain: {type: UniformFrequencyDomain, f_min: 25, f_max: 256.0, delta_f: 0.5}
            waveform_generator:
              approximant: IMRPhenomXPHM
              f_ref: 50
              f_start: 15.0
              spin_conversion_phase: 0.25
              mode_list: [[2, 2], [3, -3]]
              phenomx: {prec_version: 102, final_spin_mod: 0}
              accuracy: fast(1e-5)
            intrinsic_prior:
              phase: default
              mass_1: bilby.core.prior.Constraint(minimum=5, maximum=90)
              luminosity_distance: 100
              geocent_time: 0.0
            num_samples: 5_000_000
            compression:
              whitening: aLIGO.txt
              svd: {size: 200, num_training_samples: 50000, num_validation_samples: 10000}
            waveform_parameters: {mass_1: 30, phase: 0.5}
            """);
        assertEquals(new DomainSettings.Uniform(25, 256, 0.5), settings.domain());
        assertEquals(new WaveformGeneratorSettings("IMRPhenomXPHM", 50, OptionalDouble.of(15), OptionalDouble.of(0.25),
            List.of(new Mode(2, 2), new Mode(3, -3)), OptionalInt.of(102), OptionalInt.of(0),
            Optional.of("fast(1e-5)")), settings.waveformGenerator());
        assertEquals(List.of("phase", "mass_1", "luminosity_distance", "geocent_time"),
            List.copyOf(settings.prior().keySet()));
        assertEquals(new PriorEntry("default", OptionalInt.of(11)), settings.prior().get("phase"));
        assertEquals(new PriorEntry(100L, OptionalInt.of(13)), settings.prior().get("luminosity_distance"));
        assertEquals(new PriorEntry(0.0, OptionalInt.of(14)), settings.prior().get("geocent_time"));
        assertEquals(OptionalLong.of(5_000_000), settings.numSamples());
        assertEquals(Optional.of(new CompressionSettings(
            Optional.of(new CompressionSettings.Svd(OptionalLong.of(200), OptionalLong.of(50_000), 10_000,
                Optional.empty(), Optional.empty())),
            Optional.of("aLIGO.txt"), OptionalInt.empty())), settings.compression());
        assertEquals(Map.of("mass_1", 30.0, "phase", 0.5), settings.waveformParameters());
        assertEquals(List.of("waveform_generator.phenomx.prec_version"),
            settings.warnings().stream().map(warning -> warning.split(" ")[0]).toList());
    }

    @Test
    void whatMayBeAbsentIsEmpty() {
        DatasetSettings settings = SettingsTexts.read(SettingsTexts.MULTIBANDED);
        assertEquals(OptionalDouble.empty(), settings.waveformGenerator().startFrequency());
        assertEquals(OptionalDouble.empty(), settings.waveformGenerator().spinConversionPhase());
        assertEquals(List.of(), settings.waveformGenerator().modes());
        assertEquals(Optional.empty(), settings.waveformGenerator().accuracy());
        assertEquals(Map.of(), settings.prior());
        assertEquals(OptionalLong.empty(), settings.numSamples());
        assertEquals(Optional.empty(), settings.compression());
        assertEquals(Map.of(), settings.waveformParameters());
        assertEquals(42, settings.numSamplesOr(OptionalLong.of(42), "rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FD", "FrequencyDomain", "UniformFrequencyDomain",
        "dingo_waveform.domains.UniformFrequencyDomain"})
    void everyNameOfTheUniformDomainIsKnown(String name) {
        DatasetSettings settings =
            SettingsTexts.changed(SettingsTexts.UNIFORM, "UniformFrequencyDomain", name);
        assertEquals(new DomainSettings.Uniform(20, 512, 0.25), settings.domain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MFD", "MultibandedFrequencyDomain"})
    void everyNameOfTheMultibandedDomainIsKnown(String name) {
        DatasetSettings settings =
            SettingsTexts.changed(SettingsTexts.MULTIBANDED, "MultibandedFrequencyDomain", name);
        assertEquals(new DomainSettings.Multibanded(List.of(16.0, 40.0, 96.0, 600.0), 0.5,
            new DomainSettings.Uniform(10, 600, 0.125)), settings.domain());
    }

    @Test
    void aBaseSpacingAloneSpansTheNodes() {
        DatasetSettings settings = SettingsTexts.read("""
            domain: {type: MFD, nodes: [20, 36.0, 100.1], delta_f_initial: 0.25, base_delta_f: 0.125}
            waveform_generator: {approximant: IMRPhenomD, f_ref: 20}
            """);
        assertEquals(new DomainSettings.Multibanded(List.of(20.0, 36.0, 100.1), 0.25,
            new DomainSettings.Uniform(20, 100.125, 0.125)), settings.domain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "compression:", "compression: null", "compression: ~", "compression: None",
        "compression: none", "compression: {}", "compression: {svd: null, whitening: None}"})
    void everyWayOfAskingForNoCompressionMeansNone(String line) {
        DatasetSettings settings = SettingsTexts.read(SettingsTexts.UNIFORM + line);
        assertEquals(Optional.empty(), settings.compression());
        assertDoesNotThrow(settings::requireGeneratable);
    }

    @Test
    void aBasisFromAFileNeedsNoSizes() {
        DatasetSettings settings = SettingsTexts.read(SettingsTexts.UNIFORM + "compression: {svd: {file: b.hdf5}}\n");
        assertEquals(Optional.of(new CompressionSettings.Svd(OptionalLong.empty(), OptionalLong.empty(), 0,
            Optional.of("b.hdf5"), Optional.empty())), settings.compression().orElseThrow().svd());
    }

    @ParameterizedTest
    @CsvSource({"off, off", "false, off", "None, ", "0.01, 0.01", "1, 1"})
    void samplingIsOffOrHasAToleranceOrIsNotSpokenOf(String written, String meant) {
        DatasetSettings settings = SettingsTexts.read(
            SettingsTexts.UNIFORM + "compression: {svd: {file: b.hdf5, sampling: " + written + "}}\n");
        assertEquals(Optional.ofNullable(meant).map(Sampling::of),
            settings.compression().orElseThrow().svd().orElseThrow().sampling());
    }

    /** dingo-gw's default is order 0, and what it stores is what is written. */
    @Test
    void heterodyningWithoutAnOrderIsOfOrderZero() {
        DatasetSettings settings =
            SettingsTexts.read(SettingsTexts.UNIFORM + "compression: {phase_heterodyning: {}, whitening: None}\n");
        assertEquals(OptionalInt.of(0), settings.compression().orElseThrow().heterodyning());
        assertEquals(Map.of("phase_heterodyning", Map.of()), settings.forDataset().root().get("compression"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "None", "~", ""})
    void aSpinConversionPhaseOfNothingIsEachSourcesOwn(String nothing) {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.UNIFORM, "f_ref: 20.0",
            "f_ref: 20.0\n  spin_conversion_phase: " + nothing);
        assertEquals(OptionalDouble.empty(), settings.waveformGenerator().spinConversionPhase());
        assertEquals("{'approximant': 'IMRPhenomD', 'f_ref': 20.0, 'spin_conversion_phase': None}",
            PythonLiteral.of(settings.tree().get("waveform_generator")));
    }

    @Test
    void theDingoWaveformNameOfThePriorIsKnown() {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.UNIFORM, "intrinsic_prior", "prior");
        assertEquals("prior", settings.priorKey());
        assertEquals(0.8, settings.prior().get("mass_ratio").value());
        assertEquals("intrinsic_prior", SettingsTexts.read(SettingsTexts.UNIFORM).priorKey());
    }

    @Test
    void numbersThatPyYamlTakesForTextAreNumbers() {
        DatasetSettings settings = SettingsTexts.read("""
            domain: {type: FD, f_min: 2e1, f_max: 1_024, delta_f: 125e-3}
            waveform_generator: {approximant: IMRPhenomD, f_ref: '20', spin_conversion_phase: -1E-3}
            num_samples: 1e4
            waveform_parameters: {mass_1: 3e1}
            """);
        assertEquals(new DomainSettings.Uniform(20, 1024, 0.125), settings.domain());
        assertEquals(OptionalLong.of(10_000), settings.numSamples());
        assertEquals("{'domain': {'type': 'FD', 'f_min': 20.0, 'f_max': 1024, 'delta_f': 0.125}, "
            + "'waveform_generator': {'approximant': 'IMRPhenomD', 'f_ref': 20.0, 'spin_conversion_phase': -0.001}, "
            + "'num_samples': 10000, 'waveform_parameters': {'mass_1': 30.0}}", settings.tree().toPythonLiteral());
    }

    @Test
    void whatIsIgnoredIsNamedInAWarning() {
        DatasetSettings settings = SettingsTexts.read("""
            domain: {type: FD, f_min: 20, f_max: 64, delta_f: 1, window_factor: 0.9}
            waveform_generator:
              approximant: IMRPhenomD
              f_ref: 20
              f_start: 30
              new_interface: true
              lal_params: null
            svd:
              n_components: 50
            num_samples: 3
            """);
        assertEquals(List.of(
            "domain.window_factor scales the noise of earlier dingo releases, not waveforms, and is ignored "
                + "(a.yaml, line 1).",
            "waveform_generator.new_interface chooses between interfaces of LALSimulation and is ignored "
                + "(a.yaml, line 6).",
            "waveform_generator.f_start = 30.0 lies above domain.f_min = 20.0, and waveforms are zero between the two, "
                + "while dingo-gw's begin at 0.8 to 0.95 of f_start, lower above 100 solar masses "
                + "(a.yaml, line 5).",
            "svd at the top level is a block of dingo-waveform's SVD examples and is ignored: compression is described "
                + "under compression.svd (a.yaml, line 8)."), settings.warnings());
    }

    @Test
    void aMultibandedDomainThatIsNotWhatItSeemsIsWarnedOf() {
        DatasetSettings settings = SettingsTexts.read("""
            domain:
              type: MFD
              nodes: [20.0, 33.3, 50.0, 100.0]
              delta_f_initial: 0.25
              base_domain: {type: FD, f_min: 25.0, f_max: 128.0, delta_f: 0.125}
            waveform_generator: {approximant: IMRPhenomD, f_ref: 20, f_start: 22}
            """);
        String consequence = " so that later bins shift down and dingo-gw cannot bring measured data onto this domain "
            + "(a.yaml, line 3).";
        assertEquals(List.of(
            "domain.nodes starts at 20.0 Hz, below domain.base_domain.f_min = 25.0 Hz, and the bands follow the nodes "
                + "(a.yaml, line 3).",
            "The band from 20.0 to 33.3 Hz in domain.nodes is no whole number of bins of 0.25 Hz," + consequence,
            "The band from 33.3 to 50.0 Hz in domain.nodes is no whole number of bins of 0.5 Hz," + consequence,
            "waveform_generator.f_start = 22.0 is ignored on a MultibandedFrequencyDomain, which starts at its first "
                + "node (a.yaml, line 6)."), settings.warnings());
    }

    @Test
    void aJsonFileIsReadToo(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), """
            {
            \t"domain": {"type": "FD", "f_min": 20.0, "f_max": 64.0, "delta_f": 2.5e-1},
            \t"waveform_generator": {"approximant": "IMRPhenomD", "f_ref": 20.0, "spin_conversion_phase": null},
            \t"prior": {"chirp_mass": "Uniform(minimum=20.0, maximum=60.0)"},
            \t"num_samples": 7
            }
            """);
        DatasetSettings settings = DatasetSettings.read(file);
        assertEquals(new DomainSettings.Uniform(20, 64, 0.25), settings.domain());
        assertEquals(new PriorEntry("Uniform(minimum=20.0, maximum=60.0)", OptionalInt.of(4)),
            settings.prior().get("chirp_mass"));
        assertEquals(OptionalLong.of(7), settings.numSamples());
    }

    @Test
    void settingsOfAnExistingDatasetAreReadFromTheirLiteral() {
        DatasetSettings settings = DatasetSettings.of(SettingsTree.ofPythonLiteral(
            "{'domain': {'type': 'FD', 'f_min': 20.0, 'f_max': 64.0, 'delta_f': 0.25}, 'waveform_generator': "
                + "{'approximant': 'TaylorF2', 'f_ref': 20.0, 'mode_list': [(2, 2)]}, 'num_samples': 3}", "d.hdf5"));
        assertEquals(List.of(new Mode(2, 2)), settings.waveformGenerator().modes());
        assertInstanceOf(DomainSettings.Uniform.class, settings.domain());
        assertEquals("num_samples looks odd (d.hdf5).", settings.tree().refusal("num_samples", "num_samples looks odd")
            .getMessage());
    }
}
