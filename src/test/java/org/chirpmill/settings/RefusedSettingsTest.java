package org.chirpmill.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedSettingsTest {
    /** Columns: what to replace in the text, by what ({@code \n} is a line break), and the sentences to expect. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type: UniformFrequencyDomain | type: Uniform                | domain.type is 'Uniform' but must be \
        UniformFrequencyDomain (or FrequencyDomain, FD) or MultibandedFrequencyDomain (or MFD) (a.yaml, line 2).
        type: UniformFrequencyDomain | type: TimeDomain             | domain.type is 'TimeDomain' but must be \
        UniformFrequencyDomain (or FrequencyDomain, FD) or MultibandedFrequencyDomain (or MFD), because Chirpmill's \
        models live in the frequency domain (a.yaml, line 2).
        type: UniformFrequencyDomain | kind: FD                     | domain.type is missing and must be \
        UniformFrequencyDomain (or FrequencyDomain, FD) or MultibandedFrequencyDomain (or MFD) (a.yaml, line 1).
        f_min: 20.0                  | f_min: -1                    | domain.f_min is -1 but must be a frequency of \
        0 Hz or more (a.yaml, line 3).
        f_min: 20.0                  | f_min: 0                     | domain.f_min is 0 but must be a frequency above \
        0 Hz where waveform_generator.f_start is not given (a.yaml, line 3).
        f_min: 20.0                  | f_min: 1024                  | domain.f_max is 512.0 but must be a frequency in \
        Hz above domain.f_min = 1024.0 (a.yaml, line 4).
        f_min: 20.0                  | f_min: [20]                  | domain.f_min is [20] but must be a frequency of \
        0 Hz or more (a.yaml, line 3).
        f_max: 512.0                 | f_max:                       | domain.f_max is None but must be a frequency in \
        Hz above domain.f_min = 20.0 (a.yaml, line 4).
        f_max: 512.0                 | f_max: 512.1                 | domain.f_max is 512.1 but must be a whole \
        multiple of domain.delta_f = 0.25 Hz, the nearest below being 512.0 (a.yaml, line 4).
        f_max: 512.0                 | f_max: .inf                  | domain.f_max is .inf but must be a finite number \
        that fits 64 bits (a.yaml, line 4).
        delta_f: 0.25                | delta_f: 0                   | domain.delta_f is 0 but must be a frequency \
        spacing above 0 Hz (a.yaml, line 5).
        delta_f: 0.25                | delta_f: 1/4                 | domain.delta_f is '1/4' but must be a frequency \
        spacing above 0 Hz (a.yaml, line 5).
        delta_f: 0.25                | delta_f: yes                 | domain.delta_f is True but must be a frequency \
        spacing above 0 Hz (a.yaml, line 5).
        delta_f: 0.25                | delta_f: 1e-9                | domain.delta_f is 1e-09 but must be a spacing \
        that makes at most 4000000 bins up to domain.f_max = 512.0 (a.yaml, line 5).
        delta_f: 0.25                | df: 0.25                     | domain.delta_f is missing and must be a \
        frequency spacing above 0 Hz (a.yaml, line 1).\\ndomain.df is not a key that Chirpmill knows: known here are \
        type, \
        f_min, f_max, delta_f (a.yaml, line 5).
        delta_f: 0.25                | delta_f: 0.25\\n  f_min: 30  | domain.f_min is given twice, first in line 3 \
        (a.yaml, line 6).
        delta_f: 0.25                | delta_f: 0.25\\n  3: 4       | domain has a key '3', but keys must be text \
        (a.yaml, line 6).
        approximant: IMRPhenomD      | approximant: 7               | waveform_generator.approximant is 7 but must be \
        the name of a waveform model, such as IMRPhenomD (a.yaml, line 7).
        approximant: IMRPhenomD      | approximant:                 | waveform_generator.approximant is None but must \
        be the name of a waveform model, such as IMRPhenomD (a.yaml, line 7).
        f_ref: 20.0                  | f_ref: 0.0                   | waveform_generator.f_ref is 0.0 but must be a \
        frequency above 0 Hz (a.yaml, line 8).
        f_ref: 20.0                  | reference: 20                | waveform_generator.f_ref is missing and must be \
        a frequency above 0 Hz (a.yaml, line 6).\\nwaveform_generator.reference is not a key that Chirpmill knows: \
        known here are approximant, f_ref, f_start, spin_conversion_phase, mode_list, phenomx, accuracy (a.yaml, \
        line 8).
        f_ref: 20.0                  | f_ref: 20\\n  f_start: -5    | waveform_generator.f_start is -5 but must be a \
        frequency above 0 Hz or null (a.yaml, line 9).
        f_ref: 20.0                  | f_ref: 20\\n  f_start: 512   | waveform_generator.f_start is 512 but must be a \
        frequency below the domain's highest of 512.0 Hz (a.yaml, line 9).
        f_ref: 20.0                  | f_ref: 20\\n  spin_conversion_phase: pi | \
        waveform_generator.spin_conversion_phase is 'pi' but must be a phase in rad or null (a.yaml, line 9).
        f_ref: 20.0                  | f_ref: 20\\n  mode_list: [[2, 3]] | waveform_generator.mode_list is [[2, 3]] \
        but must be a list of [l, m] with l of 2 or more and m from -l to l, such as [[2, 2], [3, 3]], or null \
        (a.yaml, line 9).
        f_ref: 20.0                  | f_ref: 20\\n  mode_list: 22  | waveform_generator.mode_list is 22 but must be \
        a list of [l, m] with l of 2 or more and m from -l to l, such as [[2, 2], [3, 3]], or null (a.yaml, line 9).
        mass_ratio: 0.8              | mass_ratio:                  | intrinsic_prior.mass_ratio is None but must be a \
        prior such as Uniform(minimum=0.0, maximum=1.0), a number or default (a.yaml, line 11).
        mass_ratio: 0.8              | mass_ratio: {minimum: 0}     | intrinsic_prior.mass_ratio is a mapping but must \
        be a prior such as Uniform(minimum=0.0, maximum=1.0), a number or default (a.yaml, line 11).
        num_samples: 10              | num_samples: 0               | num_samples is 0 but must be a whole number of \
        waveforms, 1 or more (a.yaml, line 12).
        num_samples: 10              | num_samples: 10.5            | num_samples is 10.5 but must be a whole number \
        of waveforms, 1 or more (a.yaml, line 12).
        num_samples: 10              | num_samples: many            | num_samples is 'many' but must be a whole number \
        of waveforms, 1 or more (a.yaml, line 12).
        num_samples: 10              | num_samples: 99999999999999999999 | num_samples is 99999999999999999999 but \
        must be a finite number that fits 64 bits (a.yaml, line 12).
        num_samples: 10              | prior: {phase: 0}            | prior and intrinsic_prior are both given but \
        only one of them is allowed (a.yaml, line 12).
        num_samples: 10              | compression: yes             | compression is True but must be a mapping with \
        svd, whitening, phase_heterodyning or some of them, or None (a.yaml, line 12).
        num_samples: 10              | compression: {phase_heterodyning: {order: 1}} | \
        compression.phase_heterodyning.order is 1 but must be 0, the phase of the chirp mass, or 2, that of chirp mass \
        and mass ratio (a.yaml, line 12).
        num_samples: 10              | compression: {phase_heterodyning: 2} | compression.phase_heterodyning is 2 but \
        must be a mapping with order (a.yaml, line 12).
        num_samples: 10              | compression: {svd: {size: 5}} | compression.svd.num_training_samples is missing \
        and must be a whole number of waveforms, 1 or more (a.yaml, line 12).
        num_samples: 10              | compression: {svd: {size: -1}} | compression.svd.size is -1 but must be a whole \
        number of singular vectors, 0 for all of them (a.yaml, line 12).\\ncompression.svd.num_training_samples is \
        missing and must be a whole number of waveforms, 1 or more (a.yaml, line 12).
        num_samples: 10              | compression: {svd: {file: b, sampling: 2}} | compression.svd.sampling is 2 but \
        must be off, or the part by which errors may grow, such as 0.01: greater than 0 and at most 1 (a.yaml, line 12).
        num_samples: 10              | compression:\\n  svd: 200    | compression.svd is 200 but must be a mapping \
        with size and num_training_samples, or with file (a.yaml, line 13).
        num_samples: 10              | compression: {whitening: 3}  | compression.whitening is 3 but must be the name \
        of an amplitude spectral density file, such as aLIGO_ZERO_DET_high_P_asd.txt (a.yaml, line 12).
        num_samples: 10              | waveform_parameters:\\n  mass_1: heavy | waveform_parameters.mass_1 is 'heavy' \
        but must be a number (a.yaml, line 13).
        num_samples: 10              | num_samples: !!python/name:os.system x | num_samples has the tag \
        !!python/name:os.system, but tags are not allowed (a.yaml, line 12).
        num_samples: 10              | num_samples: [1, 2           | The settings are not valid YAML: expected ',' or \
        ']', but got <stream end> (a.yaml, line 13).
        """)
    void aBadValueIsRefusedInASentence(String part, String replacement, String sentence) {
        String text = replacement.replace("\\n", "\n");
        SettingsException refusal = assertThrows(SettingsException.class,
            () -> SettingsTexts.changed(SettingsTexts.UNIFORM, part, text));
        assertEquals(sentence.replace("\\n", "\n"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        nodes: [16.0, 40.0, 96.0, 600.0] | nodes: [16.0] | domain.nodes is [16.0] but must be a list of two or more \
        frequencies above 0 Hz, each above the one before: a search for bands finds some (a.yaml, line 3).
        nodes: [16.0, 40.0, 96.0, 600.0] | nodes: [16.0, 40.0, 40.0] | domain.nodes[2] is 40.0 but must be a frequency \
        in Hz above the node before, 40.0 (a.yaml, line 3).
        nodes: [16.0, 40.0, 96.0, 600.0] | nodes: [0, 40.0] | domain.nodes[0] is 0 but must be a frequency above 0 Hz \
        (a.yaml, line 3).
        nodes: [16.0, 40.0, 96.0, 600.0] | nodes: [16.0, 640.0] | domain.nodes is [16.0, 640.0] but must be edges of \
        bands whose first and last base bin lie on the base grid of 0 to 600.0 Hz every 0.125 Hz in single precision, \
        as dingo-gw requires (a.yaml, line 3).
        nodes: [16.0, 40.0, 96.0, 600.0] | nodes: [16.1, 40.0] | domain.nodes is [16.1, 40.0] but must be edges of \
        bands whose first and last base bin lie on the base grid of 0 to 600.0 Hz every 0.125 Hz in single precision, \
        as dingo-gw requires (a.yaml, line 3).
        nodes: [16.0, 40.0, 96.0, 600.0] | nodes: [16.0, 16.25] | domain.nodes is [16.0, 16.25] but must be so far \
        apart that a band of 0.5 Hz spacing has a bin (a.yaml, line 3).
        delta_f_initial: 0.5 | delta_f_initial: 0.3 | domain.delta_f_initial is 0.3 but must be a whole multiple of \
        the base grid's spacing of 0.125 Hz (a.yaml, line 4).
        delta_f_initial: 0.5 | delta_f_initial: 0.0625 | domain.delta_f_initial is 0.0625 but must be a whole multiple \
        of the base grid's spacing of 0.125 Hz (a.yaml, line 4).
        delta_f_initial: 0.5 | delta_f: 0.5 | domain.delta_f_initial is missing and must be a whole multiple of the \
        base grid's spacing of 0.125 Hz (a.yaml, line 1).\\ndomain.delta_f is not a key that Chirpmill knows: known \
        here \
        are type, nodes, delta_f_initial, base_domain, base_delta_f (a.yaml, line 4).
        delta_f_initial: 0.5 | delta_f_initial: 0.5\\n  base_delta_f: 0.125 | domain.base_delta_f and \
        domain.base_domain are both given but only one of them is allowed (a.yaml, line 5).
        base_domain: | based_on: | domain.base_domain is missing and must be a mapping with type: \
        UniformFrequencyDomain, f_min, f_max and delta_f, or base_delta_f given instead (a.yaml, line \
        1).\\ndomain.based_on \
        is not a key that Chirpmill knows: known here are type, nodes, delta_f_initial, base_domain, base_delta_f \
        (a.yaml, line 5).
        type: UniformFrequencyDomain | type: MFD | domain.base_domain.type is 'MFD' but must be UniformFrequencyDomain \
        (or FrequencyDomain, FD), since bands are made of a uniform grid (a.yaml, line 6).
        f_max: 600.0 | f_max: 5 | domain.base_domain.f_max is 5 but must be a frequency in Hz above \
        domain.base_domain.f_min = 10.0 (a.yaml, line 8).
        """)
    void aBadMultibandedDomainIsRefusedInASentence(String part, String replacement, String sentence) {
        String text = replacement.replace("\\n", "\n");
        SettingsException refusal = assertThrows(SettingsException.class,
            () -> SettingsTexts.changed(SettingsTexts.MULTIBANDED, part, text));
        assertEquals(sentence.replace("\\n", "\n"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        waveform_generator: {approximant: IMRPhenomD, f_ref: 20} | domain is missing and must be a mapping with type, \
        f_min, f_max and delta_f (a.yaml).
        domain: {type: FD, f_min: 20, f_max: 64, delta_f: 1}     | waveform_generator is missing and must be a mapping \
        with approximant and f_ref (a.yaml).
        domain: uniform                                          | domain is 'uniform' but must be a mapping with \
        type, f_min, f_max and delta_f (a.yaml, line 1).\\nwaveform_generator is missing and must be a mapping with \
        approximant and f_ref (a.yaml).
        [1, 2]                                                   | The settings must be a mapping of keys to values \
        (a.yaml, line 1).
        # only a comment                                         | The settings file a.yaml is empty.
        a: b: c                                                  | The settings are not valid YAML: mapping values are \
        not allowed here (a.yaml, line 1).
        a: &a [*a]                                               | The settings are nested more than 50 levels deep \
        (a.yaml, line 1).
        """)
    void settingsOfTheWrongShapeAreRefusedInASentence(String text, String sentence) {
        SettingsException refusal = assertThrows(SettingsException.class, () -> SettingsTexts.read(text));
        assertEquals(sentence.replace("\\n", "\n"), refusal.getMessage());
    }

    @Test
    void aTextThatMultipliesItselfByAliasesIsRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 6; i++) {
            String alias = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", alias, alias, alias, alias, alias, alias,
                alias, alias)));
        }
        SettingsException refusal = assertThrows(SettingsException.class, () -> SettingsTexts.read(text.toString()));
        assertEquals("The settings hold more than 10000 values (a.yaml, line 1).", refusal.getMessage());
    }

    @Test
    void generatingNeedsAPriorAndANumberOfRows() {
        DatasetSettings settings = SettingsTexts.read(SettingsTexts.MULTIBANDED);
        SettingsException refusal = assertThrows(SettingsException.class, settings::requireGeneratable);
        assertEquals("intrinsic_prior is missing and must be a mapping of parameters to their priors (a.yaml).",
            refusal.getMessage());
        refusal = assertThrows(SettingsException.class,
            () -> settings.numSamplesOr(OptionalLong.empty(), "the run's rows"));
        assertEquals("num_samples is missing and must be a whole number of waveforms, 1 or more, here or as "
            + "the run's rows (a.yaml).", refusal.getMessage());
    }

    @Test
    void aPriorThatItsOwnParserRefusesIsPlaced() {
        DatasetSettings settings = SettingsTexts.read(SettingsTexts.UNIFORM);
        assertEquals("chirp_mass has no prior named Unifrm (a.yaml, line 10).",
            settings.priorRefusal("chirp_mass", "chirp_mass has no prior named Unifrm").getMessage());
    }

    @Test
    void aFileThatCannotBeReadIsRefused(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.yaml");
        assertEquals("The settings file " + missing + " does not exist.",
            assertThrows(SettingsException.class, () -> DatasetSettings.read(missing)).getMessage());
        assertEquals("The settings file " + folder + " is a folder.",
            assertThrows(SettingsException.class, () -> DatasetSettings.read(folder)).getMessage());
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0x89, 'H', 'D', 'F', (byte) 0xff});
        assertEquals("The settings file " + binary + " is no UTF-8 text.",
            assertThrows(SettingsException.class, () -> DatasetSettings.read(binary)).getMessage());
    }
}
