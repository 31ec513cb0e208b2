package org.chirpmill.model.phenomx.pnr;

/**
 * alpha from inspiral to ringdown, arXiv:2107.08876, Sec. VIII A: that of the inspiral, a bridge with (M f) alpha a
 * cubic between two frequencies (Eqs. 51 and 52), and {@link MergerAlpha} shifted to meet it (Eq. 59).
 */
final class TunedAlpha {
    /** Step of M f by which LALSimulation's definition takes derivatives. */
    static final double STEP = 0.0005;
    /** Where the bridge begins and ends, over the centre of the Lorentzian: Eq. 59. */
    private static final double UPPER_SHARE = 1.0 / 3;
    private static final double LOWER_OVER_UPPER = 3 / 3.5;
    /** Below this frequency, Hz, the bridge is not built. */
    private static final double LEAST_FREQUENCY = 2;

    private MergerAlpha merger;
    private double lower;
    private double upper;
    private double offset;
    /** Of (M f) alpha: value and derivative by M f times the bridge's length, at both ends. */
    private double lowerValue;
    private double lowerSlope;
    private double upperValue;
    private double upperSlope;

    /**
     * Takes a binary.
     *
     * @param inspiral its inspiral
     * @param newMerger its merger and ringdown
     * @param massSeconds its total mass, s
     */
    void take(InspiralSource inspiral, MergerAlpha newMerger, double massSeconds) {
        merger = newMerger;
        upper = merger.centre() * UPPER_SHARE;
        lower = lower(merger);
        if (upper < LEAST_FREQUENCY * massSeconds || !inspiral.reaches(lower - 2 * STEP)) {
            upper = BetaConnection.NEVER;
            lower = BetaConnection.NEVER;
            return;
        }
        double before = at(inspiral, lower - STEP);
        double atLower = at(inspiral, lower);
        double after = at(inspiral, lower + STEP);
        double atUpper = at(inspiral, upper);
        double slopeAtLower = (after - before) / (2 * STEP);
        double slopeAtUpper = (merger.at(upper + STEP) - merger.at(upper - STEP)) / (2 * STEP);
        double length = upper - lower;
        lowerValue = lower * atLower;
        lowerSlope = length * (atLower + lower * slopeAtLower);
        upperValue = upper * atUpper;
        upperSlope = length * (atUpper + upper * slopeAtUpper);
        offset = atUpper - merger.at(upper);
    }

    /** The M f at which the bridge begins, if it is built. */
    static double lower(MergerAlpha merger) {
        return LOWER_OVER_UPPER * (merger.centre() * UPPER_SHARE);
    }

    private static double at(InspiralSource inspiral, double mf) {
        inspiral.moveTo(mf);
        return inspiral.alpha();
    }

    /** The M f at which the inspiral ends; {@link BetaConnection#NEVER} where it does not. */
    double lower() {
        return lower;
    }

    /** The M f at which merger and ringdown begin. */
    double upper() {
        return upper;
    }

    /** alpha at M f above the inspiral, rad. */
    double at(double mf) {
        if (mf >= upper) {
            return merger.at(mf) + offset;
        }
        double t = (mf - lower) / (upper - lower);
        double rest = 1 - t;
        double value = rest * rest * ((1 + 2 * t) * lowerValue + t * lowerSlope)
            + t * t * ((1 + 2 * rest) * upperValue - rest * upperSlope);
        return value / mf;
    }
}
