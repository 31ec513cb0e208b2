package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The step, Hz, in which LALSimulation integrates gamma: the inverse of a power of two of seconds that the chirp from
 * the reference frequency does not exceed, at most 0.1 Hz.
 */
final class ChirpTimeStep {
    private static final double LARGEST = 0.1;
    private static final double LEAST_SECONDS = 4;

    private ChirpTimeStep() {}

    static double of(PrecessingBinary binary, double referenceFrequency) {
        double seconds = Math.max(LEAST_SECONDS, chirpTime(binary, referenceFrequency));
        double powerOfTwo = Math.scalb(1.0, Math.getExponent(seconds));
        return Math.min(LARGEST, 1 / (powerOfTwo < seconds ? 2 * powerOfTwo : powerOfTwo));
    }

    /**
     * A bound of the time to coalescence, s, to second post-Newtonian order (arXiv:0907.0700, Eq. 3.8b) with the
     * larger of both aligned spins as if it were both and slowed the chirp (gr-qc/9402014, Eq. 3.21).
     */
    private static double chirpTime(PrecessingBinary binary, double frequency) {
        double eta = binary.eta();
        double mass = binary.totalMassSolar() * SOLAR_MASS_SECONDS;
        double spin = Math.max(Math.abs(binary.chiOneZ()), Math.abs(binary.chiTwoZ()));
        double v = CubeRoot.of(Math.PI * mass * frequency);
        double second = 743.0 / 252 + 11.0 / 3 * eta;
        double third = 226.0 / 15 * spin;
        double fourth = 3058673.0 / 508032 + 5429.0 / 504 * eta + 617.0 / 72 * eta * eta;
        double square = v * v;
        double fourthPower = square * square;
        return 5 * mass / (256 * eta) / (fourthPower * fourthPower)
            * (1 + square * (second + v * (third + v * fourth)));
    }
}
