package org.chirpmill.model.phenomx.pnr;

import java.util.List;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.spintaylor.IntegrationRemark;

/** In what the two models differ, with LALSimulation's default options. */
enum TunedVersion {
    /** From the two-spin angles of arXiv:1703.03967; the remnant's spin by chi_p. */
    XO4A("IMRPhenomXO4a", Precession.Angles.TWO_SPIN) {
        @Override
        List<String> fallback(PrecessingBinary binary, double[] rows, int block) {
            return Precession.Angles.TWO_SPIN.remarks(rows, block);
        }

        @Override
        double finalAcross(PrecessingBinary binary) {
            return binary.chiP() * binary.massOne() * binary.massOne();
        }

        @Override
        Remnant untuned(Precession precession, Remnant aligned) {
            return new Remnant(aligned.mass(), precession.finalSpin(aligned.spin()));
        }
    },
    /** From an integrated orbit; the remnant's spin by the sum of the spins in the plane. */
    XPNR("IMRPhenomXPNR", Precession.Angles.SINGLE_SPIN) {
        @Override
        List<String> fallback(PrecessingBinary binary, double[] rows, int block) {
            return IntegrationRemark.of(!TunedPrecession.isIntegrable(binary), rows, block).stream().toList();
        }

        @Override
        double finalAcross(PrecessingBinary binary) {
            return StrictMath.hypot(binary.spinX(), binary.spinY());
        }

        /** LALSimulation's final spin modification 7 has no sign where nothing is tuned. */
        @Override
        Remnant untuned(Precession precession, Remnant aligned) {
            return new Remnant(aligned.mass(), Math.abs(aligned.spin()));
        }
    };

    private final String approximant;
    private final Precession.Angles untunedAngles;

    TunedVersion(String approximant, Precession.Angles untunedAngles) {
        this.approximant = approximant;
        this.untunedAngles = untunedAngles;
    }

    /** LALSimulation's name of the model. */
    String approximant() {
        return approximant;
    }

    /** The angles of binaries with hardly any spin in the orbital plane. */
    Precession.Angles untunedAngles() {
        return untunedAngles;
    }

    /**
     * Tells of a tuned row whose inspiral has not the angles that the model begins with.
     *
     * @param binary that the row was prepared for
     * @param rows holds the precession's block
     * @param block where that begins
     */
    abstract List<String> fallback(PrecessingBinary binary, double[] rows, int block);

    /** The spin of the remnant across the orbital angular momentum, M^2. */
    abstract double finalAcross(PrecessingBinary binary);

    /**
     * The remnant of a binary with hardly any spin in the orbital plane.
     *
     * @param aligned that of the spins along the orbital angular momentum
     */
    abstract Remnant untuned(Precession precession, Remnant aligned);
}
