package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.ScalarMath;

/** The Jacobi elliptic function sn, by descending Landen transformations (DLMF 22.7.1). */
final class JacobiSine {
    /** Added to 1 this rounds to 1. */
    private static final double NEGLIGIBLE = 1e-16;

    private JacobiSine() {}

    /**
     * sn(u | m). Seven transformations bring any m with 1 - m above 1e-16 to zero in double precision.
     *
     * @param u argument
     * @param m parameter, the square of the modulus, between 0 and 1
     * @param complement 1 - m, on its own because the difference would lose digits near 1
     */
    static double of(double u, double m, double complement) {
        double p0 = Math.sqrt(complement);
        double k1 = m / ((1 + p0) * (1 + p0));
        double p1 = 2 * Math.sqrt(p0) / (1 + p0);
        double k2 = descend(k1, p1);
        double p2 = 2 * Math.sqrt(p1) / (1 + p1);
        double k3 = descend(k2, p2);
        double p3 = 2 * Math.sqrt(p2) / (1 + p2);
        double k4 = descend(k3, p3);
        if (k4 < NEGLIGIBLE) {
            // What follows would multiply by 1.
            double turned = ScalarMath.sin(u / ((1 + k1) * (1 + k2) * (1 + k3)));
            return ascend(ascend(ascend(turned, k3), k2), k1);
        }
        double p4 = 2 * Math.sqrt(p3) / (1 + p3);
        double k5 = descend(k4, p4);
        double p5 = 2 * Math.sqrt(p4) / (1 + p4);
        double k6 = descend(k5, p5);
        double p6 = 2 * Math.sqrt(p5) / (1 + p5);
        double k7 = descend(k6, p6);
        double scale = (1 + k1) * (1 + k2) * (1 + k3) * (1 + k4) * (1 + k5) * (1 + k6) * (1 + k7);
        double s = ScalarMath.sin(u / scale);
        s = ascend(s, k7);
        s = ascend(s, k6);
        s = ascend(s, k5);
        s = ascend(s, k4);
        s = ascend(s, k3);
        s = ascend(s, k2);
        return ascend(s, k1);
    }

    /** The next modulus, (1 - k') / (1 + k') written without the difference. */
    private static double descend(double k, double complementary) {
        return k * k / ((1 + complementary) * (1 + complementary));
    }

    private static double ascend(double s, double k) {
        return (1 + k) * s / (1 + k * s * s);
    }
}
