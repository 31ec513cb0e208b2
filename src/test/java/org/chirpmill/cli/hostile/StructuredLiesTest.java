package org.chirpmill.cli.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chirpmill.dataset.DatasetReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in order that mean nothing, or not what we mean, through every command that reads their kind. */
class StructuredLiesTest {
    @TempDir
    private static Path folder;
    private static Workbench bench;
    private static List<String> columns;

    @BeforeAll
    static void makeTheIntactFiles() throws Exception {
        bench = Workbench.in(folder);
        new ProcessBuilder("mkfifo", bench.file("pipe").toString()).start().waitFor();
        try (DatasetReader plain = DatasetReader.open(bench.file("plain.hdf5"))) {
            columns = plain.columns();
        }
    }

    static Stream<Lie> lies() {
        return Stream.concat(DatasetLies.of(columns).stream(), BasisLies.all().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void noCommandBelievesALieOrMindsWhatItNeedNotKnow(Lie lie) throws IOException, InterruptedException {
        Path intact = bench.file(lie.intact());
        Path suspect = bench.file(lie.kind().fileName());
        List<String> complaints = new ArrayList<>();
        for (FileKind.ReadingCommand command : lie.kind().commands()) {
            Files.copy(intact, suspect, StandardCopyOption.REPLACE_EXISTING);
            bench.learn(command, suspect, intact);
            try (Hdf5Author author = Hdf5Author.edit(suspect)) {
                lie.told().tell(author);
            }
            Workbench.Trial trial = bench.trial(command, suspect, intact);
            List<String> wrong = new ArrayList<>(trial.complaints());
            trial.run().answer().ifPresent(answer -> {
                Lie.Answer right = lie.answers().of(command);
                if (!right.is(answer.exitCode(), bench.intactExitCode(command, intact))) {
                    wrong.add("the right answer is " + right);
                }
            });
            if (!wrong.isEmpty()) {
                complaints.add(command.name() + ": " + String.join("; ", wrong) + " (" + Conduct.inShort(trial.run())
                    + ")");
            }
        }
        Files.deleteIfExists(suspect);
        assertTrue(complaints.isEmpty(), () -> lie + "\n" + String.join("\n", complaints) + "\n");
    }
}
