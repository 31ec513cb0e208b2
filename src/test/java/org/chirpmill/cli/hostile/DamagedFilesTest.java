package org.chirpmill.cli.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged files of each kind that is read, through every command that reads it: no crash, no hang, no trace, no word
 * that only programmers understand, no other file touched. {@code -Dchirpmill.fuzz=N} says how many files,
 * {@code -Dchirpmill.fuzz.seed=S} which, {@code -Dchirpmill.fuzz.kind=BASIS} of which kind,
 * {@code -Dchirpmill.fuzz.only=K} that it is the K-th alone. Were the JVM to die, {@code target/damaged-file.txt} would
 * tell at which file.
 */
class DamagedFilesTest {
    private static final int FILES = Integer.getInteger("chirpmill.fuzz", 300);
    private static final long SEED = Long.getLong("chirpmill.fuzz.seed", 1);
    private static final int ONLY = Integer.getInteger("chirpmill.fuzz.only", -1);
    private static final String KIND = System.getProperty("chirpmill.fuzz.kind", ".*");
    /** Plans, which take a quarter of a second, are asked of one file in so many. */
    private static final int MEASURED = 5;
    private static final int FAILURES_SHOWN = 10;
    private static final Path UNDER_WAY = Path.of("target/damaged-file.txt");

    @TempDir
    private static Path folder;
    private static Workbench bench;
    private static final Map<String, Integer> ANSWERS = new TreeMap<>();

    @BeforeAll
    static void makeTheIntactFiles() throws IOException {
        bench = Workbench.in(folder);
    }

    @AfterAll
    static void say() throws IOException {
        Files.deleteIfExists(UNDER_WAY);
        System.out.println("Damaged files, what commands answered: " + ANSWERS);
    }

    static Stream<Arguments> specimens() {
        List<Specimen> all = Specimen.all().stream().filter(one -> one.kind().name().matches(KIND)).toList();
        return IntStream.range(0, all.size()).mapToObj(k -> Arguments.of(all.get(k), k, all.size()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("specimens")
    void noDamageEndsInAnythingButAnAnswer(Specimen specimen, int number, int of) throws Exception {
        List<String> failures = new ArrayList<>();
        for (int k = number; k < Math.max(FILES, ONLY + 1); k += of) {
            if (ONLY < 0 || ONLY == k) {
                failures.addAll(failures(specimen, k));
            }
        }
        assertEquals(0, failures.size(), () -> failures.size() + " complaints\n"
            + String.join("\n", failures.subList(0, Math.min(FAILURES_SHOWN, failures.size()))) + "\n");
    }

    private static List<String> failures(Specimen specimen, int k) throws Exception {
        Path intact = bench.file(specimen.file());
        Path suspect = bench.file(specimen.kind().fileName());
        Files.copy(intact, suspect, StandardCopyOption.REPLACE_EXISTING);
        String story = specimen.harm().to(suspect, new Random(SEED * 1_000_003 + k));
        String name = "-Dtest=DamagedFilesTest -Dchirpmill.fuzz.seed=" + SEED + " -Dchirpmill.fuzz.only=" + k
            + (KIND.equals(".*") ? " " : " -Dchirpmill.fuzz.kind=" + KIND + " ") + specimen + ": " + story;
        byte[] damaged = Files.readAllBytes(suspect);
        List<String> failures = new ArrayList<>();
        for (FileKind.ReadingCommand command : specimen.kind().commands()) {
            if (command.measures() && k % MEASURED != 0) {
                continue;
            }
            bench.learn(command, suspect, intact);
            Files.write(suspect, damaged);
            Files.writeString(UNDER_WAY, command.name() + ", " + name + "\n");
            Workbench.Trial trial = bench.trial(command, suspect, intact);
            String answer = trial.run().answer().map(one -> "exit code " + one.exitCode()).orElse("none");
            ANSWERS.merge(answer, 1, Integer::sum);
            if (!trial.complaints().isEmpty()) {
                failures.add(command.name() + ": " + String.join("; ", trial.complaints()) + "\n  (" + Conduct
                    .inShort(trial.run()) + ")\n  " + name);
            }
            assertTrue(trial.run().failure().filter(failure -> failure.startsWith("it takes")).isEmpty(),
                () -> String.join("\n", failures));
        }
        return failures;
    }
}
