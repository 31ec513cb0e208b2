package org.chirpmill.model.phenomnsbh;

import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Remnant;

/**
 * The black hole that remains: that of two black holes (arXiv:1611.00332) less what the star's matter takes away
 * (arXiv:1903.11622), and its l = m = 2 quasi-normal mode.
 *
 * @param spin dimensionless spin
 * @param ringdown M f of the mode, M the binary's initial mass
 * @param quality of the mode, pi times its frequency times its decay time
 */
record TidalRemnant(double spin, double ringdown, double quality) {
    /** Symmetric mass ratio below which, of retrograde orbits, matter changes nothing. */
    private static final double RETROGRADE_ETA = 0.188;
    private static final double LOWEST_SPIN = -0.5;

    /** p_ij0 and p_ij1 in the order 110 111 120 121 210 ... 321: arXiv:1903.11622, Table I. */
    private static final double[] MASS = {
        -1.83417425e-03, 2.39226041e-03, 4.29407902e-03, 9.79775571e-03,
        2.33868869e-07, -8.28090025e-07, -1.64315549e-06, 8.08340931e-06,
        -2.00726981e-02, 1.31986011e-01, 6.50754064e-02, -1.42749961e-01};
    private static final double[] SPIN = {
        -5.44187381e-03, 7.91165608e-03, 2.33362046e-02, 2.47764497e-02,
        -8.56844797e-07, -2.81727682e-06, 6.61290966e-06, 4.28979016e-05,
        -3.04174272e-02, 2.54889050e-01, 1.47549350e-01, -4.27905832e-01};

    /**
     * Moduli and arguments of the mode's coefficients: arXiv:1810.03550, Eq. 22, to the four places that LALSimulation
     * takes here; IMRPhenomHM takes more of them.
     */
    private static final double[] MODULI = {1.5578, 1.9510, 2.0997, 1.4109, 0.4106};
    private static final double[] ARGUMENTS = {2.9031, 5.9210, 2.7606, 5.9143, 2.7952};
    private static final double[] REAL = new double[MODULI.length];
    private static final double[] IMAGINARY = new double[MODULI.length];
    private static final double LOG_3 = StrictMath.log(3);

    static {
        for (int k = 0; k < MODULI.length; k++) {
            REAL[k] = MODULI[k] * StrictMath.cos(ARGUMENTS[k]);
            IMAGINARY[k] = MODULI[k] * StrictMath.sin(ARGUMENTS[k]);
        }
    }

    static TidalRemnant of(MixedBinary binary) throws SourceRefusedException {
        double hole = binary.holeSolar() / binary.totalSolar();
        double star = binary.starSolar() / binary.totalSolar();
        // The star's own spin does not enter.
        Remnant ofHoles = Remnant.of(new AlignedBinary(binary.totalSolar(), hole, star, binary.chiHole(), 0,
            binary.eta(), (binary.holeSolar() - binary.starSolar()) / binary.totalSolar()));
        return of(ofHoles.spin() * kept(binary, SPIN), ofHoles.mass() * kept(binary, MASS));
    }

    /** A black hole of this spin and of this share of the binary's mass. */
    static TidalRemnant of(double spin, double mass) {
        double kappa = Math.sqrt(StrictMath.log(2 - spin) / LOG_3);
        double real = 0;
        double imaginary = 0;
        for (int k = MODULI.length - 1; k >= 0; k--) {
            real = (real + REAL[k]) * kappa;
            imaginary = (imaginary + IMAGINARY[k]) * kappa;
        }
        return new TidalRemnant(spin, (1 + real) / (2 * Math.PI) / mass, (1 + real) / imaginary / 2);
    }

    /**
     * What the remnant keeps of a quantity: arXiv:1903.11622, Eqs. 4 to 6. Outside the fit's reach, where spins are
     * retrograde, and where it would gain, all of it.
     */
    static double kept(MixedBinary binary, double[] p) {
        double spin = binary.chiHole();
        boolean isBeyondTheFit = spin < LOWEST_SPIN || spin < 0 && binary.eta() < RETROGRADE_ETA;
        if (isBeyondTheFit) {
            return 1;
        }
        double lambda = binary.lambda();
        double p3 = inRatioAndSpin(binary, p, 8);
        double falling = 1 + lambda * p3 * p3;
        double ratio = (1 + lambda * (inRatioAndSpin(binary, p, 0) + lambda * inRatioAndSpin(binary, p, 4)))
            / (falling * falling);
        return ratio > 1 ? 1 : ratio;
    }

    private static double inRatioAndSpin(MixedBinary binary, double[] p, int at) {
        double eta = binary.eta();
        double spin = binary.chiHole();
        return eta * (p[at] * spin + p[at + 1] + eta * (p[at + 2] * spin + p[at + 3]));
    }
}
