package org.chirpmill.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

class VerifyCommandTest {
    private static final Path PHENOM_D = Samples.REFERENCES.resolve("IMRPhenomD.h5");
    private static final Path TAYLOR_F2 = Samples.REFERENCES.resolve("TaylorF2.h5");
    private static final Path UNIFORM = Samples.REFERENCES.resolve("uniform_grid_IMRPhenomD.h5");

    @TempDir
    private Path directory;

    private static Map<String, Object> json(CommandLineRun run) throws IOException {
        return JSON.std.mapFrom(run.out());
    }

    private static List<?> sets(Map<String, Object> report) {
        return (List<?>) report.get("sets");
    }

    @Test
    void everyRowOfTheReferencesPasses() {
        CommandLineRun run = CommandLineRun.succeeding("verify", "--reference", PHENOM_D, TAYLOR_F2, UNIFORM);
        assertEquals("", run.err());
        for (String line : List.of("IMRPhenomD.h5 production +48 +0 .*", "IMRPhenomD.h5 wide +48 +0 .*",
                "IMRPhenomD.h5 edge +6 +0 .*", "TaylorF2.h5 bns +24 +0 .*", "TaylorF2.h5 edge +[0-9]+ +0 .*",
                "uniform_grid_IMRPhenomD.h5 IMRPhenomD/exact +6 +0 .*")) {
            assertTrue(run.out().lines().anyMatch(text -> text.matches(line)), line + " in\n" + run.out());
        }
        assertTrue(run.out().endsWith("PASSED: " + Samples.AUTOMATIC.name()
            + ", exact, double precision, tolerance 1e-10" + System.lineSeparator()), run.out());
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        CommandLineRun run = CommandLineRun.succeeding("verify", "--reference", PHENOM_D, TAYLOR_F2, "--json");
        Map<String, Object> report = json(run);
        assertEquals(true, report.get("passed"));
        assertEquals(Samples.AUTOMATIC.name(), report.get("backend"));
        assertEquals("exact", report.get("accuracy"));
        assertEquals("double", report.get("precision"));
        assertEquals(1e-10, report.get("tolerance"));
        int rows = 0;
        for (Object set : sets(report)) {
            Map<?, ?> verdict = (Map<?, ?>) set;
            assertEquals(0, verdict.get("failures"), verdict::toString);
            double worst = (Double) verdict.get("worst_row_peak_difference");
            double allowed = (Double) verdict.get("worst_row_allowed");
            assertTrue(worst <= allowed && allowed >= 1e-10, verdict::toString);
            assertTrue((Double) ((Map<?, ?>) verdict.get("peak_difference")).get("max") >= worst, verdict::toString);
            rows += (Integer) verdict.get("rows");
        }
        assertTrue(rows > 48 + 48 + 6 + 24, rows + " rows");
    }

    @Test
    void aToleranceThatIsTooSmallFailsAndNamesTheWorstRow() throws IOException {
        // The uniform grid's file has no noise that would excuse a difference.
        CommandLineRun run = CommandLineRun.of("verify", "--reference", UNIFORM, "--tolerance", "1e-17");
        assertEquals(1, run.exitCode());
        assertTrue(run.out().endsWith("FAILED: " + Samples.AUTOMATIC.name()
            + ", exact, double precision, tolerance 1e-17" + System.lineSeparator()), run.out());
        Matcher line = Pattern.compile("IMRPhenomD/exact +6 +6 .* ([0-5]) \\(([0-9.e-]+) of 1.0e-17\\)")
            .matcher(run.out());
        assertTrue(line.find(), run.out());
        Map<?, ?> verdict = (Map<?, ?>) sets(json(
            CommandLineRun.of("verify", "--reference", UNIFORM, "--tolerance", "1e-17", "--json"))).getFirst();
        assertEquals(Integer.valueOf(line.group(1)), verdict.get("worst_row"));
        assertEquals(((Map<?, ?>) verdict.get("peak_difference")).get("max"), verdict.get("worst_row_peak_difference"));
        assertEquals(6, verdict.get("failures"));
    }

    @Test
    void anyFailingRowFailsTheWholeReport() throws IOException {
        CommandLineRun run = CommandLineRun.of(
            "verify", "--reference", PHENOM_D, UNIFORM, "--tolerance", "1e-17", "--json");
        assertEquals(1, run.exitCode());
        assertEquals(false, json(run).get("passed"));
    }

    @Test
    void onlyTheNamedSetsAreVerified() throws IOException {
        CommandLineRun run =
            CommandLineRun.succeeding("verify", "--reference", PHENOM_D, "--set", "edge", "--set", "wide", "--json");
        assertEquals(List.of("edge", "wide"),
            sets(json(run)).stream().map(set -> ((Map<?, ?>) set).get("set")).toList());
    }

    @Test
    void singlePrecisionHasItsOwnTolerance() throws IOException {
        CommandLineRun run = CommandLineRun.succeeding(
            "verify", "--reference", UNIFORM, "--precision", "single", "--json");
        Map<?, ?> verdict = (Map<?, ?>) sets(json(run)).getFirst();
        double worst = (Double) verdict.get("worst_row_peak_difference");
        assertTrue(worst > 1e-9 && worst < 1e-6, "rounded to single precision, not more: " + worst);
        assertEquals(1e-4, json(run).get("tolerance"));
    }

    @Test
    void theAccuracyAskedForIsTheOneVerified() throws IOException {
        String exact = CommandLineRun.succeeding("verify", "--reference", UNIFORM, "--backend", "vector").out();
        CommandLineRun fast =
            CommandLineRun.of("verify", "--reference", UNIFORM, "--backend", "vector", "--accuracy", "1e-4");
        assertTrue(exact.contains("PASSED: vector, exact, double"), exact);
        assertEquals(1, fast.exitCode(), fast.out());
        assertTrue(fast.out().contains("FAILED: vector, fast(2e-6), double"), fast.out());
        assertEquals("exact", json(CommandLineRun.succeeding("verify", "--reference", UNIFORM, "--backend", "scalar",
            "--accuracy", "fast", "--json")).get("accuracy"), "the scalar backend knows no other");
    }

    @Test
    void setsOfOtherModelsAreNamedAndNotVerified() throws IOException {
        // The same file under the name of a model as long that nobody here has.
        String content = Files.readString(Samples.REFERENCES.resolve("IMRPhenomXP.h5"), StandardCharsets.ISO_8859_1);
        Path other = Files.writeString(directory.resolve("other.h5"),
            content.replace("IMRPhenomXP", "SEOBNRv5PHM"), StandardCharsets.ISO_8859_1);
        CommandLineRun run = CommandLineRun.succeeding("verify", "--reference", other, UNIFORM);
        assertEquals(List.of(
            "chirpmill: other.h5, edge: not verified, SEOBNRv5PHM is not in this version.",
            "chirpmill: other.h5, production: not verified, SEOBNRv5PHM is not in this version.",
            "chirpmill: other.h5, wide: not verified, SEOBNRv5PHM is not in this version."),
            run.err().lines().toList());
    }

    /** A file of SpinTaylor angles, IMRPhenomXP, that says something else of its angles. */
    private Path withOptions(String options) throws IOException {
        String content = Files.readString(
            Samples.REFERENCES.resolve("IMRPhenomXP_SpinTaylor.h5"), StandardCharsets.ISO_8859_1);
        String own = "{'PhenomXPrecVersion': 320, 'PhenomXPFinalSpinMod': 2}";
        assertTrue(content.contains(own) && options.length() == own.length());
        return Files.writeString(
            directory.resolve("other.h5"), content.replace(own, options), StandardCharsets.ISO_8859_1);
    }

    @Test
    void setsWithOptionsThatAreNotHereAreNamedAndNotVerified() throws IOException {
        Path other = withOptions("{'PhenomXPrecVersion': 310, 'PhenomXPFinalSpinMod': 2}");
        assertEquals(List.of("chirpmill: other.h5, edge: not verified, options.PhenomXPrecVersion is 310 but must be "
            + "223 (two-spin MSA angles, LALSimulation's default), 320 or 321 (SpinTaylor angles, integrated "
            + "numerically) or 102 (single-spin NNLO angles): there are no other angles here (other.h5)."),
            CommandLineRun.succeeding("verify", "--reference", other, UNIFORM, "--set", "edge", "--set",
                "IMRPhenomD/exact").err().lines().toList());
        withOptions("{'PhenomXPrecVersion': 223, 'PhenomXPFinalSpinMod': 2}");
        assertEquals(List.of("chirpmill: other.h5, edge: not verified, phenomx.final_spin_mod is 2 but must be 3 or 4 "
            + "beside prec_version 223 (MSA angles), or left out: there is no other final spin for them here."),
            CommandLineRun.succeeding("verify", "--reference", other, UNIFORM, "--set", "edge", "--set",
                "IMRPhenomD/exact").err().lines().toList());
    }

    /** Other angles than those of the file make other waveforms, which only a large spread excuses. */
    @Test
    void theOptionsOfAFileChooseTheModelAndItsSpreadIsAllowed() throws IOException {
        Path other = withOptions("{'PhenomXPrecVersion': 102, 'PhenomXPFinalSpinMod': 0}");
        Map<?, ?> verdict = (Map<?, ?>) sets(json(CommandLineRun.of(
            "verify", "--reference", other, "--set", "production", "--json"))).getFirst();
        assertEquals(32, verdict.get("failures"));
        assertEquals(Map.of("PhenomXPrecVersion", 102, "PhenomXPFinalSpinMod", 0), verdict.get("options"));
        put(other, "production/lal_spread_peak", 5, 1e3);
        Map<?, ?> excused = (Map<?, ?>) sets(json(CommandLineRun.of(
            "verify", "--reference", other, "--set", "production", "--json"))).getFirst();
        assertEquals(31, excused.get("failures"));
    }

    @Test
    void rowsWhoseReferenceIsKnownToBeOffPassWithinThatAndAreTold() throws IOException {
        Path pv2 = Samples.REFERENCES.resolve("IMRPhenomPv2.h5");
        CommandLineRun run = CommandLineRun.succeeding("verify", "--reference", pv2, "--set", "edge");
        assertTrue(run.out().contains("1 of the rows that passed differ by more than tolerance, noise and spread "
            + "allow, but by no more than a table beside the file says that the reference itself is off: "
            + "IMRPhenomPv2.h5 edge 1" + System.lineSeparator()), run.out());
        Map<?, ?> told = (Map<?, ?>) sets(json(
            CommandLineRun.succeeding("verify", "--reference", pv2, "--set", "edge", "--json"))).getFirst();
        assertEquals(0, told.get("failures"));
        assertEquals(1, told.get("passed_by_reference_error"));
        Path alone = Files.copy(pv2, directory.resolve("alone.h5"));
        CommandLineRun failing = CommandLineRun.of("verify", "--reference", alone, "--set", "edge", "--json");
        assertEquals(1, failing.exitCode(), "without the table beside it");
        assertEquals(1, ((Map<?, ?>) sets(json(failing)).getFirst()).get("failures"));
        Files.writeString(directory.resolve("alone_lal_error.tsv"), "edge\t16\t1.9\n");
        assertEquals(1, CommandLineRun.of("verify", "--reference", alone, "--set", "edge").exitCode(),
            "with one that tells less than it differs by, 1.9107");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXP_SpinTaylor", "IMRPhenomXPHM_SpinTaylor", "IMRPhenomXO4a", "IMRPhenomXPNR",
        "IMRPhenomXHM", "uniform_grid_IMRPhenomXHM"})
    void everyRowOfTheSetsWithKnownErrorsPasses(String name) throws IOException {
        Path file = Samples.REFERENCES.resolve(name + ".h5");
        int known = 0;
        for (Object set : sets(json(CommandLineRun.succeeding("verify", "--reference", file, "--json")))) {
            Map<?, ?> verdict = (Map<?, ?>) set;
            assertEquals(0, verdict.get("failures"), verdict::toString);
            known += (Integer) verdict.get("passed_by_reference_error");
        }
        int rows = (int) Files.readString(Samples.REFERENCES.resolve(name + "_lal_error.tsv")).lines().count() - 1;
        assertTrue(known > 0 && known <= rows, known + " passed by the errors of " + rows + " rows");
    }

    /** Its modes are among the options. */
    @Test
    void aSetOfSomeModesIsMadeOfThese() throws IOException {
        Map<?, ?> verdict = (Map<?, ?>) sets(json(CommandLineRun.succeeding("verify", "--reference",
            Samples.REFERENCES.resolve("uniform_grid_IMRPhenomXPHM.h5"), "--json"))).getFirst();
        assertEquals(0, verdict.get("failures"), verdict::toString);
        assertEquals(0, verdict.get("passed_by_reference_error"), verdict::toString);
    }

    @Test
    void modelsWithHigherModesAreHeldToTheirOwnTolerance() throws IOException {
        CommandLineRun run = CommandLineRun.succeeding(
            "verify", "--reference", Samples.REFERENCES.resolve("IMRPhenomXPHM.h5"), "--json");
        assertEquals(1e-8, json(run).get("tolerance"));
        assertEquals(List.of("edge", "production", "wide"),
            sets(json(run)).stream().map(set -> ((Map<?, ?>) set).get("set")).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "h_plus, 0, NaN", "h_plus, 101, NaN", "h_cross, 0, NaN", "h_cross, 767, NaN", "h_plus, 40, Infinity",
        "h_cross, 3, -Infinity", "h_plus, 200, 1e-22", "h_cross, 201, 1e-22",
    })
    void aSpoiledRowFailsAlone(String name, int part, double value) throws IOException {
        Path spoiled = Files.copy(PHENOM_D, directory.resolve("spoiled.h5"));
        int row = 17;
        put(spoiled, "production/" + name, row * 2 * 384 + part, value);
        CommandLineRun run = CommandLineRun.of("verify", "--reference", spoiled, "--json");
        assertEquals(1, run.exitCode(), run.out());
        for (Object set : sets(json(run))) {
            Map<?, ?> verdict = (Map<?, ?>) set;
            boolean hit = verdict.get("set").equals("production");
            assertEquals(hit ? 1 : 0, verdict.get("failures"), verdict::toString);
            if (hit) {
                assertEquals(row, verdict.get("worst_row"), verdict::toString);
            }
        }
    }

    @Test
    void aNoiseThatIsNotANumberExcusesNothing() throws IOException {
        Path spoiled = Files.copy(PHENOM_D, directory.resolve("spoiled.h5"));
        put(spoiled, "production/lal_noise_peak", 17, Double.NaN);
        CommandLineRun.succeeding("verify", "--reference", spoiled);
        put(spoiled, "production/h_plus", 17 * 2 * 384 + 200, 1e-22);
        assertEquals(1, CommandLineRun.of("verify", "--reference", spoiled).exitCode());
    }

    /** Overwrites one of a contiguous dataset's numbers in place. */
    private static void put(Path path, String dataset, int index, double value) throws IOException {
        long address;
        try (HdfFile file = new HdfFile(path)) {
            address = ((ContiguousDataset) file.getDatasetByPath(dataset)).getDataAddress();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, value);
            channel.write(bytes, address + (long) index * Double.BYTES);
        }
    }
}
