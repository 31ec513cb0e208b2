package org.chirpmill.rows;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * What went wrong and what can be done about it, which together make a sentence.
 *
 * @param problem what went wrong; without its full stop where there are remedies
 * @param remedies the best first; none where nothing can be said
 */
public record Advice(String problem, List<Remedy> remedies) implements Serializable {
    /** From so many characters on a clause is set off by a comma. */
    private static final int LONG_CLAUSE = 30;

    /** Keeps its own list. */
    public Advice {
        remedies = List.copyOf(remedies);
    }

    /** The same with the remedies one by one. */
    public Advice(String problem, Remedy... remedies) {
        this(problem, List.of(remedies));
    }

    /** The sentence as a program reads it; the problem alone, as it is, where there are no remedies. */
    public String sentence() {
        return sentence(Remedy::clause);
    }

    /**
     * The sentence in the caller's words for the remedies. A colon leads to them, a semicolon where there is a colon
     * already.
     *
     * @param words a clause for each remedy
     */
    public String sentence(Function<Remedy, String> words) {
        if (remedies.isEmpty()) {
            return problem;
        }
        StringBuilder clauses = new StringBuilder();
        String or = "";
        for (Remedy remedy : remedies) {
            clauses.append(or).append(words.apply(remedy));
            or = remedy.clause().length() < LONG_CLAUSE ? " or " : ", or ";
        }
        String colon = (problem + clauses).contains(": ") ? "; " : ": ";
        return problem + colon + clauses + ".";
    }
}
