package org.chirpmill.model.phenomx.pnr;

/**
 * Between which frequencies beta is that of {@link MergerBeta}: arXiv:2107.08876, Secs. VIII B and D, Fig. 10.
 *
 * @param lower M f from which on it is; {@link #NEVER} where there is no place to begin
 * @param upper M f from which on beta stays as it is; {@link #NEVER} where it never does
 */
record BetaConnection(double lower, double upper) {
    /** An M f beyond all. */
    static final double NEVER = 100;

    /** From this M f on there is room of {@link #ROOM} below a landmark to begin in. */
    private static final double ROOMY = 0.06;
    private static final double ROOM = 0.03;
    /** Else this share of the landmark. */
    private static final double SHARE = 3.0 / 5;
    /** Eq. 69: which inflection is meant. */
    private static final double INFLECTION_OFFSET = 2141.0 / 90988;

    static BetaConnection of(MergerBeta beta) {
        double inflection = inflection(beta);
        double minimum = beta.minimum();
        double maximum = beta.maximum();
        double lower;
        // The first two panels of Fig. 10, then the third.
        if (minimum > maximum || inflection > maximum) {
            double early = early(inflection);
            lower = maximum >= early ? maximum + afterMaximum(beta, maximum, inflection) : early;
        } else {
            lower = early(minimum);
        }
        // Also of NaN: where beta has no maximum from which a slope as wanted is reached.
        if (!(lower >= 0)) {
            return new BetaConnection(NEVER, NEVER);
        }
        return new BetaConnection(lower, minimum > inflection ? minimum : NEVER);
    }

    /** Eq. 58: a place below a landmark. */
    private static double early(double landmark) {
        return landmark >= ROOMY ? landmark - ROOM : SHARE * landmark;
    }

    /** Eq. 57: how far above the maximum beta has the slope that Eq. 56 wants; NaN where it never has. */
    private static double afterMaximum(MergerBeta beta, double maximum, double inflection) {
        double steepest = beta.slope(inflection) / 100;
        double wanted = Math.copySign(25 * steepest * steepest, steepest);
        double curvature = beta.curvature(maximum);
        double third = beta.thirdDerivative(maximum);
        double root = Math.sqrt(curvature * curvature + 2 * third * wanted);
        double one = (root - curvature) / third;
        double two = (-root - curvature) / third;
        if (one > 0) {
            return two > 0 ? Math.min(one, two) : one;
        }
        return two;
    }

    /** The inflection that Eq. 69 and Sec. VIII D choose. */
    private static double inflection(MergerBeta beta) {
        double[] places = beta.inflections();
        if (beta.fallsAtLast()) {
            return places[1];
        }
        return beta.meanInflection() < beta.centre() / 2 + INFLECTION_OFFSET ? places[2] : places[0];
    }
}
