package org.chirpmill.model.lanes;

/**
 * Elementary functions of a few numbers side by side, for what is prepared of a row: those of {@link LaneMath} where
 * the JVM has the Vector API, and where it has not the same operations one number after another, to the same bits.
 * Arrays have {@link #PADDING} entries beyond the last number.
 */
public final class NodeMath {
    /** Room that every array has beyond its last number. */
    public static final int PADDING = 16;

    /** Whether the JVM has the Vector API. */
    public static final boolean HAS_LANES = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private NodeMath() {}

    /** An array for so many numbers. */
    public static double[] array(int numbers) {
        return new double[numbers + PADDING];
    }

    /** Sines and cosines of the first numbers, angles in rad below 1e9: within 1 ulp. */
    public static void sincos(double[] x, int count, double[] sine, double[] cosine) {
        if (HAS_LANES) {
            LaneMath.sincos(x, 0, count, sine, cosine);
        } else {
            FusedMath.sincos(x, count, sine, cosine);
        }
    }

    /** Exponentials of the first numbers, held between -708 and 709: within 1 ulp. */
    public static void exp(double[] x, int count, double[] out) {
        if (HAS_LANES) {
            LaneMath.exp(x, 0, count, out);
        } else {
            FusedMath.exp(x, count, out);
        }
    }

    /** Arctangents of the first numbers, rad: within 2 ulp. */
    public static void arctangent(double[] x, int count, double[] out) {
        if (HAS_LANES) {
            LaneMath.arctangent(x, 0, count, out);
        } else {
            FusedMath.arctangent(x, count, out);
        }
    }

    /**
     * The angles in rad, between -pi and pi, of points.
     *
     * @param y their heights; then the angles
     * @param x their distances to the right, none of them the origin; then no more
     * @param count how many
     */
    public static void angles(double[] y, double[] x, int count) {
        for (int i = 0; i < count; i++) {
            // Towards whichever axis is nearer, so that there is no loss: the angle from there.
            boolean isSteep = Math.abs(y[i]) > Math.abs(x[i]);
            double tangent = isSteep ? -x[i] / y[i] : y[i] / x[i];
            double axis = isSteep ? Math.copySign(Math.PI / 2, y[i]) : x[i] >= 0 ? 0 : Math.copySign(Math.PI, y[i]);
            y[i] = tangent;
            x[i] = axis;
        }
        arctangent(y, count, y);
        for (int i = 0; i < count; i++) {
            y[i] += x[i];
        }
    }
}
