package org.chirpmill.model.phenomx.pnr;

/**
 * alpha through merger and ringdown, arXiv:2107.08876, Eq. 48: a term that falls like 1 / (M f) and a Lorentzian dip.
 *
 * @param falling A1
 * @param height A2, not positive
 * @param squaredWidth A3, positive
 * @param centre A4, M f
 */
record MergerAlpha(double falling, double height, double squaredWidth, double centre) {
    private static final double LEAST_SQUARED_WIDTH = 1e-5;

    /**
     * The fits at a binary, with the bounds that arXiv:2312.10025 adds to those of Sec. VIII D.
     *
     * @param eta symmetric mass ratio
     * @param chi dimensionless magnitude of the effective spin
     * @param spin the tilt of the effective spin
     */
    static MergerAlpha of(double eta, double chi, SingleSpin spin) {
        double across = chi * spin.sinTheta();
        double a1 = AngleFit.A1.at(eta, chi, spin.cosTheta());
        double a2 = AngleFit.A2.at(eta, chi, spin.cosTheta());
        double a3 = AngleFit.A3.at(eta, chi, spin.cosTheta());
        double a4 = AngleFit.A4.at(eta, chi, spin.cosTheta());
        double squaredWidth = Math.max(a3 * a3, LEAST_SQUARED_WIDTH);
        double height = Math.max(-across * a2 * a2, -Math.PI * Math.PI * Math.sqrt(squaredWidth));
        return new MergerAlpha(across * a1 * a1, height, squaredWidth, a4 * a4);
    }

    /** alpha at M f, rad. */
    double at(double mf) {
        double distance = mf - centre;
        return -(falling / mf + height * Math.sqrt(squaredWidth) / (squaredWidth + distance * distance));
    }
}
