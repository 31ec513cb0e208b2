package org.chirpmill.model;

/** The spherical harmonics of spin weight -2 that the modes need: arXiv:0709.0093, Eqs. II.7 and II.8. */
public final class SphericalHarmonic {
    private SphericalHarmonic() {}

    /**
     * Y_lm at azimuth 0, where it is real.
     *
     * @param l 2, 3 or 4
     * @param m from 1 or l - 1, as the modes have it, to l, or negative
     * @param c cosine of half the polar angle
     * @param s sine of half the polar angle
     */
    public static double atZeroAzimuth(int l, int m, double c, double s) {
        if (m < 0) {
            // Y_(l,-m)(theta) = (-1)^l Y_lm(pi - theta), which exchanges sine and cosine of half the angle.
            double other = of(l, -m, s, c);
            return l % 2 == 0 ? other : -other;
        }
        return of(l, m, c, s);
    }

    private static double of(int l, int m, double c, double s) {
        double cosine = (c - s) * (c + s);
        return switch (10 * l + m) {
            case 22 -> Math.sqrt(5 / (4 * Math.PI)) * c * c * c * c;
            case 21 -> Math.sqrt(5 / Math.PI) * c * c * c * s;
            case 33 -> -Math.sqrt(10.5 / Math.PI) * c * c * c * c * c * s;
            case 32 -> Math.sqrt(7 / (4 * Math.PI)) * c * c * c * c * (3 * cosine - 2);
            case 44 -> 3 * Math.sqrt(7 / Math.PI) * c * c * c * c * c * c * s * s;
            case 43 -> -3 * Math.sqrt(3.5 / Math.PI) * c * c * c * c * c * s * (2 * cosine - 1);
            default -> throw new IllegalArgumentException("no model here has a mode (" + l + ", " + m + ")");
        };
    }
}
