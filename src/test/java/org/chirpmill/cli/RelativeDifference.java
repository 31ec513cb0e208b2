package org.chirpmill.cli;

/** How far numbers are from others. */
public final class RelativeDifference {
    private RelativeDifference() {}

    /** The L2 norm of the difference over that of {@code expected}. */
    public static double of(double[] actual, double[] expected) {
        double difference = 0;
        double norm = 0;
        for (int k = 0; k < expected.length; k++) {
            difference = Math.hypot(difference, actual[k] - expected[k]);
            norm = Math.hypot(norm, expected[k]);
        }
        return difference / norm;
    }
}
