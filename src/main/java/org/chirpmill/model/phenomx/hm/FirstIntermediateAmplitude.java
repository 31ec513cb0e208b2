package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.MassScale;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.NewtonPolynomial;

/**
 * A mode's amplitude between inspiral and ringdown in IMRPhenomXHM's first release, 122019, as a function of x = Mf:
 * arXiv:2001.10914, Sec. V A. Its inverse is a polynomial through values and slopes at both ends and two fitted values
 * at equal distances between them. Where these are not to be trusted, or the polynomial would pass zero, it takes
 * fewer. For very unequal masses another polynomial goes before it, through a fitted value and slope.
 */
final class FirstIntermediateAmplitude {
    /** Below this eta, q = 70, there are two polynomials, but for high spins. */
    private static final double EXTREME_ETA = 0.013886133703630232;
    private static final double EXTREME_SPIN = 0.9;
    /** Amplitudes below these are not taken. */
    private static final double LEAST_AMPLITUDE_21 = 0.2;
    private static final double LEAST_RINGDOWN_21 = 0.01;
    private static final double LEAST_RINGDOWN_32 = 0.1;
    private static final double UNEQUAL_21 = 8;

    private final double newtonian;
    /** Mf where the first of two polynomials ends; 0 where there is one. */
    private final double split;
    private final CentredPolynomial early;
    private final CentredPolynomial polynomial;

    /** A node: Mf and the inverse of the amplitude over newtonian there. */
    private record Node(double x, double value) {}

    /** The inverse of the amplitude over newtonian at an end, and its slope. */
    private record End(double x, double value, double slope) {
        static End of(double x, IntermediateAmplitude.End amplitude, double newtonian) {
            double value = newtonian / amplitude.value();
            return new End(x, value, -value * amplitude.slope() / amplitude.value());
        }
    }

    /**
     * The amplitude of one mode.
     *
     * @param landmarks the mode's; its inspiral may end earlier
     * @param from where the inspiral ends, Mf
     * @param inspiral the inspiral's amplitude there
     * @param ringdown the ringdown's amplitude where it begins
     * @param followsInspiral whether the height of the ringdown does, so that only a straight line fits
     */
    FirstIntermediateAmplitude(Quadrupole quadrupole, ModeLandmarks landmarks, double from,
            IntermediateAmplitude.End inspiral, IntermediateAmplitude.End ringdown, boolean followsInspiral) {
        newtonian = quadrupole.newtonian();
        AlignedBinary binary = quadrupole.binary();
        HigherMode mode = landmarks.mode();
        double step = (landmarks.amplitudeJoin2() - landmarks.amplitudeJoin1()) / 3;
        Node[] middle = new Node[2];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = new Node(landmarks.amplitudeJoin1() + (i + 1) * step,
                followsInspiral ? 1 : 1 / Math.abs(FirstFits.of(mode).intermediate()[i].at(binary)));
        }
        End start = End.of(from, inspiral, newtonian);
        End end = End.of(landmarks.amplitudeJoin2(), ringdown, newtonian);
        int order = followsInspiral ? 1 : 5;
        if (binary.eta() < EXTREME_ETA && binary.chiOne() <= EXTREME_SPIN) {
            End joint = joint(mode, binary, from, middle[0].x);
            split = joint.x;
            early = through(start, joint, middle[0]);
            start = joint;
        } else {
            split = 0;
            early = null;
            if (order == 5) {
                order = trusted(mode, binary, middle, end);
            }
        }
        polynomial = withoutZero(start, end, middle, order, from);
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, int more, MassScale mass) {
        double inverse = 1 / newtonian;
        rows[row + ModeRow.INTERMEDIATE_CENTRE] = polynomial.centre() / mass.seconds();
        rows[row + ModeRow.INTERMEDIATE_INVERSE_HALF] = mass.seconds() / polynomial.half();
        for (int k = 0; k < polynomial.coefficients().length; k++) {
            rows[row + ModeRow.INTERMEDIATE_0 + k] = inverse * polynomial.coefficients()[k];
        }
        rows[more + FirstModeRow.SPLIT] = split / mass.seconds();
        if (early != null) {
            rows[more + FirstModeRow.EARLY_CENTRE] = early.centre() / mass.seconds();
            rows[more + FirstModeRow.EARLY_INVERSE_HALF] = mass.seconds() / early.half();
            for (int k = 0; k < early.coefficients().length; k++) {
                rows[more + FirstModeRow.EARLY_0 + k] = inverse * early.coefficients()[k];
            }
        }
    }

    /** Where the two polynomials for very unequal masses join, a third of the way to the first fitted value. */
    private static End joint(HigherMode mode, AlignedBinary binary, double from, double first) {
        double x = from + (first - from) / 3;
        double value = FirstFits.of(mode).extreme().at(binary);
        double slope = FirstFits.of(mode).extremeSlope().at(binary);
        double power = IntermediateAmplitude.sevenSixths(x);
        return new End(x, 1 / value, 7.0 / 6 / (value * x) - slope / (value * value * power));
    }

    /** The order that the fitted values to be trusted allow; leaves the one that is taken at the second place. */
    private int trusted(HigherMode mode, AlignedBinary binary, Node[] middle, End end) {
        int order = switch (mode) {
            case L2M1 -> trusted21(binary, middle, end);
            case L3M2 -> newtonian / end.value < LEAST_RINGDOWN_32 ? 1 : 5;
            default -> 5;
        };
        double ratio = binary.massOne() / binary.massTwo();
        double one = binary.chiOne();
        double two = binary.chiTwo();
        boolean isExtreme = ratio > 40 && one > 0.9 && order == 5;
        boolean isCorner32 = mode == HigherMode.L3M2 && order != 1
            && (ratio > 2.5 && one < -0.6 && two > 0 || one < -0.9 && two < -0.9);
        boolean isCorner21 = mode == HigherMode.L2M1 && binary.eta() < 0.23 && one > 0.7 && two < -0.5;
        return isExtreme || isCorner32 || isCorner21 ? 3 : order;
    }

    private int trusted21(AlignedBinary binary, Node[] middle, End end) {
        boolean asks = binary.massOne() < UNEQUAL_21 * binary.massTwo();
        boolean first = !asks || newtonian / middle[0].value >= LEAST_AMPLITUDE_21;
        boolean second = !asks || newtonian / middle[1].value >= LEAST_AMPLITUDE_21;
        int order = 3 + (first ? 1 : 0) + (second ? 1 : 0);
        if (newtonian / end.value < LEAST_RINGDOWN_21) {
            order = 3;
        }
        boolean isWavy = middle[0].value > middle[1].value && middle[1].value < end.value
            || middle[0].value < middle[1].value && middle[1].value > end.value;
        if (order == 5 && isWavy) {
            order = 4;
            second = false;
        }
        if (!second) {
            middle[1] = middle[0];
        }
        return order;
    }

    /** The polynomial of the highest order, from the given one on down, that has no zero. */
    private static CentredPolynomial withoutZero(End start, End end, Node[] middle, int highest, double from) {
        int order = highest;
        CentredPolynomial polynomial = ofOrder(order, start, end, middle);
        while (order > 1 && !PositivePolynomial.keepsSign(
                polynomial.coefficients(), (from - polynomial.centre()) / polynomial.half(), 1)) {
            order--;
            polynomial = ofOrder(order, start, end, middle);
        }
        return polynomial;
    }

    private static CentredPolynomial ofOrder(int order, End start, End end, Node[] middle) {
        return switch (order) {
            case 5 -> through(start, end, middle[0], middle[1]);
            case 4 -> through(start, end, middle[1]);
            case 3 -> through(start, end);
            case 2 -> centred(start, end, new double[] {-1, 1, 1}, new double[] {start.value, end.value, end.value},
                new double[] {0, 0, end.slope});
            default -> centred(start, end, new double[] {-1, 1}, new double[] {start.value, end.value}, new double[2]);
        };
    }

    /** The polynomial through both ends with their slopes and through some nodes. */
    private static CentredPolynomial through(End start, End end, Node... middle) {
        int count = middle.length + 4;
        double[] nodes = new double[count];
        double[] values = new double[count];
        double[] slopes = new double[count];
        nodes[0] = -1;
        nodes[1] = -1;
        values[0] = start.value;
        values[1] = start.value;
        slopes[1] = start.slope;
        for (int i = 0; i < middle.length; i++) {
            nodes[i + 2] = 2 * (middle[i].x - start.x) / (end.x - start.x) - 1;
            values[i + 2] = middle[i].value;
        }
        nodes[count - 2] = 1;
        nodes[count - 1] = 1;
        values[count - 2] = end.value;
        values[count - 1] = end.value;
        slopes[count - 1] = end.slope;
        return centred(start, end, nodes, values, slopes);
    }

    /** Slopes by x. */
    private static CentredPolynomial centred(
            End start, End end, double[] nodes, double[] values, double[] slopes) {
        double half = 0.5 * (end.x - start.x);
        double[] scaled = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            scaled[i] = half * slopes[i];
        }
        return new CentredPolynomial(
            0.5 * (start.x + end.x), half, NewtonPolynomial.through(nodes, values, scaled).monomials());
    }
}
