package org.chirpmill.model.phenomx.pnr;

import java.util.Arrays;

/**
 * beta through merger and ringdown, arXiv:2107.08876, Eq. 49: B0 + (B1 + B2 f + B3 f^2) / (1 + B4 (f + B5)^2), f short
 * for M f. With tan(theta) = sqrt(B4) (f + B5) this is
 *
 * <pre>  level + scale sin(2 theta - shift)</pre>
 *
 * <p>so that extrema, inflections and derivatives are those of sines: the first derivative goes with cos(2 theta -
 * shift), the second with sin(3 theta - shift), the third with cos(4 theta - shift).
 *
 * @param asymptote B0, rad
 * @param level mean of the largest and the least value, rad
 * @param scale half their difference, rad, positive
 * @param shift rad
 * @param odd scale cos(shift), rad
 * @param even scale sin(shift), rad
 * @param steepness sqrt(B4)
 * @param centre -B5
 */
record MergerBeta(double asymptote, double level, double scale, double shift, double odd, double even,
    double steepness, double centre) {

    private static final double LEAST_B4 = 175;

    /**
     * The fits at a binary.
     *
     * @param eta symmetric mass ratio
     * @param chi dimensionless magnitude of the effective spin
     * @param spin the tilts of the effective spin and of the remnant's
     */
    static MergerBeta of(double eta, double chi, SingleSpin spin) {
        double cosTheta = spin.cosTheta();
        double across = chi * spin.sinTheta();
        double root = AngleFit.B4.at(eta, chi, cosTheta);
        double root5 = AngleFit.B5.at(eta, chi, cosTheta);
        double b0 = spin.thetaFinal() - across * AngleFit.B0.at(eta, chi, cosTheta);
        double b1 = across * StrictMath.exp(AngleFit.B1.at(eta, chi, cosTheta));
        double b2 = -across * StrictMath.exp(AngleFit.B2.at(eta, chi, cosTheta));
        double b3 = b2 * AngleFit.B3.at(eta, chi, cosTheta);
        double b4 = Math.max(root * root, LEAST_B4);
        return of(b0, b1, b2, b3, b4, -root5 * root5);
    }

    /** From the coefficients of Eq. 49. */
    static MergerBeta of(double b0, double b1, double b2, double b3, double b4, double b5) {
        double steepness = Math.sqrt(b4);
        // The numerator about the centre is B3 x^2 + slope x + constant.
        double slope = b2 - 2 * b3 * b5;
        double constant = b1 - b5 * (b2 - b3 * b5);
        double odd = slope * steepness / (2 * b4);
        double even = (b3 - constant * b4) / (2 * b4);
        return new MergerBeta(b0, b0 + b3 / b4 - even, Math.sqrt(odd * odd + even * even),
            StrictMath.atan2(even, odd), odd, even, steepness, -b5);
    }

    private double theta(double mf) {
        return StrictMath.atan(steepness * (mf - centre));
    }

    /** Where theta has a value, modulo pi. */
    private double place(double theta) {
        return centre + StrictMath.tan(theta) / steepness;
    }

    /** beta at M f, rad, not yet kept within 0 and pi. */
    double at(double mf) {
        double tangent = steepness * (mf - centre);
        double square = tangent * tangent;
        return level + (2 * tangent * odd - (1 - square) * even) / (1 + square);
    }

    /** Its derivative by M f. */
    double slope(double mf) {
        double theta = theta(mf);
        double cosine = StrictMath.cos(theta);
        return 2 * scale * steepness * cosine * cosine * StrictMath.cos(2 * theta - shift);
    }

    /** Its second derivative. */
    double curvature(double mf) {
        double theta = theta(mf);
        double cosine = StrictMath.cos(theta);
        return -4 * scale * steepness * steepness * cosine * cosine * cosine * StrictMath.sin(3 * theta - shift);
    }

    /** Its third derivative. */
    double thirdDerivative(double mf) {
        double theta = theta(mf);
        double squared = StrictMath.cos(theta) * StrictMath.cos(theta);
        double cubed = steepness * steepness * steepness;
        return -12 * scale * cubed * squared * squared * StrictMath.cos(4 * theta - shift);
    }

    /**
     * Writes the two M f at which beta has a value, NaN where it never has.
     *
     * @param beta the value, rad
     * @param out receives them
     * @param at where the first goes
     */
    void places(double beta, double[] out, int at) {
        double angle = StrictMath.asin((beta - level) / scale);
        out[at] = place((shift + angle) / 2);
        out[at + 1] = place((shift + Math.PI - angle) / 2);
    }

    /** The M f at which beta is largest. */
    double maximum() {
        return place(shift / 2 + Math.PI / 4);
    }

    /** The M f at which beta is least. */
    double minimum() {
        return place(shift / 2 - Math.PI / 4);
    }

    /** Whether the cubic whose roots are the inflections, in ascending powers of M f, ends negative. */
    boolean fallsAtLast() {
        return StrictMath.cos(shift) < 0;
    }

    /** Mean of the inflections. */
    double meanInflection() {
        return place(shift);
    }

    /** The M f of the inflections, ascending. */
    double[] inflections() {
        double[] places = {place(shift / 3), place((shift + Math.PI) / 3), place((shift - Math.PI) / 3)};
        Arrays.sort(places);
        return places;
    }
}
