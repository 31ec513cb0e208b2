package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.SourceRefusedException;

/**
 * At which frequency of the (2, 2) mode's tuned angles a higher mode is twisted: arXiv:2312.10025, Sec. IV. In the
 * inspiral at 2 f / m, in the ringdown as far from the ringdown frequencies; linear between. All frequencies as M f.
 *
 * @param inspiralEnd where the tuned alpha begins
 * @param ringdownStart where the tuned beta of the ringdown is reached
 * @param isOfInspiral whether the angles are those of the inspiral at all frequencies
 */
record AngleMap(double inspiralEnd, double ringdownStart, boolean isOfInspiral) {
    private static final double LOWER_SHARE = 0.65;
    private static final double UPPER_SHARE = 1.1;

    /**
     * Writes the map of a mode, laid out as {@link AngleMapRow} says.
     *
     * @param m the mode's azimuthal number
     * @param ahead how far its ringdown lies above that of (2, 2), M f
     * @param massSeconds total mass, s
     * @param rows receives the block
     * @param block where it begins
     */
    void write(int m, double ahead, double massSeconds, double[] rows, int block) throws SourceRefusedException {
        double lower = LOWER_SHARE * inspiralEnd * m / 2;
        double upper = UPPER_SHARE * (ringdownStart + ahead);
        if (upper < 0 || ahead < 0 && upper < ringdownStart / 2) {
            upper = ringdownStart;
        }
        if (!isOfInspiral && !(lower <= upper)) {
            throw new SourceRefusedException("the angles of the mode with m = " + m + " would pass from the inspiral "
                + "at M f = " + lower + " to the ringdown at " + upper + ", which is below");
        }
        double slope = upper > lower ? (upper - ahead - 2 * lower / m) / (upper - lower) : 0;
        rows[block + AngleMapRow.JOIN_1] = isOfInspiral ? Double.MAX_VALUE : lower / massSeconds;
        rows[block + AngleMapRow.JOIN_2] = isOfInspiral ? Double.MAX_VALUE : upper / massSeconds;
        rows[block + AngleMapRow.MIDDLE_SLOPE] = slope;
        rows[block + AngleMapRow.MIDDLE_CONSTANT] = (2 * lower / m - slope * lower) / massSeconds;
        rows[block + AngleMapRow.UPPER_CONSTANT] = -ahead / massSeconds;
    }
}
