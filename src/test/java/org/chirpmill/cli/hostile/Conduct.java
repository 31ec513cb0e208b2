package org.chirpmill.cli.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chirpmill.cli.CommandLineRun;

/**
 * How every command behaves whatever lies in the file: it comes to an end soon, with an exit code
 * that means what the manual says, and with nothing but sentences; a refusal is one, or of settings one for each fault,
 * and names the file.
 *
 * @param command which
 * @param intact what it answered where the file was as it should be, if that is known
 */
record Conduct(FileKind.ReadingCommand command, Optional<CommandLineRun> intact) {
    private static final int LONGEST_SENTENCE = 4100;
    /** What only programmers understand. */
    private static final Pattern INTERNAL = Pattern.compile("this should not have happened|not enough memory|Exception"
        + "|\\bError\\b|\\b(is|was|of|because) null\\b|overflow|out of bounds"
        + "|[Ii]ndex \\d+ out of|\\b[Bb]uffer\\b|\\[[BCDIJL]@"
        + "|\\bjavax?\\.|org\\.chirpmill|bytedeco|\\bat [a-z]+\\.");
    /** A sentence, or how far the making of waveforms is. */
    private static final Pattern LINE = Pattern.compile("chirpmill: |[\\d,]+ of [\\d,]+ waveforms ");
    /** What is told beside: of what is ignored, left out, done, or kept otherwise than asked. */
    private static final Pattern NOTICE = Pattern.compile("ignored|not verified|is kept as|changes nothing|"
        + "evaluates;|training|"
        + "a detection[^:]*: it is |absent and taken as 0|are worked out from|no waveform, since|the constraints admit|"
        + "the bands follow the nodes|"
        + "warm-up|repeat \\d|rejected|^[\\d,]+ of [\\d,]+ waveforms |\\.\\.\\.$");
    /** Of C0, DEL and C1 all but the end of a line, and what turns the direction of writing. */
    private static final Pattern CONTROL =
        Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

    /** What is wrong with an answer; empty where nothing is. */
    List<String> complaints(WatchedRun run, Path file) {
        List<String> complaints = new ArrayList<>();
        run.failure().ifPresent(complaints::add);
        run.answer().ifPresent(answer -> judge(answer, file, complaints));
        return complaints;
    }

    private void judge(CommandLineRun answer, Path file, List<String> complaints) {
        find(CONTROL, answer.out() + answer.err()).ifPresent(found -> complaints.add(
            "a control character, U+%04X, reaches the terminal".formatted((int) found.charAt(0))));
        find(INTERNAL, answer.err()).ifPresent(found -> complaints.add("it says '" + found + "'"));
        List<String> lines = answer.err().lines().toList();
        lines.stream().filter(line -> !LINE.matcher(line).lookingAt())
            .forEach(line -> complaints.add("it says '" + line + "', which does not begin with its name"));
        lines.stream().filter(line -> line.length() > LONGEST_SENTENCE)
            .forEach(line -> complaints.add("it says a sentence of " + line.length() + " characters"));
        switch (answer.exitCode()) {
            case 0 -> { }
            case 1 -> requireJudgement(answer, complaints);
            case 2 -> requireRefusal(answer, lines, file, complaints);
            default -> complaints.add("its exit code is " + answer.exitCode());
        }
    }

    /** 1 is the answer to what was asked, whether things are the same; nothing failed. */
    private void requireJudgement(CommandLineRun answer, List<String> complaints) {
        if (!command.judges() || !answer.out().contains("FAIL") && !answer.out().contains("false")) {
            complaints.add("its exit code is 1, not 2");
        }
    }

    private void requireRefusal(CommandLineRun answer, List<String> lines, Path file, List<String> complaints) {
        if (lines.isEmpty()) {
            complaints.add("it refuses without a word");
            return;
        }
        boolean asEver = intact.isPresent() && intact.get().err().equals(answer.err());
        boolean named = lines.getLast().contains(file.getFileName().toString())
            || lines.getLast().contains(Workbench.SETTINGS_OF_NOISE);
        if (!asEver && !named) {
            complaints.add("it does not name the file");
        }
        List<String> sentences = lines.stream().filter(line -> !NOTICE.matcher(line).find()).toList();
        boolean ofEachFault = file.toString().endsWith(".yaml")
            && sentences.stream().allMatch(line -> line.contains(file.getFileName().toString()));
        if (sentences.size() > 1 && !ofEachFault) {
            complaints.add("it refuses in " + sentences.size() + " lines");
        }
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** The answer, short, for a message. */
    static String inShort(WatchedRun run) {
        return run.answer().map(answer -> "exit code " + answer.exitCode() + ", "
            + (answer.err().isBlank() ? "nothing said" : answer.err().strip())).orElse("no answer");
    }
}
