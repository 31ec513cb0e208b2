package org.chirpmill.model.phenomx.precession;

import static java.lang.Math.PI;

/**
 * The inverse of the orbital frequency's drift, 1 / (d omega / dt) in powers of v: coefficients g_n of
 * arXiv:1703.03967, Eqs. A1 to A4, from d omega / dt of arXiv:1307.4418 with the spins at the reference frequency.
 */
record SpinCouplings(double g0, double g2, double g3, double g4) {
    static SpinCouplings of(PrecessingBinary binary, SpinGeometry spins) {
        double eta = binary.eta();
        double q = binary.ratio();
        double a0 = 96.0 / 5 * eta;
        double a2 = eta * (-1486.0 / 35 - 264.0 / 5 * eta);
        double a3 = eta * (384 * PI / 5 + spinOrbit(-904.0 / 5, -120, q, spins));
        double a4 = eta * (34103.0 / 945 + eta * (13661.0 / 105 + eta * 944 / 15) + spinSpin(q, eta, spins));
        return new SpinCouplings(1 / a0, -a2 / (a0 * a0), -a3 / (a0 * a0), -(a4 * a0 - a2 * a2) / (a0 * a0 * a0));
    }

    /** beta(a, b): each spin's part along the orbital angular momentum, weighed by a + b (other mass / its mass). */
    static double spinOrbit(double a, double b, double q, SpinGeometry spins) {
        return spins.alongOne() * (a + b * q) + spins.alongTwo() * (a + b / q);
    }

    /** sigma + tau: the couplings of each spin with the other and with itself. */
    private static double spinSpin(double q, double eta, SpinGeometry spins) {
        double one = spins.alongOne();
        double two = spins.alongTwo();
        double mutual = -494.0 / 5 * spins.product() + 1442.0 / 5 * one * two;
        double own = q * (-233.0 / 5 * spins.normOneSquared() + 719.0 / 5 * one * one)
            + (-233.0 / 5 * spins.normTwoSquared() + 719.0 / 5 * two * two) / q;
        return (mutual + own) / eta;
    }
}
