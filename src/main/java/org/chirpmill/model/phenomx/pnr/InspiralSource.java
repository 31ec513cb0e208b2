package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.ScalarMath;

/**
 * The angles of the inspiral, of the orbital angular momentum about J, that the tuned ones begin from. What nobody asks
 * for at a frequency is not computed there.
 */
interface InspiralSource {
    /** Whether both spins show, so that beta oscillates about that of one effective spin. */
    boolean hasTwoSpins();

    /** Whether the angles are those of multiple-scale analysis, LALSimulation's version 223. */
    boolean isMultipleScale();

    /** The M f from which on {@link #betaBeforeTuned} is not that of the inspiral. */
    double bridgeFrom();

    /** Whether the inspiral is known down to M f22. */
    boolean reaches(double mf);

    /**
     * Moves to a frequency f22, at which the (2, 2) mode has the angles.
     *
     * @param mf M f22
     * @param v (pi M f22)^(1/3)
     * @param logV its natural logarithm
     */
    void moveTo(double mf, double v, double logV);

    /** The same where only one of the three is known. */
    default void moveTo(double mf) {
        double v = CubeRoot.of(Math.PI * mf);
        moveTo(mf, v, ScalarMath.log(v));
    }

    /** alpha, rad, but for a constant, at the frequency moved to. */
    double alpha();

    /** beta, rad, there. */
    double beta();

    /** beta as it is where tuned beta follows: some sources go over to something else there. */
    double betaBeforeTuned();
}
