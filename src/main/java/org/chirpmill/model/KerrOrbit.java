package org.chirpmill.model;

/** Circular orbits in the equator of a Kerr black hole with M = 1; negative spins are those of retrograde orbits. */
public final class KerrOrbit {
    private KerrOrbit() {}

    /**
     * The radius of the innermost stable orbit (Bardeen, Press and Teukolsky 1972, Eq. 2.21). In the usual form
     * 3 - Z1 loses all its digits around zero spin; with p, m the cube roots of 1 + a and 1 - a it is
     * (p + m) (p - m)^2 exactly, and p - m = 2a / (p^2 + p m + m^2).
     */
    public static double innermostRadius(double spin) {
        double p = CubeRoot.of(1 + spin);
        double m = CubeRoot.of(1 - spin);
        double z1 = 1 + p * m * (p + m);
        double z2 = Math.sqrt(3 * spin * spin + z1 * z1);
        double signedRoot = 2 * spin / (p * p + p * m + m * m) * Math.sqrt((p + m) * (3 + z1 + 2 * z2));
        return 3 + z2 - signedRoot;
    }

    /** M f of the gravitational waves, twice the orbital frequency (the same, Eq. 2.16). */
    public static double frequency(double radius, double spin) {
        return 1 / (Math.PI * (radius * Math.sqrt(radius) + spin));
    }

    /** The square root of the radius of the photon orbit: the largest root of w^3 - 3w + 2a (the same, Eq. 2.18). */
    public static double rootOfPhotonRadius(double spin) {
        return 2 * StrictMath.cos(StrictMath.acos(-spin) / 3);
    }
}
