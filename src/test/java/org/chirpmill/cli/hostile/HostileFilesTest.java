package org.chirpmill.cli.hostile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.cli.CommandLineRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that made a command crash, loop, tell what is in another file, change one, or believe nonsense. Everything
 * refuses them, but for what the table says: with these commands they work, for what is wrong with them does not matter
 * there; those find that they are not what they say ({@code UNLIKE}: exit code 1 or 2).
 */
class HostileFilesTest {
    @TempDir
    private static Path folder;
    private static Workbench bench;
    private static byte[] victim;

    @BeforeAll
    static void makeTheFilesBesideThem() throws IOException {
        String settings = Files.readString(Workbench.RESOURCES.resolve("S-13.yaml"));
        bench = Workbench.in(folder, settings.replace("compression: {svd: {file: S-13.h5}}\n", ""));
        Files.copy(bench.file("projected.hdf5"), bench.file("victim.hdf5"));
        victim = Files.readAllBytes(bench.file("victim.hdf5"));
    }

    @ParameterizedTest(name = "{0}, {3}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        S-1.h5   | inspect              | compare, compare with, verify | an attribute of 200 texts beside ours
        S-2.h5   | inspect              | compare, compare with, verify | an attribute of nothing beside ours
        S-3.h5   | none                 | none                          | a version of no texts
        S-4.h5   | none                 | none                          | settings of 3,000 texts of ten bytes
        S-6.h5   | none                 | none                          | f_ref of 8,000 numbers
        S-7.h5   | none                 | none                          | a basis that lies in victim.hdf5
        S-8.h5   | none                 | none                          | a bit flipped in an attribute's type
        S-9.h5   | none                 | none                          | a field that lies outside of its record
        S-10.h5  | BASIS                | none                          | a global heap that runs out of the file
        S-11.h5  | none                 | none                          | a heap that has no end
        S-12.h5  | inspect, SOURCES     | compare, compare with, verify | 64 of 129 bins
        S-12b.h5 | inspect, SOURCES     | compare, compare with, verify | none of 129 bins
        S-13.h5  | none                 | none                          | a basis with a NaN in it
        S-17.h5  | none                 | none                          | 1e12 rows in 98 kB
        S-18.h5  | none                 | none                          | a table that lies in /etc/passwd
        S-19.h5  | inspect, PARAMETERS  | none                          | settings that whiten with /etc/passwd
        S-20.h5  | inspect, PARAMETERS, compare, compare with | none    | settings with escape sequences
        S-23.h5  | none                 | none                          | 1e9 bins
        S-25.h5  | none                 | none                          | a bit flipped inside
        """)
    void everyCommandAnswersInOneSentence(String name, String works, String unlike, String what) throws Exception {
        Map<String, Lie.Answer> others = new HashMap<>();
        listed(works).forEach(command -> others.put(command, Lie.Answer.AS_INTACT));
        listed(unlike).forEach(command -> others.put(command, Lie.Answer.UNLIKE));
        Lie.Answers answers = new Lie.Answers(Lie.Answer.REFUSED, others);
        List<String> complaints = new ArrayList<>();
        Path suspect = bench.file("suspect.hdf5");
        for (FileKind kind : List.of(FileKind.DATASET, FileKind.BASIS, FileKind.REFERENCE)) {
            for (FileKind.ReadingCommand command : kind.commands()) {
                Files.copy(Workbench.RESOURCES.resolve(name), suspect, StandardCopyOption.REPLACE_EXISTING);
                Workbench.Trial trial = bench.trial(command, suspect, bench.file("plain.hdf5"));
                List<String> wrong = new ArrayList<>(trial.complaints());
                trial.run().answer().ifPresent(answer -> {
                    if (!answers.of(command).is(answer.exitCode(), 0)) {
                        wrong.add("the right answer is " + answers.of(command));
                    }
                    if (mentionsAnotherFile(answer)) {
                        wrong.add("it tells what is in another file");
                    }
                });
                if (!wrong.isEmpty()) {
                    complaints.add(command.name() + ": " + String.join("; ", wrong) + " ("
                        + Conduct.inShort(trial.run()) + ")");
                }
            }
        }
        assertArrayEquals(victim, Files.readAllBytes(bench.file("victim.hdf5")), name + " changes another file");
        assertTrue(complaints.isEmpty(), () -> name + ", " + what + "\n" + String.join("\n", complaints) + "\n");
    }

    /** Whatever needs the rows' parameters alone, and whatever makes them anew where what is stored does not serve. */
    private static Stream<String> listed(String names) {
        return names == null ? Stream.empty() : Arrays.stream(names
            .replace("SOURCES", "PARAMETERS, plot strain, plot waveform")
            .replace("PARAMETERS", "waveform, plot corner")
            .replace("BASIS", "plot spectrum, svd validate, svd export, svd cut, plan with basis, generate by basis, "
                + "benchmark").split(", "));
    }

    /** All lines of /etc/passwd have these; read as numbers, its first bytes are none that a set has. */
    private static boolean mentionsAnotherFile(CommandLineRun answer) {
        return (answer.out() + answer.err()).matches("(?s).*(:x:|/bin/|nologin|root:).*");
    }

    @ParameterizedTest(name = "{0}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
        S-13.yaml | 2 | HERE/S-13.h5 holds no usable SVD basis | its basis has a NaN in it
        S-15.yaml | 2 | (HERE/suspect.yaml, line 14)           | a sexagesimal number of 1,500 parts
        S-16.yaml | 2 | (f_ref = 1.0E-8 Hz                     | phases of 1e18 rad
        S-20.yaml | 2 | (HERE/suspect.yaml, line 2)            | a model's name with escape sequences
        S-21.yaml | 0 | which is no finite number              | a prior that draws infinities
        """)
    void settingsAreAnsweredInOneSentence(String name, int exitCode, String told, String what) throws Exception {
        Path suspect = bench.file("suspect.yaml");
        Files.copy(Workbench.RESOURCES.resolve(name), suspect, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Workbench.RESOURCES.resolve("S-13.h5"), bench.file("S-13.h5"), StandardCopyOption.REPLACE_EXISTING);
        List<String> complaints = new ArrayList<>();
        for (FileKind.ReadingCommand command : FileKind.SETTINGS.commands()) {
            Workbench.Trial trial = bench.trial(command, suspect, suspect);
            String answer = Conduct.inShort(trial.run());
            // Where another file is to blame, that one is named.
            trial.complaints().stream().filter(complaint -> !(complaint.contains("name the file")
                && answer.contains("S-13.h5"))).forEach(complaint -> complaints.add(command.name() + ": " + complaint
                + " (" + answer + ")"));
            if (command.name().equals("generate")) {
                String sentence = told.replace("HERE", folder.toString());
                assertTrue(answer.startsWith("exit code " + exitCode) && answer.contains(sentence),
                    () -> name + ": " + answer);
            }
        }
        assertEquals("", String.join("\n", complaints), () -> name + ", " + what);
    }
}
