package org.chirpmill.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chirpmill.rows.Remedy;

/**
 * Settings that cannot be used. Each problem is one sentence for the user: the key, its value, what is allowed, and the
 * file and line where they are known. The message has all of them in the order of their lines, a line each.
 */
public final class SettingsException extends RuntimeException {
    /** What stands nowhere is said last. */
    static final int UNKNOWN_LINE = Integer.MAX_VALUE;

    private static final long serialVersionUID = 1L;

    /** What of the settings cannot be used, by line. */
    private final List<Problem> problems;

    /** A refusal with the given sentence. */
    public SettingsException(String sentence) {
        this(List.of(new Problem(UNKNOWN_LINE, sentence, List.of(), "")));
    }

    /**
     * A refusal that can be placed.
     *
     * @param line in the file, from 1; {@link #UNKNOWN_LINE} where it has none
     * @param complaint a sentence without its full stop
     * @param place file and line, as messages show them
     */
    SettingsException(int line, String complaint, String place) {
        this(List.of(new Problem(line, complaint, List.of(), " (" + place + ").")));
    }

    private SettingsException(List<Problem> problems) {
        super(problems.stream().map(problem -> problem.sentence(Remedy::clause))
            .collect(Collectors.joining("\n")));
        this.problems = problems;
    }

    /** Several refusals as one, in the order of their lines; of the same line, as they come. */
    public static SettingsException of(List<SettingsException> refusals) {
        return refusals.size() == 1 ? refusals.getFirst() : new SettingsException(refusals.stream()
            .flatMap(refusal -> refusal.problems.stream())
            .sorted(Comparator.comparingInt(Problem::line)).toList());
    }

    /** The same without what comes after so many, which are counted. */
    SettingsException first(int most, String file) {
        if (problems.size() <= most) {
            return this;
        }
        List<Problem> kept = new ArrayList<>(problems.subList(0, most));
        kept.add(new Problem(UNKNOWN_LINE, "There is as much to say of " + (problems.size() - most)
            + " more entries", List.of(), " (" + file + ")."));
        return new SettingsException(kept);
    }

    /** The same with what can be done about it. */
    SettingsException with(Remedy remedy) {
        return new SettingsException(problems.stream().map(problem ->
            new Problem(problem.line, problem.complaint, List.of(remedy), problem.ending)).toList());
    }

    /** The sentences in the caller's words for the remedies. */
    public List<String> sentences(Function<Remedy, String> words) {
        return problems.stream().map(problem -> problem.sentence(words)).toList();
    }

    /**
     * One of the problems.
     *
     * @param line in the file
     * @param complaint the sentence up to its place
     * @param remedies what can be done about it, one or none
     * @param ending the place in parentheses and the full stop
     */
    private record Problem(int line, String complaint, List<Remedy> remedies, String ending)
            implements Serializable {
        private String sentence(Function<Remedy, String> words) {
            return complaint + remedies.stream().map(words).map(": "::concat).collect(Collectors.joining()) + ending;
        }
    }
}
