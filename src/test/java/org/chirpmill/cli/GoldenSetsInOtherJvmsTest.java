package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Vectors, functions, BLAS, threads and batches do not show in a byte. All of {@link GoldenJvm} with
 * {@code -Dchirpmill.thorough=true}.
 */
class GoldenSetsInOtherJvmsTest {
    private static final int SHOWN = 5;

    @ParameterizedTest
    @EnumSource(names = {"NO_AVX2_NO_INTRINSICS", "VECTORS_OF_16_BYTES_IN_ODD_BATCHES", "NO_VECTOR_API"})
    void setsOfEveryModelAreTheRecordedBytes(GoldenJvm jvm) throws Exception {
        assertTheRecordedBytes(jvm);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE,
        names = {"NO_AVX2_NO_INTRINSICS", "VECTORS_OF_16_BYTES_IN_ODD_BATCHES", "NO_VECTOR_API"})
    @EnabledIfSystemProperty(named = "chirpmill.thorough", matches = "true")
    void allSetsAreTheRecordedBytes(GoldenJvm jvm) throws Exception {
        assertTheRecordedBytes(jvm);
    }

    private static void assertTheRecordedBytes(GoldenJvm jvm) throws Exception {
        Set<String> missing = jvm.missing();
        assumeTrue(missing.isEmpty(), () -> "this CPU lacks " + missing);
        Map<String, GoldenHashes> recorded = GoldenHashes.read(GoldenSetsTest.RECORDED);
        Path folder = GoldenSetsTest.KEPT.resolveSibling(jvm.name().toLowerCase(Locale.ROOT));
        remove(folder);
        Map<String, GoldenHashes> made = jvm.make(folder);
        List<GoldenSet> sets = jvm.sets();
        assertEquals(sets.stream().map(GoldenSet::name).toList(), List.copyOf(made.keySet()));
        assertTrue(recorded.keySet().containsAll(made.keySet()), "all of these are recorded: " + made.keySet());
        List<GoldenSet> differing = new ArrayList<>();
        for (GoldenSet set : sets) {
            if (recorded.get(set.name()).equals(made.get(set.name()))) {
                set.remove(folder);
            } else {
                differing.add(set);
            }
        }
        if (!differing.isEmpty()) {
            throw new AssertionError(differing.size() + " of " + sets.size() + " sets are not what was recorded in "
                + jvm + ":" + report(differing, recorded, made) + inNumbers(differing.getFirst(), folder));
        }
        remove(folder);
    }

    /** With all that it holds, be it of a run before. */
    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static String report(List<GoldenSet> differing, Map<String, GoldenHashes> recorded,
            Map<String, GoldenHashes> made) {
        StringBuilder text = new StringBuilder();
        for (GoldenSet set : differing.subList(0, Math.min(SHOWN, differing.size()))) {
            text.append('\n').append(set).append('\n')
                .append(recorded.get(set.name()).differences(made.get(set.name())));
        }
        return text + (differing.size() > SHOWN ? "\nand so on" : "");
    }

    /** How far the first is from what this JVM makes. */
    private static String inNumbers(GoldenSet set, Path folder) throws IOException {
        Path own = set.make(GoldenSetsTest.KEPT, GoldenSetsTest.DIVISION);
        Object[] command = {"compare", set.file(folder), own, "--tolerance", 0};
        return "\n./chirpmill compare " + command[1] + " " + command[2] + " --tolerance 0\n"
            + CommandLineRun.of(command).out();
    }
}
