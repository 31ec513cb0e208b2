package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.run.Choices;
import org.chirpmill.run.DescribedWaveform;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slips of the hand in the settings that come with the program: each ends in a run that could begin, or in sentences
 * that name the file and the line. {@code -Dchirpmill.edits=N} says how many, {@code -Dchirpmill.edits.seed=S} which,
 * {@code -Dchirpmill.edits.only=K} that it is the K-th alone.
 */
class EditedSettingsTest {
    private static final int EDITS = Integer.getInteger("chirpmill.edits", 2000);
    private static final long SEED = Long.getLong("chirpmill.edits.seed", 1);
    private static final int ONLY = Integer.getInteger("chirpmill.edits.only", -1);
    private static final int FAILURES_SHOWN = 10;
    /** Bases beyond that are not planned: their stand-ins take the memory of the JVM that tests share. */
    private static final double MOST_NUMBERS_OF_BASIS = 1e6;
    private static final Pattern UNKNOWN_TO_USERS =
        Pattern.compile("should not have happened|Exception|"
            + "not enough memory|\\tat |org\\.chirpmill|\\b(is|was|of) null\\b");

    private static final int LONGEST = 200;
    private static final Pattern VALUE = Pattern.compile(" = '.*'(?=: )| is \\[[^\\]]*\\]");
    /** Where what there is begins to be listed. */
    private static final Pattern LIST = Pattern.compile(
        ": known here are|, those that have are| from the other keys \\(|, known are|of this version: "
        + "|but no such file is in |or take a model with tides: ");

    @TempDir
    private Path folder;

    private final Choices choices = Choices.on(EvaluatorLookup.forced("scalar"));
    private final Map<String, Integer> answers = new TreeMap<>();

    @Test
    void everyEditEndsInARunOrInSentencesWithFileAndLine() throws IOException {
        List<Path> configs = configs();
        Path file = folder.resolve("edited.yaml");
        List<String> complaints = new ArrayList<>();
        for (int k = ONLY < 0 ? 0 : ONLY; k < (ONLY < 0 ? EDITS : ONLY + 1); k++) {
            Path config = configs.get(k % configs.size());
            SettingsEdit edit = edited(Files.readString(config), new Random(SEED * 1_000_003 + k));
            Files.writeString(file, edit.text());
            String name = "-Dtest=EditedSettingsTest -Dchirpmill.edits.seed=" + SEED + " -Dchirpmill.edits.only=" + k
                + ": " + config.getFileName() + ", " + edit.story();
            List<Path> before = listing();
            complaint(answer(file), file).ifPresent(complaint -> complaints.add(complaint + "\n  " + name));
            assertEquals(before, listing(), () -> "something was written by " + name);
        }
        System.out.println("Edited settings, exit codes: " + answers);
        assertEquals(0, complaints.size(), () -> complaints.size() + " complaints\n"
            + String.join("\n", complaints.subList(0, Math.min(FAILURES_SHOWN, complaints.size()))) + "\n");
        assertTrue(ONLY >= 0 || answers.values().stream().allMatch(count -> count > EDITS / 10), answers::toString);
    }

    /** One edit, and of every fifth text a second one. */
    private static SettingsEdit edited(String text, Random random) {
        SettingsEdit first = SettingsEdit.of(text, random);
        if (random.nextInt(5) > 0) {
            return first;
        }
        SettingsEdit second = SettingsEdit.of(first.text(), random);
        return new SettingsEdit(second.text(), first.story() + "; " + second.story());
    }

    /** What the command line would say, up to the first row; the commands are not asked, which parse for long. */
    private CommandLineRun answer(Path file) throws IOException {
        StringWriter err = new StringWriter();
        int exitCode = 0;
        try {
            if (Files.readString(file).contains("waveform_parameters")) {
                DatasetSettings settings = DatasetSettings.read(file);
                new DescribedWaveform(settings, settings.waveformParameters(), Optional.empty(), choices).onItsGrid();
            } else {
                Run.of(light(Recipe.read(file)), choices);
            }
        } catch (IOException | RuntimeException | Error failure) {
            exitCode = new Failures(() -> false).handle(failure, new PrintWriter(err, true));
        }
        return new CommandLineRun(exitCode, "", err.toString());
    }

    private Recipe light(Recipe recipe) {
        double vectors = recipe.settings().compression().flatMap(CompressionSettings::svd)
            .map(svd -> svd.size().orElse(0) == 0 ? recipe.grid().bins() : (double) svd.size().getAsLong()).orElse(0.0);
        return vectors * recipe.grid().bins() <= MOST_NUMBERS_OF_BASIS ? recipe
            : Recipe.of(recipe.settings().reread(recipe.settings().tree().with("compression.svd", null)), folder);
    }

    private Optional<String> complaint(CommandLineRun run, Path file) {
        answers.merge("exit code " + run.exitCode(), 1, Integer::sum);
        String said = run.err().strip();
        if (run.exitCode() != 0 && run.exitCode() != 2) {
            return Optional.of("its exit code is " + run.exitCode() + ": " + said);
        }
        if (UNKNOWN_TO_USERS.matcher(said).find()) {
            return Optional.of("it says what only programmers understand: " + said);
        }
        if (run.exitCode() == 0) {
            return Optional.empty();
        }
        return run.err().lines().filter(line -> !isPlaced(line, file)).findFirst()
            .map(line -> "it does not say where: " + line)
            .or(() -> run.err().lines().filter(line -> length(line, file) > LONGEST).findFirst()
                .map(line -> "it is long: " + line));
    }

    /** Of a sentence without the user's own value and the list of what there is, in a file of a short name. */
    private static int length(String line, Path file) {
        String sentence = VALUE.matcher(line.substring("chirpmill: ".length()).replace(file.toString(), "a.yaml"))
            .replaceAll("");
        Matcher list = LIST.matcher(sentence);
        return list.find() ? list.start() : sentence.length();
    }

    /** What is missing from the top level stands in no line. */
    private static boolean isPlaced(String line, Path file) {
        return line.startsWith("chirpmill: ") && line.contains(file.toString())
            && (line.contains(file + ", line ") || line.contains(" is missing") || line.contains(" is empty"));
    }

    private List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private List<Path> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
