package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Choices;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.ExistingFile;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import org.chirpmill.run.RunListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that hold nothing, or less than their precision should, and sources that cannot be, are counted and told. */
class EmptyRowsTest {
    /** With more than 2005 solar masses, IMRPhenomD's end, at a M f of 0.2, lies below the band's second bin. */
    private static final String HEAVY = """
        domain: {type: UniformFrequencyDomain, f_min: 20.0, f_max: 256.0, delta_f: 0.25}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 20.0}
        intrinsic_prior: {total_mass: "Uniform(1500, 2500)", mass_ratio: 0.8, chi_1: 0.5, chi_2: 0.3, theta_jn: 0.5,
          phase: 0.4, luminosity_distance: 500, geocent_time: 0}
        num_samples: 50
        """;
    private static final String HEAVY_XPHM = HEAVY.replace("IMRPhenomD", "IMRPhenomXPHM")
        .replace("1500, 2500", "2900, 3300").replace("chi_1: 0.5, chi_2: 0.3",
            "a_1: 0.5, a_2: 0.3, tilt_1: 0.5, tilt_2: 0.8, phi_12: 1.7, phi_jl: 0.3");
    private static final String WHITENING = "whitening: aLIGO_ZERO_DET_high_P_asd.txt";
    private static final String SVD = "svd: {size: 10, num_training_samples: 40, num_validation_samples: 10}";
    private static final String EMPTY = "the waveform is zero in every bin, as where it ends below f_min";
    private static final String FAINT = "the waveform is so weak that digits of it are lost in single precision, being "
        + "below 2e-31 everywhere";
    private static final String NEGATIVE = "lambda_1 or lambda_2 is negative, which no star's is";
    private static final double SOLAR_MASS_SECONDS = 4.925491025543576e-6;

    @TempDir
    private Path folder;

    private Path settings(String text) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), text);
    }

    private Path set() {
        return folder.resolve("set.hdf5");
    }

    private static String attribute(Path set) throws IOException {
        try (DatasetReader reader = DatasetReader.open(set)) {
            return reader.attributes().getOrDefault("remarks", "");
        }
    }

    private static void requireToldOnceMore(Path set, int rows, int all, String remark) throws IOException {
        assertTrue(Arrays.asList(attribute(set).split("; ")).contains(remark + ": " + rows + " rows"), attribute(set));
        assertTrue(CommandLineRun.succeeding("inspect", set).out().contains(remark + ": " + rows + " rows"));
        String verified = CommandLineRun.of("verify", set).out();
        assertTrue(verified.contains("notice: on " + rows + " of " + all + " rows " + remark + ".\n"), verified);
    }

    @ParameterizedTest
    @CsvSource({"none, single, scalar", "none, single, vector", "none, double, vector", "whitening, single, vector",
        "whitening, double, scalar", "svd, single, vector", "both, single, vector", "both, double, vector"})
    void rowsThatEndBelowTheBandAreCounted(String compression, String precision, String backend) throws IOException {
        String added = switch (compression) {
            case "whitening" -> "compression: {" + WHITENING + "}\n";
            case "svd" -> "compression: {" + SVD + "}\n";
            case "both" -> "compression: {" + WHITENING + ", " + SVD + "}\n";
            default -> "";
        };
        CommandLineRun run = CommandLineRun.generate(settings(HEAVY + added), set(), "--precision", precision,
            "--backend", backend);
        assertEquals(26, heavierThanTheBand(set()));
        assertTrue(run.err().contains("chirpmill: on 26 of 50 rows " + EMPTY + ".\n"), run.err());
        assertEquals(added.contains("svd"), run.err().contains(
            "of the 40 training waveforms 13 are zero in every bin, and the basis knows nothing of them."), run.err());
        requireToldOnceMore(set(), 26, 50, EMPTY);
        if (added.contains("svd")) {
            requireMismatches(set());
        }
    }

    /** As LALSimulation has it, which rounds the end down to a bin and leaves that one out. */
    private static int heavierThanTheBand(Path set) throws IOException {
        try (DatasetReader reader = DatasetReader.open(set)) {
            int column = reader.columns().indexOf("total_mass");
            return (int) Arrays.stream(reader.parameters(0, (int) reader.rows()))
                .filter(row -> 0.2 / (row[column] * SOLAR_MASS_SECONDS) < 20.25).count();
        }
    }

    /** Of empty waveforms too, of which nothing comes back. */
    private static void requireMismatches(Path set) throws IOException {
        double[] all = SvdBasis.read(set).mismatches().orElseThrow().bySize().lastEntry().getValue();
        assertEquals(20, all.length);
        assertTrue(Arrays.stream(all).allMatch(Double::isFinite), Arrays.toString(all));
    }

    @Test
    void ofPrecessingWaveformsWithHigherModesToo() throws IOException {
        for (String backend : new String[] {"scalar", "vector"}) {
            CommandLineRun run = CommandLineRun.generate(settings(HEAVY_XPHM), set(), "--backend", backend, "--force");
            assertTrue(run.err().contains("chirpmill: on 33 of 50 rows " + EMPTY + ".\n"), run.err());
            requireToldOnceMore(set(), 33, 50, EMPTY);
        }
    }

    @Test
    void waveformsThatSinglePrecisionHoldsInPartAreCountedAndDoublePrecisionHoldsThem() throws IOException {
        Path far = settings(HEAVY.replace("1500, 2500", "30, 40")
            .replace("luminosity_distance: 500", "luminosity_distance: \"Uniform(1, 1e12)\""));
        CommandLineRun run = CommandLineRun.generate(far, set());
        assertTrue(run.err().lines().anyMatch(line -> line.matches("chirpmill: on \\d+ of 50 rows " + FAINT + "\\.")),
            run.err());
        int rows = Integer.parseInt(run.err().replaceAll("(?s).*on (\\d+) of 50 rows the waveform is so.*", "$1"));
        assertTrue(rows > 5 && rows < 50, run.err());
        requireToldOnceMore(set(), rows, 50, FAINT);
        CommandLineRun exact = CommandLineRun.generate(far, set(), "--precision", "double", "--force");
        assertFalse(exact.err().contains("so weak"), exact.err());
        assertEquals("", attribute(set()));
    }

    /** bilby makes 193 of 200 draws, 96.5 %, negative. */
    @Test
    void negativeTidalDeformabilitiesAreCountedDrawnOrDerived() throws IOException {
        String star = HEAVY.replace("IMRPhenomD", "TaylorF2").replace("total_mass: \"Uniform(1500, 2500)\"",
            "chirp_mass: 1.2, lambda_tilde: \"Uniform(0, 1000)\", delta_lambda_tilde: \"Uniform(-5000, 5000)\"");
        CommandLineRun derived = CommandLineRun.generate(settings(star), set());
        int rows = Integer.parseInt(derived.err().replaceAll("(?s).*on (\\d+) of 50 rows lambda_1.*", "$1"));
        assertTrue(rows > 40, derived.err());
        requireToldOnceMore(set(), rows, 50, NEGATIVE);
        String drawn = star.replace("lambda_tilde: \"Uniform(0, 1000)\", delta_lambda_tilde: \"Uniform(-5000, 5000)\"",
            "lambda_1: 300, lambda_2: -1");
        CommandLineRun all = CommandLineRun.generate(settings(drawn.replace("1.2", "\"Uniform(1.1, 1.2)\"")), set(),
            "--force");
        assertTrue(all.err().contains("on 50 of 50 rows " + NEGATIVE), all.err());
    }

    @Test
    void aResumedRunTellsOfAllItsPieces() throws Exception {
        Path settings = settings(HEAVY + "compression: {" + WHITENING + "}\n");
        Choices choices = Choices.on(EvaluatorLookup.forced("vector")).dividedInto(OptionalInt.of(1),
            OptionalInt.of(3));
        Run run = Run.of(Recipe.read(settings), choices);
        for (int piece = 0; piece < 3; piece++) {
            ExistingFile existing = piece == 0 ? ExistingFile.KEPT : ExistingFile.CONTINUED;
            assertThrows(IllegalStateException.class, () ->
                new DatasetRun(run, RowRange.first(50), set(), existing).make(stopAfter(12)));
        }
        CommandLineRun last = CommandLineRun.generate(settings, set(), "--backend", "vector", "--resume");
        assertTrue(last.err().contains("chirpmill: on 26 of 50 rows " + EMPTY + ".\n"), last.err());
        assertFalse(attribute(set()).isEmpty());
        CommandLineRun.generate(settings, folder.resolve("whole.hdf5"), "--backend", "vector");
        assertEquals(attribute(folder.resolve("whole.hdf5")), attribute(set()));
        try (DatasetReader reader = DatasetReader.open(set())) {
            assertTrue(Integer.parseInt(reader.attributes().get("rows_in_this_run")) < 26);
        }
    }

    private static RunListener stopAfter(long rows) {
        return new RunListener() {
            private long made;

            @Override
            public void advance(long waveforms) {
                made += waveforms;
                if (made >= rows) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
    }

    @Test
    void usualRowsAreNotRemarkedOn() throws IOException {
        CommandLineRun run = CommandLineRun.generate(
            Samples.rejecting(folder), set(), "-n", 20, "--backend", "scalar");
        assertFalse(run.err().contains(" of 20 rows "), run.err());
        assertEquals("", attribute(set()));
        assertFalse(CommandLineRun.succeeding("inspect", set()).out().contains("notice"));
        assertFalse(CommandLineRun.succeeding("verify", set()).out().contains("notice"));
    }
}
