package org.chirpmill.model.phenomnsbh;

import org.chirpmill.model.SourceRefusedException;

/**
 * How the inspiral's amplitude ends and what of the premerger's and the ringdown's there is: arXiv:1509.00512,
 * Sec. III, which corrects IMRPhenomC's amplitude (arXiv:1005.3306, Eq. 5.11) for the star. Frequencies are M f, and
 * windows fall and rise as hyperbolic tangents of one width. Deformabilities below 1 lead over to black holes, as in
 * LALSimulation.
 *
 * @param type how the star ends
 * @param inspiralEnd where the inspiral's window has fallen to a half
 * @param premergerEnd where the premerger's has
 * @param ringdownStart where the ringdown's has risen to a half
 * @param width of the windows
 * @param premerger the premerger's factor
 * @param ringdown the ringdown's factor, 0 where the star is torn before
 * @param ringdownWidth of its Lorentzian
 */
record MergerAmplitude(
    MergerType type, double inspiralEnd, double premergerEnd, double ringdownStart, double width,
    double premerger, double ringdown, double ringdownWidth) {

    /** A window of width w around x0 is (1 +- tanh(STEEPNESS (x - x0) / w)) / 2: arXiv:1005.3306, Sec. V. */
    static final double STEEPNESS = 4;
    /** IMRPhenomC's width of windows. */
    private static final double WIDTH = 0.015;
    /** IMRPhenomC's start of the ringdown over its frequency, and what of it is left with a star. */
    private static final double START = 0.98;
    private static final double EARLIER = 0.99;

    /** Of a binary, where the star is torn, what remains, and IMRPhenomC's delta_2. */
    static MergerAmplitude of(MixedBinary binary, TidalDisruption tide, TidalRemnant remnant, double delta2)
            throws SourceRefusedException {
        Torn torn = new Torn(binary, tide);
        Whole whole = new Whole(binary, tide, remnant, delta2);
        MergerType type = MergerType.of(tide, remnant);
        double mixed = whole.start() * (1 - 1 / binary.massRatio());
        double share = tide.frequency() / binary.massRatio();
        MergerAmplitude amplitude = switch (type) {
            case DISRUPTIVE -> torn.amplitude(type, torn.shortened() * tide.frequency(), tide.frequency(),
                torn.width(), whole);
            case MILDLY_DISRUPTIVE_WITHOUT_TORUS -> torn.amplitude(type,
                torn.shortened() * (mixed + torn.shortened() * share), mixed + share,
                0.5 * (torn.width() + whole.width()), whole);
            case MILDLY_DISRUPTIVE_WITH_TORUS -> whole.amplitude(type, torn.factor());
            case NON_DISRUPTIVE -> whole.amplitude(type, 1);
        };
        if (!(amplitude.width > 0)) {
            throw new SourceRefusedException(PhenomNSBH.APPROXIMANT + "'s fits for a star that is torn apart give its "
                + "windows a width of " + amplitude.width + " in M f: the torus of so light and fast a black hole is "
                + "beyond them");
        }
        return amplitude;
    }

    /** A star that is torn apart: Sec. III C and D. */
    private record Torn(MixedBinary binary, TidalDisruption tide) {
        /** epsilon_ins: Eqs. 22 and 23. */
        double factor() {
            return 1.29971 - 1.61724 * (tide.torusMass() + 0.424912 * binary.compactness()
                + 0.363604 * Math.sqrt(binary.eta()) - 0.0605591 * binary.chiHole());
        }

        double shortened() {
            return Math.min(factor(), 1);
        }

        /** sigma_tide: Eqs. 24 and 25. */
        double width() {
            double chi = binary.chiHole();
            return 0.137722 - 0.293237 * (tide.torusMass() - 0.132754 * binary.compactness()
                + 0.576669 * Math.sqrt(binary.eta()) - chi * (0.0603749 + chi * (0.0601185 + chi * 0.0729134)));
        }

        MergerAmplitude amplitude(
                MergerType type, double inspiralEnd, double premergerEnd, double width, Whole whole) {
            return new MergerAmplitude(type, inspiralEnd, premergerEnd, 0, WIDTH + width, whole.premerger(), 0,
                whole.ringdownWidth());
        }
    }

    /** A star that is swallowed: Sec. III B. */
    private record Whole(MixedBinary binary, TidalDisruption tide, TidalRemnant remnant, double delta2) {
        MergerAmplitude amplitude(MergerType type, double shortened) {
            double end = (EARLIER + (1 - EARLIER) * likeAHole()) * START * remnant.ringdown();
            double height = rising(distance() * distance() - 0.571505 * binary.compactness()
                - 0.00508451 * binary.chiHole(), -0.0796251, 0.0801192); // Eqs. 16 and 17
            return new MergerAmplitude(
                type, shortened * end, end, end, WIDTH + width(), premerger(), height, ringdownWidth());
        }

        /** Where the ringdown starts. */
        double start() {
            return EARLIER * START * remnant.ringdown();
        }

        /** How far beyond that the tide would tear the star, relative to it. */
        double distance() {
            return (tide.frequency() - start()) / start();
        }

        /** sigma_tide: Eqs. 18 and 19. */
        double width() {
            return falling(distance() * distance() - 0.657424 * binary.compactness() - 0.0259977 * binary.chiHole(),
                -0.206465, 0.226844);
        }

        /** What IMRPhenomC's gamma_1 is multiplied by: 1.25 with a star, 1 without. */
        double premerger() {
            return 1.25 - 0.25 * likeAHole();
        }

        /** Eq. 20, times the mode's own width. */
        double ringdownWidth() {
            double star = 0.81248; // where the tide is far beyond the ringdown
            double relative = binary.lambda() > 1 ? star * rising(distance(), 0.0188092, 0.338737)
                : star + (delta2 - star) * likeAHole();
            return relative * remnant.ringdown() / remnant.quality();
        }

        /** From 1 of a black hole to 0 of a star, between deformabilities of 0 and 1. */
        private double likeAHole() {
            double left = Math.max(1 - binary.lambda(), 0);
            return left * left;
        }
    }

    /** From 0 to 1 around a centre. */
    private static double rising(double x, double centre, double width) {
        return 0.5 * (1 + StrictMath.tanh(STEEPNESS * (x - centre) / width));
    }

    private static double falling(double x, double centre, double width) {
        return 0.5 * (1 - StrictMath.tanh(STEEPNESS * (x - centre) / width));
    }
}
