package org.chirpmill.model.phenomx.phm;

import java.util.Optional;
import org.chirpmill.source.SourceParameters;

/** What is to be said of spins along the orbital angular momentum, or all but along it, with the two-spin angles. */
final class AlignmentRemark {
    /** Below this tilt, rad, LALSimulation's waveforms are off by more than 1e-3 of the peak: docs/accuracy.md. */
    private static final double SMALL_TILT = 1e-5;

    private AlignmentRemark() {}

    /**
     * The remark on a source, if any is due.
     *
     * @param precessing name of the model of precessing binaries
     * @param aligned name of the model that it twists
     */
    static Optional<String> of(SourceParameters source, String precessing, String aligned) {
        if (!source.precesses()) {
            return source.spinOneZ() == 0 && source.spinTwoZ() == 0 ? Optional.empty()
                : Optional.of("the spins lie along the orbital angular momentum, where " + precessing + " is not "
                    + aligned + ": half of such waveforms differ by 0.07 of the peak or more, mostly by a time shift");
        }
        boolean almost = isAlmostAligned(source.spinOneX(), source.spinOneY(), source.spinOneZ())
            || isAlmostAligned(source.spinTwoX(), source.spinTwoY(), source.spinTwoZ());
        return almost ? Optional.of("a spin is tilted by less than 1e-5 rad from alignment, where LALSimulation's "
            + "precession angles are lost to rounding and Chirpmill's are not")
            : Optional.empty();
    }

    private static boolean isAlmostAligned(double x, double y, double z) {
        double inPlane = StrictMath.hypot(x, y);
        return inPlane > 0 && inPlane < SMALL_TILT * Math.abs(z);
    }
}
