package org.chirpmill.model.phenomnsbh;

import org.chirpmill.model.SourceRefusedException;

/**
 * The calibrated coefficients of IMRPhenomC's amplitude that IMRPhenomNSBH takes over: arXiv:1005.3306, Eq. 5.14 and
 * Table II, whose columns are zeta_01, zeta_02, zeta_11, zeta_10, zeta_20. Where a fit falls below a least value that
 * value is taken, as LALSimulation does, so that the amplitude has no zeros.
 */
enum PhenomCFit {
    /** Before the merger, coefficient of (Mf)^(5/6). */
    GAMMA_1(0, 4.149e+00, -4.070e+00, -8.752e+01, -4.897e+01, 6.665e+02),
    /** Height of the ringdown. */
    DELTA_1(0, -5.472e-02, 2.094e-02, 3.554e-01, 1.151e-01, 9.640e-01),
    /** Width of the ringdown over that of its Lorentzian. */
    DELTA_2(1e-4, -1.235e+00, 3.423e-01, 6.062e+00, 5.949e+00, -1.069e+01);

    private final double least;
    private final double[] zeta;

    PhenomCFit(double least, double... zeta) {
        this.least = least;
        this.zeta = zeta;
    }

    /** The coefficient for a symmetric mass ratio and an effective spin. */
    double at(double eta, double chi) {
        double value = chi * (zeta[0] + zeta[1] * chi + zeta[2] * eta) + eta * (zeta[3] + zeta[4] * eta);
        return value < least ? least : value;
    }

    /**
     * The remnant's spin as IMRPhenomC has it (arXiv:0712.3541, Eq. 5), of which LALSimulation asks here, too, that it
     * be within [-1, 1].
     */
    static void requireFinalSpin(double eta, double chi) throws SourceRefusedException {
        double spin = chi + eta * (2 * Math.sqrt(3) + chi * (-2.686 - 0.129 * chi - 0.384 * eta)
            + eta * (-3.454 + 2.353 * eta));
        if (!(Math.abs(spin) <= 1)) {
            throw new SourceRefusedException("IMRPhenomC's fit gives a final spin of " + spin + ", beyond 1");
        }
    }
}
