package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Words that nobody means, at every place where a word is taken: each is refused in words or does no harm. */
class CommandWordsTest {
    /** More than an int holds; so many waveforms to train on are as good as any, in time. */
    private static final String LONG_WORK = "2147483648";

    private static final List<String> WORDS = List.of("-1", "0", "NaN", "-Infinity", "1e400", "9223372036854775807",
        "-9223372036854775809", "9".repeat(100_000), LONG_WORK, "x".repeat(100_000), "@/etc/passwd", "/dev/null",
        "../../nowhere/x", "=", ",", ":", "-", "a=b=c", "1:2:3", "0:9223372036854775807", "\u0661", "\u202egnp.exe",
        "\ud800", "\u001b]0;forged\u0007\u001b[2J", "a\nchirpmill: all is well", "a\u2028b", "\u009b31m", "a\u0000b");

    /** A command and what it needs to go on to an option. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
        Map.entry("generate", "DIR/good.yaml -o DIR/made.hdf5 --force --dry-run"),
        Map.entry("serve", "DIR/absent.yaml"),
        Map.entry("inspect", "DIR/set.hdf5"),
        Map.entry("waveform", "DIR/waveform.yaml -o DIR/w.npz --force"),
        Map.entry("plot waveform", "DIR/waveform.yaml -o DIR/p.png"),
        Map.entry("plot strain", "DIR/waveform.yaml -o DIR/p.png"),
        Map.entry("plot modes", "DIR/waveform.yaml -o DIR/p.png"),
        Map.entry("plot grid", "configs/multibanded_d.yaml -o DIR/p.png"),
        Map.entry("plot corner", "DIR/set.hdf5 -o DIR/p.png"),
        Map.entry("plot spectrum", "DIR/set.hdf5 -o DIR/p.png"),
        Map.entry("plot scaling", "DIR/good.yaml -o DIR/p.png"),
        Map.entry("domain suggest", "DIR/good.yaml --samples 2"),
        Map.entry("verify", "DIR/set.hdf5 --samples 2"),
        Map.entry("svd train", "DIR/good.yaml -o DIR/b.hdf5 --size 2 --num-training 4 --force"),
        Map.entry("svd validate", "DIR/set.hdf5 DIR/good.yaml"),
        Map.entry("svd sample", "DIR/set.hdf5 DIR/good.yaml -o DIR/b.hdf5 --force"),
        Map.entry("svd export", "DIR/set.hdf5 -o DIR/b.hdf5 --force"),
        Map.entry("compare", "DIR/set.hdf5 DIR/set.hdf5"),
        Map.entry("benchmark", "DIR/absent.yaml"),
        Map.entry("devices", "--no-rate"),
        Map.entry("completion", ""),
        Map.entry("help", ""));

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeFiles() throws IOException {
        Path settings = Files.writeString(directory.resolve("good.yaml"),
            Samples.REJECTING.replace("num_samples: 150", "num_samples: 5"));
        Files.copy(Samples.WAVEFORM, directory.resolve("waveform.yaml"));
        CommandLineRun.generate(settings, directory.resolve("set.hdf5"));
    }

    /** All words where there is time, else every fourth, another four for the next option. */
    private static List<String> wordsFor(String place) {
        int step = Boolean.getBoolean("chirpmill.thorough") ? 1 : 4;
        int first = Math.floorMod(place.hashCode(), step);
        return IntStream.range(0, WORDS.size()).filter(k -> k % step == first).mapToObj(WORDS::get).toList();
    }

    /** A command's own words, without an option that is to be tried. */
    private static List<String> words(String command, OptionSpec tried) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        List<String> needed = Arrays.stream(COMMANDS.get(command).replace("DIR", directory.toString()).split(" "))
            .filter(word -> !word.isEmpty()).toList();
        for (int k = 0; k < needed.size(); k++) {
            if (tried != null && List.of(tried.names()).contains(needed.get(k))) {
                k += tried.arity().max();
            } else {
                words.add(needed.get(k));
            }
        }
        return words;
    }

    /** Whether a file of that name would be written where the tests run. */
    private static boolean isTarget(OptionSpec option) {
        return List.of("--out", "--out_file", "--output", "--histogram").contains(option.longestName());
    }

    private static void assertSaid(List<String> words) {
        long began = System.nanoTime();
        CommandLineRun run = CommandLineRun.of(words.toArray());
        double seconds = (System.nanoTime() - began) * 1e-9;
        String said = run.err() + run.out();
        assertTrue(List.of(0, 1, 2).contains(run.exitCode()), said);
        assertFalse(said.contains("should not have happened"), said);
        assertFalse(said.contains("Exception"), said);
        assertFalse(said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'
            || Character.getType(c) == Character.FORMAT || c == '\u2028'), said);
        run.err().lines().forEach(line -> assertTrue(line.startsWith("chirpmill: ")
            || line.matches("[0-9,]+ of [0-9,]+ waveforms .*"), line));
        assertTrue(seconds < 20, seconds + " s");
        assertTrue(said.length() < 200_000, () -> said.length() + " characters");
    }

    @TestFactory
    Stream<DynamicTest> everyOptionTakesEveryWordOrRefusesIt() {
        return commands(new CommandLine(new Chirpmill())).flatMap(spec -> {
            String command = spec.qualifiedName(" ").replace("chirpmill ", "");
            assertTrue(COMMANDS.containsKey(command), command);
            return spec.options().stream().filter(option -> option.arity().max() > 0).map(option ->
                DynamicTest.dynamicTest(command + " " + option.longestName(), () -> {
                    for (String word : wordsFor(command + option.longestName())) {
                        if (word.equals(LONG_WORK) && option.longestName().equals("--num-training")) {
                            continue;
                        }
                        List<String> words = words(command, option);
                        words.addAll(List.of(option.longestName(), isTarget(option) ? directory + "/" + word : word));
                        assertSaid(words);
                    }
                }));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyCommandTakesEveryWordOrRefusesIt() {
        return COMMANDS.keySet().stream().map(command -> DynamicTest.dynamicTest(command, () -> {
            for (String word : WORDS) {
                List<String> words = new ArrayList<>(List.of(command.split(" ")));
                words.add(word);
                assertSaid(words);
                List<String> more = words(command, null);
                more.add(word);
                assertSaid(more);
            }
        }));
    }

    /** The commands that do something. */
    private static Stream<CommandSpec> commands(CommandLine line) {
        return line.getSubcommands().isEmpty() ? Stream.of(line.getCommandSpec())
            : line.getSubcommands().values().stream().flatMap(CommandWordsTest::commands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\n"})
    void anEmptyWordIsRefusedWhereverItStands(String empty) {
        for (String command : COMMANDS.keySet()) {
            List<String> words = words(command, null);
            for (int place = 0; place <= words.size(); place++) {
                List<String> with = new ArrayList<>(words);
                with.add(place, empty);
                CommandLineRun run = CommandLineRun.of(with.toArray());
                assertEquals(2, run.exitCode(), with::toString);
                assertEquals("chirpmill: " + (place == 0 ? "the first word" : "the word after '" + words.get(place - 1)
                    + "'") + " is empty: leave it out or say what is meant (see 'chirpmill --help')."
                    + System.lineSeparator(), run.err());
                assertEquals("", run.out());
            }
        }
    }

    @Test
    void anAtSignIsACharacterAndNoFileIsReadForIt() throws IOException {
        Path words = Files.writeString(directory.resolve("words"), "--version\n");
        Path named = Files.copy(directory.resolve("good.yaml"), Path.of("@settings.yaml").toAbsolutePath());
        try {
            assertEquals(0, CommandLineRun.of("generate", "@settings.yaml", "--dry-run").exitCode());
        } finally {
            Files.delete(named);
        }
        String at = "@" + words;
        CommandLineRun alone = CommandLineRun.of(at);
        assertTrue(alone.err().startsWith("chirpmill: there is no command '" + at + "'"), alone.err());
        assertEquals(2, alone.exitCode());
        assertEquals("chirpmill: '" + at + "' is one argument too many (see 'chirpmill completion --help')."
            + System.lineSeparator(), CommandLineRun.of("completion", at).err());
        assertEquals("chirpmill: The settings file " + at + " does not exist." + System.lineSeparator(),
            CommandLineRun.of("generate", at).err());
        for (String command : List.of("inspect", "verify", "plot corner", "plot spectrum", "svd export -o x.h5")) {
            List<Object> with = new ArrayList<>(List.of(command.split(" ")));
            with.add(at);
            CommandLineRun run = CommandLineRun.of(with.toArray());
            assertEquals("chirpmill: " + at + " does not exist." + System.lineSeparator(), run.err());
            assertEquals(2, run.exitCode());
        }
    }
}
