package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/** In what the two models differ, with LALSimulation's default options. */
enum TunedVersion {
    /** From the two-spin angles of arXiv:1703.03967; the remnant's spin by chi_p. */
    XO4A("IMRPhenomXO4a", TunedMerger.Extrapolation.CONSTANT) {
        @Override
        double finalAcross(PrecessingBinary binary) {
            return binary.chiP() * binary.massOne() * binary.massOne();
        }
    };

    private final String approximant;
    private final TunedMerger.Extrapolation extrapolation;

    TunedVersion(String approximant, TunedMerger.Extrapolation extrapolation) {
        this.approximant = approximant;
        this.extrapolation = extrapolation;
    }

    /** LALSimulation's name of the model. */
    String approximant() {
        return approximant;
    }

    /** How the fits of the modes go on beyond their range. */
    TunedMerger.Extrapolation extrapolation() {
        return extrapolation;
    }

    /** The spin of the remnant across the orbital angular momentum, M^2. */
    abstract double finalAcross(PrecessingBinary binary);
}
