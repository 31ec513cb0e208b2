package org.chirpmill.model.phenomx.precession;

/**
 * Precession-averaged rates in powers of v, arXiv:1703.03967, Appendices D and E: of phi_z (Eqs. D10 to D15) and of
 * zeta (Eqs. F6 to F11), and their integrands over the drift of the orbital frequency (Eqs. D16 to D21). The fifth
 * order serves only to tell where the expansion fails.
 *
 * <p>The quantities of Appendix E are differences of nearly equal numbers at small spins and tilts. With W the average
 * in-plane spin squared, h half of S+^2 - S-^2, r = sqrt|W^2 - h^2| and t = W - r they become the products below.
 *
 * @param phi coefficients of phi_z' in the order of v, 0 to 5, before they meet the drift
 * @param zeta the same of zeta'
 * @param phiIntegrand coefficients of Eq. 65, order 0 to 4
 * @param zetaIntegrand coefficients of Eq. F5, order 0 to 4, without the factor eta
 */
record SecularRates(double[] phi, double[] zeta, double[] phiIntegrand, double[] zetaIntegrand) {
    /** Beyond this |phi_5| LALSimulation takes the single-spin angles instead. */
    private static final double LIMIT = 1000;

    static SecularRates of(PrecessingBinary binary, SpinGeometry spins, SpinNutation nutation, SpinCouplings drift) {
        double eta = binary.eta();
        double q = nutation.q();
        double w = nutation.perpSquared();
        double h = nutation.halfSpread();
        double r = Math.sqrt(Math.abs(nutation.perpExcess() * (w + h)));
        double t = nutation.perpExcess() > 0 ? h * h / (w + r) : w - r;
        double sEff = (1 + q) * (spins.alongOne() + spins.alongTwo() / q);
        double along = nutation.along();
        double difference = (spins.alongOne() + q * spins.alongTwo()) / (1 + q)
            - 0.5 * nutation.meanOffset() / nutation.momentum();

        double a = -0.75 * (1 + q) / q * nutation.contrast() / r;
        double c = 3.0 / 32 * h * h / (eta * eta * eta * r);
        double e = -along * t / (eta * r);
        double f = -0.25 * w * t / (eta * eta * r);
        double g = 3.0 / 16 * h * h * difference / (eta * eta * eta * eta * r);

        double[] phi = {
            0.5 + 0.75 / eta + a,
            -0.75 * sEff / eta - a * (sEff + e),
            a * e * (sEff + e) + c - a * f,
            (a * f - c - a * e * e) * (sEff + e) + a * f * e,
            (c + a * e * e - 2 * a * f) * (e * (sEff + e) - f) - a * f * f,
            (c - a * f + a * e * e) * f * (sEff + 2 * e) - (c + a * e * e - 2 * a * f) * e * e * (sEff + e)
                - a * f * f * e};
        double tilt = along / eta;
        double[] zeta = {
            phi[0],
            phi[1] + tilt * phi[0],
            phi[2] + tilt * phi[1],
            phi[3] + tilt * phi[2] + g,
            phi[4] + tilt * phi[3] - g * (sEff + e)};
        return new SecularRates(phi, zeta, overDrift(phi, drift, new double[] {3, 3, 3, 3, 3}),
            overDrift(zeta, drift, new double[] {-1, -1.5, -3, 3, 3}));
    }

    private static double[] overDrift(double[] rate, SpinCouplings drift, double[] factors) {
        return new double[] {
            factors[0] * drift.g0() * rate[0],
            factors[1] * drift.g0() * rate[1],
            factors[2] * (drift.g0() * rate[2] + drift.g2() * rate[0]),
            factors[3] * (drift.g0() * rate[3] + drift.g2() * rate[1] + drift.g3() * rate[0]),
            factors[4] * (drift.g0() * rate[4] + drift.g2() * rate[2] + drift.g3() * rate[1] + drift.g4() * rate[0])};
    }

    /** Whether the expansion is small enough to be trusted. */
    boolean converges() {
        return Math.abs(phi[5]) <= LIMIT;
    }
}
