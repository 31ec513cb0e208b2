package org.chirpmill.engine;

/**
 * How exactly waveforms are evaluated.
 *
 * @param tolerance 0 to evaluate every formula at every bin; else the relative L2 error that is welcome where it saves
 *     time: ||h - g|| / ||g|| over all bins of both polarizations, g the exact waveform
 */
public record Accuracy(double tolerance) {
    /** Every formula at every bin. */
    public static final Accuracy EXACT = new Accuracy(0);

    /** What is taken where nothing is asked for. */
    public static final Accuracy DEFAULT = new Accuracy(1e-6);

    /** The largest tolerance: beyond, waveforms are of no use. */
    private static final double MOST = 1e-2;

    /** Refuses tolerances that mean nothing. */
    public Accuracy {
        if (!(tolerance >= 0 && tolerance <= MOST)) {
            throw new IllegalArgumentException("a tolerance must lie between 0 and " + MOST + ", not be " + tolerance);
        }
    }

    /** Whether every formula is evaluated at every bin. */
    public boolean isExact() {
        return tolerance == 0;
    }

    /** As the settings write it: {@code exact}, or {@code fast(1e-6)}. */
    @Override
    public String toString() {
        return isExact() ? "exact" : "fast(" + tolerance + ")";
    }
}
