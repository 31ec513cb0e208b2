package org.chirpmill.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be meant is told of sets too, those of dingo-gw among them: reference-scripts/dubious_sets.py. */
class DoubtfulSetsTest {
    private static final String SETS = "src/test/resources/dataset/";

    @TempDir
    private Path folder;

    private static List<String> notices(String command, Path set) {
        return CommandLineRun.of(command, set).out().lines().filter(line -> line.startsWith("notice: ")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dingo_same.h5  | intrinsic_prior fixes every parameter, so that all rows are the same (SET).
        dingo_empty.h5 | intrinsic_prior.theta_jn reaches from 0.0 to 360.0, more than a full turn: like bilby's, \
        angles are in radians, and these look like degrees (SET).
        dingo_gap.h5   | compression.whitening leaves nothing of a part of the band: it covers 8.999999999999998 to \
        8191.999999999997 Hz, not the band's 4.0 to 32.0 Hz (SET).
        """)
    void ofTheirSettings(String name, String notice) {
        Path set = Path.of(SETS + name);
        String expected = "notice: " + notice.replaceAll(" +", " ").replace("SET", set.toString());
        assertEquals(List.of(expected), notices("inspect", set));
        assertEquals(expected, notices("verify", set).getFirst());
    }

    /** The counts are those of the zeros that dingo-gw wrote, and of bilby's conversion of its parameters. */
    @ParameterizedTest
    @CsvSource({"dingo_empty.h5, on 6 of 12 rows the waveform is zero in every bin, 6",
        "dingo_tides.h5, on 8 of 12 rows lambda_1 or lambda_2 is negative, 0", "dingo_gap.h5, '', 0"})
    void ofTheirRows(String name, String notice, int zeros) throws IOException {
        Path set = Path.of(SETS + name);
        List<String> counted =
            notices("verify", set).stream().filter(line -> line.startsWith("notice: on ")).toList();
        assertEquals(notice.isEmpty() ? 0 : 1, counted.size(), counted.toString());
        assertTrue(counted.stream().allMatch(line -> line.startsWith("notice: " + notice)), counted.toString());
        try (DatasetReader reader = DatasetReader.open(set)) {
            int found = 0;
            for (double[] row : reader.stored(Polarization.PLUS, 0, (int) reader.rows())) {
                found += Arrays.stream(row).allMatch(part -> part == 0) ? 1 : 0;
            }
            assertEquals(zeros, found);
        }
    }

    @Test
    void jsonHasThemToo() {
        String json = CommandLineRun.of("verify", SETS + "dingo_same.h5", "--json").out();
        assertTrue(json.replaceAll("\\s+", " ").contains("\"notices\" : [ \"intrinsic_prior fixes every parameter"),
            json);
    }

    /** dingo-gw itself gives NaN back, infinity times zero. */
    @Test
    void aSetWhoseNoiseCurveHasAGapIsRead() throws IOException {
        Path set = Path.of(SETS + "dingo_gap.h5");
        assertTrue(CommandLineRun.succeeding("verify", set).out().contains("PASSED"));
        assertTrue(CommandLineRun.succeeding("compare", set, set).out().contains("PASSED"));
        CommandLineRun.succeeding("plot", "waveform", "--dataset", set, "--row", 1, "-o", folder.resolve("w.svg"));
        try (DatasetReader reader = DatasetReader.open(set)) {
            double[] series = reader.polarization(Polarization.PLUS, 0, 1)[0];
            // The last bin, at f_max, is zero in LALSimulation's IMRPhenomD.
            for (int bin = 0; bin < reader.bins() - 1; bin++) {
                assertEquals(bin >= 9, series[2 * bin] != 0, "bin " + bin);
                assertTrue(Math.abs(series[2 * bin]) < 1e-20, "bin " + bin + ": " + series[2 * bin]);
            }
        }
    }

    @Test
    void ofARunThatMadeThemTheyAreToldBeforeIt() throws IOException {
        Path settings = Files.writeString(folder.resolve("s.yaml"), """
            domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 64.0, delta_f: 1.0}
            waveform_generator: {approximant: IMRPhenomXAS, f_ref: 100.0}
            intrinsic_prior: {chirp_mass: 28, mass_ratio: 0.8, chi_1: 0.1, chi_2: 0.0, theta_jn: 90, phase: 0.4,
              luminosity_distance: 500, geocent_time: "Uniform(0, 1)"}
            num_samples: 3
            """);
        Path set = folder.resolve("set.hdf5");
        List<String> lines = CommandLineRun.generate(settings, set).err().lines().limit(3).toList();
        String at = " (" + settings + ", line ";
        assertEquals(List.of(
            "chirpmill: intrinsic_prior varies nothing but geocent_time, so that all waveforms are the same" + at
                + "3).",
            "chirpmill: intrinsic_prior.theta_jn is 90.0, more than a full turn: like bilby's, angles are in radians, "
                + "and these look like degrees" + at + "3).",
            "chirpmill: waveform_generator.f_ref is 100.0 Hz, above f_max of the domain, 64.0 Hz: spins and phases are "
                + "given where the band has ended" + at + "2)."), lines);
        List<String> stored = lines.stream().map(line -> line.replace("chirpmill: ", "notice: ")
            .replaceAll(" \\([^(]*, line \\d\\)\\.$", " (" + set + ").")).toList();
        assertEquals(stored, notices("inspect", set));
        assertEquals(stored, notices("verify", set));
        assertFalse(CommandLineRun.succeeding("verify", set).out().contains("FAILED"));
    }
}
