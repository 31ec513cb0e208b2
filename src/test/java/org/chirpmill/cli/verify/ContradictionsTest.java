package org.chirpmill.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chirpmill.cli.Bases;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/** Sets that are not what their own settings tell of: verify fails them, compare and inspect say so. */
class ContradictionsTest {
    private static final Path HOSTILE = Path.of("src/test/resources/hostile");
    private static final String SIXTY_FOUR = "its rows have 64 bins, the domain of its settings has 129";
    private static final String NONE = "its rows have 0 bins, the domain of its settings has 129";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"S-12.h5, 64", "S-12b.h5, 0"})
    void cutBinsAreFoundByEveryCommandThatLooks(String name, int bins) throws IOException {
        Path set = HOSTILE.resolve(name);
        String clause = bins == 0 ? NONE : SIXTY_FOUR;
        requireFailure(set, clause);
        CommandLineRun inspected = CommandLineRun.succeeding("inspect", set);
        assertTrue(inspected.out().lines().toList().contains("not what its settings tell of: " + clause),
            inspected.out());
        CommandLineRun compared = CommandLineRun.of("compare", set, set);
        String notice = "chirpmill: " + set + " is not what its own settings tell of: " + clause + ".";
        assertEquals(List.of(notice, notice), compared.err().lines().toList());
        assertEquals(bins == 0 ? 1 : 0, compared.exitCode(), compared.out());
        assertEquals(bins == 0, compared.out().startsWith(
            "FAILED: there is nothing to compare: both have no bins"), compared.out());
    }

    private static void requireFailure(Path set, String clause) throws IOException {
        CommandLineRun run = CommandLineRun.of("verify", set);
        assertEquals("", run.err());
        assertTrue(run.out().lines().toList().getLast().startsWith("FAILED: ") && run.out().contains(clause),
            run.out());
        assertEquals(1, run.exitCode());
        Map<String, Object> json = JSON.std.mapFrom(CommandLineRun.of("verify", set, "--json").out());
        assertEquals(false, json.get("passed"));
        assertTrue(String.valueOf(json.get("flaws")).contains(clause), json::toString);
    }

    /** Settings inside a set that are changed to others as long; only shapes and names tell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'f_max': 64.0 | 'f_max': 65.0 | its rows have 129 bins, the domain of its settings has 131
        'delta_f': 0.5 | 'delta_f': 1.0 | its rows have 129 bins, the domain of its settings has 65
        'num_samples': 150 | 'num_samples': 149 | it has 150 rows, num_samples of its settings is 149
        'num_samples': 150 | 'num_samples': 151 | it has 150 rows, num_samples of its settings is 151
        'geocent_time': | 'geocent_tide': | its parameters are mass_1, mass_2, chi_1, chi_2, theta_jn, phase, \
        luminosity_distance, geocent_time, its settings have priors of mass_1, mass_2, chi_1, chi_2, theta_jn, phase, \
        luminosity_distance, geocent_tide
        """)
    void whatSettingsSayIsHeldAgainstTheRows(String part, String replacement, String clause) throws IOException {
        requireFailure(altered(made(""), part, replacement), clause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'f_max': 64.0 | 'f_max': 65.0 | its basis has 129 bins, the domain of its settings has 131
        'svd': | 'svx': | it has an SVD basis, of which its settings say nothing
        'size': 20 | 'size': 21 | its basis has 20 vectors, compression.svd.size of its settings is 21
        """)
    void aBasisIsTheOneThatSettingsTellOf(String part, String replacement, String clause) throws IOException {
        Bases.ofBins(directory, 129, 32);
        Path set = altered(made("svd: {file: basis.hdf5, size: 20}"), part, replacement);
        requireFailure(set, clause);
    }

    @Test
    void settingsThatTellOfNoBasisDoNotFitOne() throws IOException {
        Bases.ofBins(directory, 129, 32);
        Path set = altered(made("svd: {file: basis.hdf5, size: 20}"), "'compression': ", "'compressiox': ");
        requireFailure(set, "it has an SVD basis, of which its settings say nothing");
    }

    @Test
    void anotherBasisThanTheRowsWereMadeWithIsFound() throws IOException {
        Bases.ofBins(directory, 129, 32);
        Path set = made("svd: {file: basis.hdf5}");
        double one;
        try (DatasetReader reader = DatasetReader.open(set)) {
            SvdBasis basis = reader.basis().orElseThrow();
            one = basis.v()[2 * (33 * basis.size() + 1)];
        }
        // cos(1) becomes its neighbour.
        byte[] bytes = Files.readAllBytes(set);
        StoredNumber.replace(bytes, one, Math.nextUp(one));
        Files.write(set, bytes);
        requireFailure(set, "its rows were made with a basis of fingerprint ");
    }

    @Test
    void rowsOfWhichNoWaveformComesAreFailures() throws IOException {
        Path set = made("");
        double mass;
        try (DatasetReader reader = DatasetReader.open(set)) {
            mass = reader.parameters(149, 1)[0][0];
        }
        byte[] bytes = Files.readAllBytes(set);
        StoredNumber.replace(bytes, mass, Double.POSITIVE_INFINITY);
        Files.write(set, bytes);
        requireFailure(set, "1 of 100 rows have parameters of which no waveform comes, row 149 for one: mass_1 is "
            + "Infinity, which is no finite number");
    }

    @Test
    void whitenedRowsOfOtherBinsAreRefusedWhereTheyWouldBeGivenBack() throws IOException {
        Path set = altered(made("whitening: aLIGO_ZERO_DET_high_P_asd.txt"), "'f_max': 64.0", "'f_max': 65.0");
        requireFailure(set, "its rows have 129 bins, the domain of its settings has 131");
        CommandLineRun compared = CommandLineRun.of("compare", set, set);
        assertEquals("chirpmill: " + set + " has rows of 129 bins, but whitening in its settings is of 131.",
            compared.err().lines().toList().getLast());
        assertEquals(2, compared.exitCode());
    }

    @Test
    void goodSetsContradictNothing() throws IOException {
        for (Path set : List.of(made(""), Path.of("src/test/resources/dataset/dingo.h5"))) {
            String out = CommandLineRun.succeeding("inspect", set).out();
            assertTrue(!out.contains("not what its settings"), out);
        }
        Path part = directory.resolve("part.hdf5");
        CommandLineRun.generate(Samples.rejecting(directory), part, "--rows", "20:30");
        CommandLineRun.succeeding("verify", part);
    }

    private Path made(String compression) throws IOException {
        Path settings = Files.writeString(directory.resolve("s.yaml"),
            Samples.REJECTING + (compression.isEmpty() ? "" : "compression: {" + compression + "}\n"));
        Path set = directory.resolve("set.hdf5");
        CommandLineRun.generate(settings, set);
        return set;
    }

    /** Replaces a part of the stored settings by another as long. */
    private static Path altered(Path set, String part, String replacement) throws IOException {
        assertEquals(part.length(), replacement.length(), "settings stay as long");
        String content = Files.readString(set, StandardCharsets.ISO_8859_1);
        assertTrue(content.contains(part), () -> "nothing to replace: " + part);
        return Files.writeString(set, content.replace(part, replacement), StandardCharsets.ISO_8859_1);
    }
}
