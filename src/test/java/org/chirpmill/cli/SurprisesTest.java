package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Settings that users wrote and that once gave another answer than theirs without a word, or a word that missed the
 * cause. Each file in the folder {@code surprises} is in the table, and its first line says what is right.
 */
class SurprisesTest {
    private static final Path FOLDER = Path.of("src/test/resources/surprises");

    @TempDir
    private Path scratch;

    /**
     * A settings file and what becomes of it.
     *
     * @param name of the file, without its ending
     * @param exitCode of {@code generate}
     * @param words that it says, each of them
     */
    private record Surprise(String name, int exitCode, String... words) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Surprise> table() {
        return Stream.of(
            refused("mass_ratio_absent", "mass_ratio", "line"),
            told("azimuth_absent", "phi_12", "0"),
            refused("density_beside_the_band", "compression.whitening", "9"),
            told("tides_constrained", "2.0 %"),
            told("tides_default"),
            told("heterodyned"),
            refused("heterodyned_without_chirp_mass", "compression.phase_heterodyning", "chirp_mass", "dingo-gw"),
            told("decimal_multiple", "6,001 bins", "dingo-gw"),
            refused("mass_misspelt", "chrip_mass", "did you mean chirp_mass?"),
            refused("options_of_other_physics", "PhenomXPrecVersion", "311", "LISA", "extra_kwargs"),
            refused("bands_without_nodes", "domain.nodes", "domain suggest"),
            refused("hydra_form", "Hydra", "_target_"),
            told("start_above_minimum", "f_start", "dingo-gw"),
            refused("aligned_spins_absent", "chi_1", "chi_2"),
            told("one_tide_alone", "lambda_2", "bilby"),
            told("angle_in_degrees", "theta_jn", "rad"),
            refused("merger_below_the_band", "intrinsic_prior", "20.0 Hz"),
            told("basis_too_small", "mismatch"),
            told("tilts_next_to_pi"),
            told("nothing_varies", "all rows are the same"));
    }

    /** Refused with exit code 2. */
    private static Surprise refused(String name, String... words) {
        return new Surprise(name, ExitCode.INPUT_UNUSABLE, words);
    }

    /** Made, and told. */
    private static Surprise told(String name, String... words) {
        return new Surprise(name, 0, words);
    }

    @ParameterizedTest
    @MethodSource("table")
    void isTold(Surprise surprise) throws IOException {
        Path out = scratch.resolve("set.hdf5");
        CommandLineRun run = CommandLineRun.of("generate", FOLDER.resolve(surprise.name() + ".yaml"), "-o", out);
        assertEquals(surprise.exitCode(), run.exitCode(), run.err());
        for (String word : surprise.words()) {
            assertTrue(run.err().contains(word), () -> "nothing is said of " + word + ": " + run.err());
        }
        assertFalse(run.err().contains("should not have happened"), run.err());
        if (surprise.exitCode() == 0) {
            assertTrue(Files.exists(out));
        } else {
            assertEquals(List.of(), files(scratch), "what is refused leaves nothing behind");
        }
    }

    /** What is refused, is refused before anything is made: a dry run says the same. */
    @ParameterizedTest
    @MethodSource("table")
    void isRefusedInADryRunToo(Surprise surprise) {
        CommandLineRun run = CommandLineRun.of("generate", FOLDER.resolve(surprise.name() + ".yaml"), "--dry-run",
            "-o", scratch.resolve("set.hdf5"));
        assertEquals(surprise.exitCode(), run.exitCode(), run.err());
    }

    @Test
    void everyFileIsInTheTable() throws IOException {
        Set<String> inTable = table().map(each -> each.name() + ".yaml").collect(Collectors.toCollection(TreeSet::new));
        // The one that is refused for the memory that a JVM has is tried in a JVM of its own, with less of it.
        inTable.add("basis_beyond_memory.yaml");
        assertEquals(inTable, new TreeSet<>(files(FOLDER)));
    }

    @Test
    void absentAzimuthsAreZeroAndNoColumns() throws IOException {
        Path absent = made("azimuth_absent.yaml", text -> text);
        Path zero = made("azimuth_absent.yaml", text -> text.replace("phi_jl: 0.3", "phi_jl: 0.3, phi_12: 0.0"));
        try (DatasetReader without = DatasetReader.open(absent); DatasetReader with = DatasetReader.open(zero)) {
            assertFalse(without.columns().contains("phi_12"), without.columns().toString());
            assertTrue(with.columns().contains("phi_12"), with.columns().toString());
            for (Polarization each : Polarization.values()) {
                assertArrayEquals(with.unprojected(each, new long[] {0}), without.unprojected(each, new long[] {0}));
            }
        }
    }

    @Test
    void deformabilitiesByDefaultAreDingoGws() throws IOException {
        try (DatasetReader reader = DatasetReader.open(made("tides_default.yaml", text -> text + "seed: 5\n"))) {
            int column = reader.columns().indexOf("lambda_1");
            double[] drawn = Arrays.stream(reader.parameters(0, (int) reader.rows()))
                .mapToDouble(row -> row[column]).toArray();
            assertTrue(Arrays.stream(drawn).allMatch(x -> x > 0 && x < 5000), Arrays.toString(drawn));
            assertTrue(Arrays.stream(drawn).max().orElseThrow() > 3000, Arrays.toString(drawn));
        }
    }

    /** The two ways in which nothing comes of these: with a basis, and without. */
    @Test
    void nothingToTrainOnIsRefusedWithoutABasisToo() throws IOException {
        Path settings = scratch.resolve("plain.yaml");
        Files.writeString(settings, Files.readString(FOLDER.resolve("merger_below_the_band.yaml"))
            .replaceAll("(?m)^compression:.*$", ""));
        assertEquals(ExitCode.INPUT_UNUSABLE,
            CommandLineRun.of("generate", settings, "-o", scratch.resolve("set.hdf5")).exitCode());
    }

    private Path made(String name, UnaryOperator<String> edit) throws IOException {
        Path settings = Files.createTempFile(scratch, "settings", ".yaml");
        Files.writeString(settings, edit.apply(Files.readString(FOLDER.resolve(name))));
        Path out = Path.of(settings + ".hdf5");
        CommandLineRun.generate(settings, out);
        return out;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
