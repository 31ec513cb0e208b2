package org.chirpmill.model;

/**
 * Powers of the total mass M in seconds, which turn coefficients of x = Mf into coefficients of f in Hz; computed once
 * for all pieces and modes.
 */
public final class MassScale {
    private static final int LOWEST = -5;
    private static final int HIGHEST = 9;

    private final double seconds;
    private final double logarithm;
    private final double minusSevenSixths;
    private final double[] thirds = new double[HIGHEST - LOWEST + 1];

    /** The powers of a mass in seconds. */
    public MassScale(double seconds) {
        this.seconds = seconds;
        logarithm = StrictMath.log(seconds);
        double root = CubeRoot.of(seconds);
        double cube = 1 / seconds;
        for (int k = -3; k <= HIGHEST; k += 3) {
            thirds[k - LOWEST] = cube;
            if (k < HIGHEST) {
                thirds[k + 1 - LOWEST] = cube * root;
                thirds[k + 2 - LOWEST] = cube * root * root;
            }
            cube = k == -3 ? 1 : cube * seconds;
        }
        thirds[-4 - LOWEST] = 1 / (seconds * root);
        thirds[0] = Thirds.minusFive(seconds, root);
        minusSevenSixths = 1 / (seconds * Math.sqrt(root));
    }

    /** M, s. */
    public double seconds() {
        return seconds;
    }

    /** log M. */
    public double logarithm() {
        return logarithm;
    }

    /** M^(-7/6). */
    public double minusSevenSixths() {
        return minusSevenSixths;
    }

    /** M^(k/3), k = -5 ... 9. */
    public double thirds(int k) {
        return thirds[k - LOWEST];
    }
}
