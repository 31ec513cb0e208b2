package org.chirpmill.rows;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How exactly waveforms are evaluated.
 *
 * @param tolerance 0 to evaluate every formula at every bin; else the relative L2 error allowed where it saves time:
 *     ||h - g|| / ||g|| over all bins of both polarizations, g the exact waveform
 */
public record Accuracy(double tolerance) {
    /** Every formula at every bin. */
    public static final Accuracy EXACT = new Accuracy(0);

    /** What is taken where nothing is asked for. */
    public static final Accuracy DEFAULT = new Accuracy(1e-6);

    /**
     * The loosest tolerance that polynomials are fitted to, on the CPU and on devices. Looser ones gain little, and
     * kinks and the fast nutation of almost equal masses would pass for smooth: at 1e-5 one row of some thousands would
     * break the promise.
     */
    public static final double LOOSEST = 2e-6;

    /** What {@link #of} takes, in words that follow "must be". */
    public static final String FORMS =
        "exact, fast, or fast(X) with the relative L2 error X allowed, above 0 and at most 0.01";

    /** The largest tolerance: beyond, waveforms are of no use. */
    private static final double MOST = 1e-2;

    private static final Pattern TOLERANCE =
        Pattern.compile("fast\\s*\\(\\s*([0-9.][0-9.e+-]*)\\s*\\)|([0-9.][0-9.e+-]*)");

    /** Refuses tolerances that mean nothing. */
    public Accuracy {
        if (!(tolerance >= 0 && tolerance <= MOST)) {
            throw new IllegalArgumentException("a tolerance must lie between 0 and " + MOST + ", not be " + tolerance);
        }
    }

    /**
     * Reads what {@link #toString} writes; {@code fast} alone is the default tolerance, a number alone a tolerance.
     *
     * @throws IllegalArgumentException for any other text; {@link #FORMS} says what there is
     */
    public static Accuracy of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("exact")) {
            return EXACT;
        }
        if (word.equals("fast")) {
            return DEFAULT;
        }
        Matcher matcher = TOLERANCE.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no accuracy");
        }
        double tolerance = Double.parseDouble(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        if (tolerance == 0) {
            throw new IllegalArgumentException("a tolerance of 0 is called exact");
        }
        return new Accuracy(tolerance);
    }

    /** What is kept of it where polynomials are fitted: nothing looser than {@link #LOOSEST}. */
    public Accuracy fitted() {
        return tolerance > LOOSEST ? new Accuracy(LOOSEST) : this;
    }

    /** Whether every formula is evaluated at every bin. */
    public boolean isExact() {
        return tolerance == 0;
    }

    /** As the settings write it: {@code exact}, or {@code fast(1e-6)}. */
    @Override
    public String toString() {
        return isExact() ? "exact"
            : "fast(" + String.valueOf(tolerance).replace(".0E", "E").toLowerCase(Locale.ROOT) + ")";
    }
}
