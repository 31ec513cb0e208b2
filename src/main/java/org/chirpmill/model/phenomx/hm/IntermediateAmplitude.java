package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;


/**
 * A mode's amplitude between inspiral and ringdown as a function of x = Mf: arXiv:2001.10914, Sec. V A, in the form of
 * release 122022: x^(-7/6) times a polynomial through both ends and fitted values at equal distances between them. It
 * takes the slopes of both ends; the (2, 1) mode takes that of the last only, and the first and third values.
 */
final class IntermediateAmplitude {
    private static final FixedNodes NODES = FixedNodes.at(-1, -1, -0.6, -0.2, 0.2, 0.6, 1, 1);
    private static final FixedNodes NODES_21 = FixedNodes.at(-1, -0.6, 0.2, 1, 1);

    private final CentredPolynomial polynomial;

    /** A value and its slope. */
    record End(double value, double slope) {}

    /**
     * The amplitude of one mode.
     *
     * @param quadrupole the binary
     * @param landmarks the mode's
     * @param inspiral the inspiral's amplitude where it ends
     * @param ringdown the ringdown's amplitude where it begins
     */
    IntermediateAmplitude(Quadrupole quadrupole, ModeLandmarks landmarks, End inspiral, End ringdown) {
        double from = landmarks.amplitudeJoin1();
        double to = landmarks.amplitudeJoin2();
        boolean takesTwo = landmarks.mode() == HigherMode.L2M1;
        double[] fitted = new double[4];
        for (int i = 0; i < fitted.length; i += takesTwo ? 2 : 1) {
            double x = from + (i + 1) * (to - from) / 5;
            fitted[i] = sevenSixths(x)
                * Math.abs(ModeFits.of(landmarks.mode()).intermediateAmplitude()[i].at(quadrupole.binary()));
        }
        End first = overNewtonian(inspiral, from, sevenSixths(from, landmarks.amplitudeRoot1()));
        End last = overNewtonian(ringdown, to, sevenSixths(to));
        double half = 0.5 * (to - from);
        polynomial = takesTwo
            ? CentredPolynomial.through(
                from, to, NODES_21, first.value, fitted[0], fitted[2], last.value, half * last.slope)
            : CentredPolynomial.through(from, to, NODES, first.value, half * first.slope,
                fitted[0], fitted[1], fitted[2], fitted[3], last.value, half * last.slope);
    }

    double at(double x) {
        return polynomial.at(x) / sevenSixths(x);
    }

    /** The amplitude times x^(7/6). */
    CentredPolynomial polynomial() {
        return polynomial;
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, MassScale mass) {
        double scale = mass.minusSevenSixths();
        rows[row + ModeRow.INTERMEDIATE_CENTRE] = polynomial.centre() / mass.seconds();
        rows[row + ModeRow.INTERMEDIATE_INVERSE_HALF] = mass.seconds() / polynomial.half();
        for (int k = 0; k < polynomial.coefficients().length; k++) {
            rows[row + ModeRow.INTERMEDIATE_0 + k] = scale * polynomial.coefficients()[k];
        }
    }

    private static End overNewtonian(End end, double x, double factor) {
        return new End(factor * end.value, factor * (end.slope + 7.0 / 6 * end.value / x));
    }

    /** x^(7/6). */
    static double sevenSixths(double x) {
        return sevenSixths(x, CubeRoot.of(x));
    }

    private static double sevenSixths(double x, double root) {
        return x * Math.sqrt(root);
    }
}
