package org.chirpmill.model;

/**
 * The arctangent within 2 ulp. The JDK's is interpreted fdlibm and took more than half of IMRPhenomD's time; this one
 * is the rational approximation of Moshier's Cephes library (atan.c, public domain coefficients) on |x| at most
 * 0.66, to which two identities bring every argument.
 */
public final class Arctangent {
    /** tan(3 pi / 8): beyond, atan x = pi/2 - atan(1/x). */
    private static final double UPPER = 2.41421356237309504880;
    /** Beyond, atan x = pi/4 + atan((x - 1) / (x + 1)). */
    private static final double LOWER = 0.66;
    /** pi/2 minus the double nearest to it. */
    private static final double REST_OF_HALF_PI = 6.123233995736765886130e-17;

    private Arctangent() {}

    /** The angle in rad, between -pi and pi, of the point (x, y), which is not the origin. */
    public static double ofPoint(double y, double x) {
        if (Math.abs(y) > Math.abs(x)) {
            return (y > 0 ? Math.PI / 2 : -Math.PI / 2) - of(x / y);
        }
        double angle = of(y / x);
        return x >= 0 ? angle : y >= 0 ? angle + Math.PI : angle - Math.PI;
    }

    /** atan x in rad, between -pi/2 and pi/2. */
    public static double of(double x) {
        double magnitude = Math.abs(x);
        double offset = 0;
        double rest = 0;
        double t = magnitude;
        if (magnitude > UPPER) {
            offset = Math.PI / 2;
            rest = REST_OF_HALF_PI;
            t = -1 / magnitude;
        } else if (magnitude > LOWER) {
            offset = Math.PI / 4;
            rest = REST_OF_HALF_PI / 2;
            t = (magnitude - 1) / (magnitude + 1);
        }
        double z = t * t;
        double numerator = -6.485021904942025371773e1 + z * (-1.228866684490136173410e2
            + z * (-7.500855792314704667340e1 + z * (-1.615753718733365076637e1 + z * -8.750608600031904122785e-1)));
        double denominator = 1.945506571482613964425e2 + z * (4.853903996359136964868e2
            + z * (4.328810604912902668951e2 + z * (1.650270098316988542046e2 + z * (2.485846490142306297962e1 + z))));
        double angle = offset + (t + (t * z * (numerator / denominator) + rest));
        return x < 0 ? -angle : angle;
    }
}
