package org.chirpmill.model.phenomx.precession;

/** Carlson's symmetric elliptic integral of the first kind, by duplication (arXiv:math/9409227, Eqs. 2.1 to 2.7). */
final class CarlsonF {
    /** Relative spread of the arguments at which the fifth-order series is exact to rounding. */
    private static final double SPREAD = 1.5e-3;

    private CarlsonF() {}

    /** R_F(x, y, z) for arguments that are not negative, at most one of them zero. */
    static double of(double x, double y, double z) {
        double a = x;
        double b = y;
        double c = z;
        double mean = (a + b + c) / 3;
        while (Math.max(Math.abs(a - mean), Math.max(Math.abs(b - mean), Math.abs(c - mean))) > SPREAD * mean) {
            double lambda = Math.sqrt(a * b) + Math.sqrt(b * c) + Math.sqrt(c * a);
            a = (a + lambda) / 4;
            b = (b + lambda) / 4;
            c = (c + lambda) / 4;
            mean = (a + b + c) / 3;
        }
        double dx = (mean - a) / mean;
        double dy = (mean - b) / mean;
        double dz = -dx - dy;
        double e2 = dx * dy - dz * dz;
        double e3 = dx * dy * dz;
        return (1 - e2 / 10 + e3 / 14 + e2 * e2 / 24 - 3 * e2 * e3 / 44) / Math.sqrt(mean);
    }
}
