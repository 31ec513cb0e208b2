package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;

/** The ways of saying where the bodies are on their orbit at the reference frequency. */
public enum OrbitalPhase {
    /** The phase, rad. */
    PHASE("phase"),
    /** The phase with the polarization angle taken in, see {@link #ofDelta}. */
    DELTA_PHASE("delta_phase");

    private static final double FULL_TURN = 2 * StrictMath.PI;

    private final String key;

    OrbitalPhase(String key) {
        this.key = key;
    }

    /** bilby's name. */
    public String key() {
        return key;
    }

    /** The names of both. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(OrbitalPhase::key).toList();
    }

    /**
     * delta_phase - sign(cos theta_jn) psi, which takes out the polarization angle that the phase is degenerate with
     * when the binary is seen nearly face-on.
     *
     * @param given delta_phase, rad
     * @param psi polarization angle, rad
     * @param thetaJn inclination, rad
     * @return the phase, 0 to 2 pi
     */
    public static double ofDelta(double given, double psi, double thetaJn) {
        double remainder = (given - StrictMath.signum(StrictMath.cos(thetaJn)) * psi) % FULL_TURN;
        return remainder < 0 ? remainder + FULL_TURN : remainder;
    }
}
