package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All that is wrong with a file is told at once, by line; nothing is said of what only follows from it. */
class CollectedRefusalsTest {
    @Test
    void everyFaultIsToldInTheOrderOfItsLine() {
        assertEquals(List.of(
            "domain.f_min is -20.0 but must be a frequency of 0 Hz or more (a.yaml, line 3).",
            "domain.delta_f is 'fine' but must be a frequency spacing above 0 Hz (a.yaml, line 5).",
            "domain.df is not a key that Chirpmill knows: known here are type, f_min, f_max, delta_f (a.yaml, line 6).",
            "waveform_generator.approximant is 7 but must be the name of a waveform model, such as IMRPhenomD (a.yaml, "
                + "line 8).",
            "waveform_generator.f_ref is -1 but must be a frequency above 0 Hz (a.yaml, line 9).",
            "waveform_generator.mode_list is 22 but must be a list of [l, m] with l of 2 or more and m from -l to l, "
                + "such as [[2, 2], [3, 3]], or null (a.yaml, line 10).",
            "prior.mass_1 is ['Uniform', 10, 80] but must be a prior such as Uniform(minimum=0.0, maximum=1.0), a "
                + "number or default (a.yaml, line 12).",
            "prior.chi_1 is None but must be a prior such as Uniform(minimum=0.0, maximum=1.0), a number or default "
                + "(a.yaml, line 14).",
            "compression.svd.size is 'large' but must be a whole number of singular vectors, 0 for all of them "
                + "(a.yaml, line 15).",
            "compression.svd.num_training_samples is 0 but must be a whole number of waveforms, 1 or more (a.yaml, "
                + "line 15).",
            "num_sample is not a key that Chirpmill knows (did you mean num_samples?): known here are domain, "
                + "waveform_generator, intrinsic_prior, prior, num_samples, seed, compression, waveform_parameters "
                + "(a.yaml, line 16)."),
            SettingsTexts.refusals("""
            domain:
              type: FD
              f_min: -20.0
              f_max: 512
              delta_f: fine
              df: 0.1
            waveform_generator:
              approximant: 7
              f_ref: -1
              mode_list: 22
            prior:
              mass_1: [Uniform, 10, 80]
              mass_2: 30
              chi_1:
            compression: {svd: {size: large, num_training_samples: 0}}
            num_sample: 3
            """));
    }

    @Test
    void whatNeedsABadValueIsNotJudged() {
        // f_max would lie below the end of the first bin, and f_start above f_max.
        assertEquals(List.of("domain.f_min is 'low' but must be a frequency of 0 Hz or more (a.yaml, line 1)."),
            SettingsTexts.refusals("""
            domain: {type: FD, f_min: low, f_max: 10.03, delta_f: 0.1}
            waveform_generator: {approximant: IMRPhenomD, f_ref: 20, f_start: 300}
            """));
        assertEquals(List.of(
            "domain.nodes[1] is 5.0 but must be a frequency in Hz above the node before, 16.0 (a.yaml, line 3).",
            "domain.delta_f_initial is 'half' but must be a whole multiple of the base grid's spacing of 0.125 Hz "
                + "(a.yaml, line 4)."),
            SettingsTexts.refusals(SettingsTexts.MULTIBANDED.replace("40.0", "5.0").replace("0.5", "half")));
    }

    @Test
    void aDomainWithoutBandsIsSentToTheSearchForThem() {
        assertEquals(List.of(
            "domain.nodes is missing and must be a list of two or more frequencies above 0 Hz, each above the one "
                + "before: a search for bands finds some (a.yaml, line 1).",
            "domain.delta_f_initial is missing and must be a whole multiple of the base grid's spacing of 0.125 Hz "
                + "(a.yaml, line 1)."),
            SettingsTexts.refusals("""
            domain: {type: MultibandedFrequencyDomain, num_samples_band_generation: 100, multibanding_method: adaptive,
              base_domain: {type: FrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.125}}
            waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}
            """));
    }

    @Test
    void ofVeryManyFaultsTheFirstAreTold() {
        StringBuilder text = new StringBuilder(SettingsTexts.UNIFORM);
        for (int i = 0; i < 100; i++) {
            text.append("key_").append(i).append(": 1\n");
        }
        List<String> sentences = SettingsTexts.refusals(text.toString());
        assertEquals(21, sentences.size());
        assertTrue(sentences.get(19).startsWith("key_19 is not a key"), sentences.get(19));
        assertEquals("There is as much to say of 80 more entries (a.yaml).", sentences.getLast());
    }

    @Test
    void ofSettingsThatADatasetHoldsTheFirstFaultIsEnough() {
        SettingsTree stored = SettingsTree.ofPythonLiteral("{'domain': {'type': 'FD', 'f_min': -1, 'f_max': 'x', "
            + "'delta_f': 1.0}, 'waveform_generator': {'approximant': 3, 'f_ref': 20.0}}", "d.hdf5");
        assertEquals("domain.f_min is -1 but must be a frequency of 0 Hz or more (d.hdf5).",
            assertThrows(SettingsException.class, () -> DatasetSettings.of(stored)).getMessage());
    }
}
