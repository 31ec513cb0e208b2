package org.chirpmill.model;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.chirpmill.source.SourceParameters;

/**
 * How large phases may become. Up to 1e9 rad the sines of all backends are those of StrictMath; there doubles lie
 * 1.2e-7 rad apart, which is what single precision resolves of a wave. Phases grow as f^(-5/3) towards low frequencies
 * (arXiv:0907.0700, Eq. 3.18), of f_ref and of the grid: a pair of neutron stars comes to 1e9 rad at 0.02 Hz, 60 solar
 * masses at 0.001 Hz.
 */
public final class PhaseLimit {
    /** rad. */
    public static final double LARGEST = 1e9;

    private PhaseLimit() {}

    /**
     * Refuses a waveform with larger phases. The phase of an inspiral is monotone, and what is not is small: its ends
     * bound it. Precession angles grow as f^(-1) only and are smaller where the phase is large.
     *
     * @param constant what sets the phase at f_ref, rad: digits that it has not, no bin has
     * @param phase of the (2, 2) mode, rad
     * @param harmonics how many times as large the phase of the model's highest mode is
     */
    public static void require(SourceParameters source, EvaluationFrame frame, double constant,
            ToDoubleFunction<GridPoint> phase, double harmonics) throws SourceRefusedException {
        double largest = Math.abs(constant);
        for (GridPoint edge : frame.edges()) {
            largest = Math.max(largest, Math.abs(phase.applyAsDouble(edge)));
        }
        // A phase that is NaN is a strain that is NaN, which is said elsewhere.
        if (harmonics * largest > LARGEST) {
            throw new SourceRefusedException(String.format(Locale.ROOT,
                "its phase reaches %.1e rad (f_ref = %s Hz, bins from %s to %s Hz, phase = %s rad), and from %.0e rad "
                    + "on doubles do not resolve 1e-7 rad", harmonics * largest, frame.referenceFrequency(),
                frame.edges().getFirst().frequency(), frame.edges().getLast().frequency(), source.phase(), LARGEST));
        }
    }
}
