package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Each expected domain was given to dingo-gw 0.10.3's {@code build_domain}, which takes it. */
class DatasetFormTest {
    @Test
    void aUniformDomainKeepsWhatDingoKnowsAsItWasWritten() {
        DatasetSettings settings = SettingsTexts.readLeniently("""
            waveform_generator: {approximant: IMRPhenomD, f_ref: 20, note: kept}
            prior: {chirp_mass: 30, phase: default}
            domain: {delta_f: 25e-2, type: dingo_waveform.domains.FrequencyDomain, f_min: 20, f_max: 64, delta_t: null}
            compression: None
            """);
        assertEquals("{'waveform_generator': {'approximant': 'IMRPhenomD', 'f_ref': 20, 'note': 'kept'}, "
            + "'intrinsic_prior': {'chirp_mass': 30, 'phase': 'default'}, "
            + "'domain': {'delta_f': 0.25, 'type': 'FrequencyDomain', 'f_min': 20, 'f_max': 64}, "
            + "'compression': 'None'}", settings.forDataset().toPythonLiteral());
    }

    @Test
    void aBaseSpacingBecomesABaseDomain() {
        DatasetSettings settings = SettingsTexts.read("""
            domain:
              type: MultibandedFrequencyDomain
              f_min: 20.0
              f_max: 1024.0
              base_delta_f: 0.0625
              nodes: [20.0, 26.0, 34.0, 46.0, 62.0, 78.0, 1038.0]
              delta_f_initial: 0.0625
            waveform_generator: {approximant: IMRPhenomXPHM, f_ref: 20.0}
            """);
        assertEquals("{'type': 'MultibandedFrequencyDomain', 'base_domain': {'type': 'UniformFrequencyDomain', "
            + "'f_min': 20.0, 'f_max': 1038.0, 'delta_f': 0.0625}, "
            + "'nodes': [20.0, 26.0, 34.0, 46.0, 62.0, 78.0, 1038.0], 'delta_f_initial': 0.0625}",
            PythonLiteral.of(settings.forDataset().get("domain")));
    }

    @Test
    void aBaseDomainLosesWhatDingoDoesNotTake() {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.MULTIBANDED, "    f_min: 10.0",
            "    window_factor: 1.0\n    f_min: 10.0");
        assertEquals("{'type': 'MultibandedFrequencyDomain', 'nodes': [16.0, 40.0, 96.0, 600.0], "
            + "'delta_f_initial': 0.5, 'base_domain': {'type': 'UniformFrequencyDomain', 'f_min': 10.0, "
            + "'f_max': 600.0, 'delta_f': 0.125}}", PythonLiteral.of(settings.forDataset().get("domain")));
    }

    @Test
    void theStoredFormReadsBackToTheSameSettings() {
        DatasetSettings settings = SettingsTexts.changed(SettingsTexts.UNIFORM, "intrinsic_prior", "prior");
        String literal = settings.forDataset().with("num_samples", 77).toPythonLiteral();
        DatasetSettings again = DatasetSettings.of(SettingsTree.ofPythonLiteral(literal, "d.hdf5"));
        assertEquals(settings.domain(), again.domain());
        assertEquals(settings.waveformGenerator(), again.waveformGenerator());
        assertEquals(settings.prior().keySet(), again.prior().keySet());
        assertEquals(77, again.numSamples().orElseThrow());
        assertEquals(literal, again.forDataset().toPythonLiteral());
    }
}
