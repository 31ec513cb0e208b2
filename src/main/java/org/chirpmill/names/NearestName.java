package org.chirpmill.names;

import java.util.Collection;
import java.util.Locale;

/** Guesses what a mistyped name was meant to be. */
public final class NearestName {
    /** Nobody mistypes a name to this length, and comparing takes the product of both lengths. */
    private static final int LONGEST_TYPED = 100;

    private NearestName() {}

    /** {@code " (did you mean X?)"} for the name nearest in edits, or nothing where none is near. */
    public static String hint(String typed, Collection<String> known) {
        if (typed.length() > LONGEST_TYPED) {
            return "";
        }
        String best = null;
        int fewest = 1 + StrictMath.max(2, typed.length() / 3);
        for (String candidate : known) {
            int edits = edits(typed.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest && edits < candidate.length()) {
                fewest = edits;
                best = candidate;
            }
        }
        return best == null ? "" : question(best);
    }

    /** {@code " (did you mean X?)"} for a name that is known to be near. */
    public static String question(String name) {
        return " (did you mean " + name + "?)";
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = StrictMath.min(replaced, 1 + StrictMath.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
