package org.chirpmill.model.phenomx.pnr;

/** At which frequency a higher mode takes its angles, from a block laid out as {@link AngleMapRow} says. */
final class AngleMapKernel {
    private AngleMapKernel() {}

    /**
     * The frequency of the (2, 2) mode's angles, Hz, at which a mode is twisted at f.
     *
     * @param rows coefficient rows
     * @param block where the mode's block begins
     * @param m the mode's azimuthal number
     * @param f frequency, Hz
     */
    static double frequency(double[] rows, int block, int m, double f) {
        double mapped;
        if (f <= rows[block + AngleMapRow.JOIN_1]) {
            mapped = 2 * f / m;
        } else if (f <= rows[block + AngleMapRow.JOIN_2]) {
            mapped = rows[block + AngleMapRow.MIDDLE_CONSTANT] + rows[block + AngleMapRow.MIDDLE_SLOPE] * f;
        } else {
            mapped = f + rows[block + AngleMapRow.UPPER_CONSTANT];
        }
        return mapped;
    }
}
