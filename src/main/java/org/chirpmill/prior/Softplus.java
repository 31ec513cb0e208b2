package org.chirpmill.prior;

/** The function ln(1 + e^y): 0 far below zero, y far above. */
final class Softplus {
    private Softplus() {}

    /** Without the overflow of e^y, and with all digits where it is small. */
    static double of(double y) {
        return y > 0 ? y + StrictMath.log1p(StrictMath.exp(-y)) : StrictMath.log1p(StrictMath.exp(y));
    }
}
