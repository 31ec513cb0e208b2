package org.chirpmill.model.phenomx.pnr;

/** The angles of the inspiral, of the orbital angular momentum about J, that the tuned ones begin from. */
interface InspiralSource {
    /** Whether both spins show, so that beta oscillates about that of one effective spin. */
    boolean hasTwoSpins();

    /** Whether the angles are those of multiple-scale analysis, LALSimulation's version 223. */
    boolean isMultipleScale();

    /** Whether the inspiral is known down to M f22. */
    boolean reaches(double mf);

    /** Evaluates the angles at M f22, f22 the frequency at which the (2, 2) mode has them. */
    void evaluate(double mf);

    /** alpha, rad, but for a constant, where last evaluated. */
    double alpha();

    /** beta, rad, where last evaluated. */
    double beta();

    /** The same as it is where tuned beta follows: some sources go over to something else there. */
    double betaBeforeTuned();
}
