package org.chirpmill.model;

/**
 * Sine and cosine of one angle together, the same bits as {@link ScalarMath}'s in half the time: those are for kernels,
 * which have neither objects nor branches to spare. Work space of one thread.
 */
public final class SineCosine {
    private double sine;
    private double cosine;

    /** Takes an angle in rad, |x| below 1e9. */
    public void take(double x) {
        double n = ScalarMath.quarters(x);
        double near = x - n * ScalarMath.HALF_PI_1 - n * ScalarMath.HALF_PI_2;
        double high = near - n * ScalarMath.HALF_PI_3;
        double low = near - high - n * ScalarMath.HALF_PI_3 - n * ScalarMath.HALF_PI_4;
        double r = high + low;
        double rest = high - r + low;
        double nearSine = ScalarMath.nearSine(r, rest);
        double nearCosine = ScalarMath.nearCosine(r, rest);
        int quadrant = (int) n & 3;
        if (quadrant == 0) {
            sine = nearSine;
            cosine = nearCosine;
        } else if (quadrant == 1) {
            sine = nearCosine;
            cosine = -nearSine;
        } else if (quadrant == 2) {
            sine = -nearSine;
            cosine = -nearCosine;
        } else {
            sine = -nearCosine;
            cosine = nearSine;
        }
    }

    /** The sine of the angle taken: within 1 ulp. */
    public double sine() {
        return sine;
    }

    /** Its cosine. */
    public double cosine() {
        return cosine;
    }
}
