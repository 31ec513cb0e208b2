package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.Thirds;

/**
 * Powers of the total mass M in seconds, which turn coefficients of x = Mf into coefficients of f in Hz; computed once
 * for all modes.
 */
final class MassScale {
    private static final int LOWEST = -5;
    private static final int HIGHEST = 6;

    private final double seconds;
    private final double logarithm;
    private final double minusSevenSixths;
    private final double[] thirds = new double[HIGHEST - LOWEST + 1];

    MassScale(double seconds) {
        this.seconds = seconds;
        logarithm = Math.log(seconds);
        for (int k = LOWEST; k <= HIGHEST; k++) {
            thirds[k - LOWEST] = Thirds.power(seconds, k);
        }
        minusSevenSixths = 1 / (seconds * Math.sqrt(thirds(1)));
    }

    /** M, s. */
    double seconds() {
        return seconds;
    }

    /** log M. */
    double logarithm() {
        return logarithm;
    }

    /** M^(-7/6). */
    double minusSevenSixths() {
        return minusSevenSixths;
    }

    /** M^(k/3), k = -5 ... 6. */
    double thirds(int k) {
        return thirds[k - LOWEST];
    }
}
