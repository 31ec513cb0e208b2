package org.chirpmill.model.phenomx.precession;

/**
 * The phase psi of S^2 = S+^2 - (S+^2 - S-^2) sn^2(psi), arXiv:1703.03967, Eqs. 23 and 51, as
 * cubic v^-3 + square v^-2 + linear / v + constant. In Appendix C the coefficients psi_1 and psi_2 are quotients that
 * vanish above and below at equal masses; with the averages of the spins' parts along and across the orbital angular
 * momentum the common factors are gone, but for one 1 / (1 - q) that the expansion itself has.
 */
record NutationPhase(double cubic, double square, double linear, double constant) {
    /** Below this S+^2 - S-^2 LALSimulation takes S as constant. */
    static final double LEAST_SPREAD = 1e-5;

    static NutationPhase of(
            PrecessingBinary binary, SpinGeometry spins, SpinNutation nutation, SpinCouplings drift, double v) {
        double q = nutation.q();
        double gap = nutation.gap();
        double along1 = nutation.alongOne(spins);
        double along2 = nutation.alongTwo(spins);
        double perp1 = Math.sqrt(nutation.perpOneSquared(spins));
        double perp2 = Math.sqrt(nutation.perpTwoSquared(spins));
        double perp = q * perp1 + perp2;
        double curvature = 2 * ((1 + q) * (perp * perp - 4 * q * (nutation.perpProduct(spins) - along1 * along2))
            + 2 * gap * (q * along1 - along2) * (q * along1 + along2));
        double cubic = -0.75 * drift.g0() * binary.delta();
        double square = 2.25 * drift.g0() * (along1 - along2);
        // At equal masses S does not nutate, and its phase means nothing.
        double linear = gap > 0
            ? -2.25 * binary.delta() * drift.g2() - 0.5625 * drift.g0() * (1 + q) * (1 + q) / gap * curvature : 0;
        boolean nutates = 2 * nutation.halfSpread() >= LEAST_SPREAD;
        double constant = nutates ? start(spins, nutation) - (linear + (square + cubic / v) / v) / v : 0;
        return new NutationPhase(cubic, square, linear, constant);
    }

    /**
     * psi at the reference frequency, F(phi | m) with sin^2 phi = (S+^2 - S0^2) / (S+^2 - S-^2); its sign is that of
     * (L x S1) . S2. Where the three are exactly coplanar, it takes the limit from the positive side.
     */
    private static double start(SpinGeometry spins, SpinNutation nutation) {
        double spread = 2 * nutation.halfSpread();
        double sineSquared = nutation.reducedMomentum() * nutation.upper() / spread;
        double cosineSquared = nutation.reducedMomentum() * -nutation.lower() / spread;
        double magnitude = Math.sqrt(sineSquared) * CarlsonF.of(cosineSquared, nutation.rest() / nutation.span(), 1);
        return spins.perpCross() >= 0 ? magnitude : -magnitude;
    }

    void write(double[] rows, int offset) {
        rows[offset + PrecessionRow.PHASE_3] = cubic;
        rows[offset + PrecessionRow.PHASE_2] = square;
        rows[offset + PrecessionRow.PHASE_1] = linear;
        rows[offset + PrecessionRow.PHASE_0] = constant;
    }
}
