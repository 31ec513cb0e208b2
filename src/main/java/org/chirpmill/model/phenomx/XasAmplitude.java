package org.chirpmill.model.phenomx;

import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.MassScale;

/**
 * IMRPhenomXAS's amplitude over its norm, as a function of x = Mf: arXiv:2001.11412, Sec. VI, its intermediate
 * version 104. Inspiral and ringdown are given over x^(-7/6); between them the inverse of the amplitude is a quartic,
 * fixed by values and slopes at both joins and a fitted value halfway.
 */
public final class XasAmplitude {
    private final XasInspiralAmplitude inspiral;
    private final XasRingdownAmplitude ringdown;
    private final NewtonPolynomial inverse;
    private final double join1;

    /** The amplitude of a binary whose joins and ringdown lie at the given frequencies. */
    public XasAmplitude(AlignedBinary binary, Landmarks landmarks) {
        this(binary, landmarks, CoprecessingDeviations.NONE);
    }

    /** The same of a precessing binary in the co-precessing frame. */
    public XasAmplitude(AlignedBinary binary, Landmarks landmarks, CoprecessingDeviations deviations) {
        join1 = landmarks.meco() + 0.25 * (landmarks.isco() - landmarks.meco());
        inspiral = new XasInspiralAmplitude(binary, join1);
        ringdown = new XasRingdownAmplitude(binary, landmarks, deviations);
        inverse = inverse(1 / XasFit.INTERMEDIATE_AMPLITUDE.at(binary) + deviations.inverseAmplitude());
    }

    /** The leading amplitude's factor of x^(-7/6): the norm of all three pieces. */
    public static double norm(AlignedBinary binary) {
        return AlignedPolarizations.newtonian(binary.eta());
    }

    /** The amplitude over norm and x^(-7/6). */
    double at(double x) {
        double amplitude;
        if (x < join1) {
            amplitude = inspiral.at(x);
        } else if (x < join2()) {
            amplitude = sevenSixths(x) / inverse.at(x);
        } else {
            amplitude = ringdown.at(x);
        }
        return amplitude;
    }

    XasInspiralAmplitude inspiral() {
        return inspiral;
    }

    /** The inverse of the amplitude over the norm, between the joins. */
    NewtonPolynomial inverse() {
        return inverse;
    }

    /** The last piece. */
    public XasRingdownAmplitude ringdown() {
        return ringdown;
    }

    /** Mf where the inspiral ends, Eq. 5.7. */
    double join1() {
        return join1;
    }

    /** Mf where the ringdown begins: its peak. */
    double join2() {
        return ringdown.peak();
    }

    /** Writes the row for frequencies in Hz and amplitudes over M^(-7/6), M being the total mass. */
    public void write(double[] rows, int row, MassScale mass) {
        double massSeconds = mass.seconds();
        for (int k = 2; k <= 9; k++) {
            rows[row + XasRow.INSPIRAL_2 + k - 2] = inspiral.power(k) * mass.thirds(k);
        }
        rows[row + XasRow.AMPLITUDE_JOIN_1] = join1 / massSeconds;
        rows[row + XasRow.AMPLITUDE_MIDDLE] = inverse.nodes()[2] / massSeconds;
        rows[row + XasRow.AMPLITUDE_JOIN_2] = join2() / massSeconds;
        double scale = mass.minusSevenSixths();
        for (int k = 0; k < inverse.differences().length; k++) {
            rows[row + XasRow.NEWTON_0 + k] = inverse.differences()[k] * scale;
            scale *= massSeconds;
        }
        double square = massSeconds * massSeconds;
        rows[row + XasRow.RINGDOWN] = ringdown.ringdown() / massSeconds;
        rows[row + XasRow.MERGER_WIDTH_SQUARED] = ringdown.width() * ringdown.width() / square;
        rows[row + XasRow.MERGER_SLOPE] = ringdown.slope() * massSeconds;
        rows[row + XasRow.MERGER_HEIGHT] = ringdown.height() / square;
    }

    /** With A = x^(-7/6) a the slope of 1/A is (7/(6x) - a'/a) / A. */
    private NewtonPolynomial inverse(double middleValue) {
        double end = join2();
        double root = inspiral.lastRoot();
        double start = inspiral.atRoot(root);
        double startValue = join1 * Math.sqrt(root) / start;
        double startSlope = startValue * (7 / (6 * join1) - inspiral.slopeAtRoot(root) / start);
        double last = ringdown.at(end);
        double endValue = sevenSixths(end) / last;
        double endSlope = endValue * (7 / (6 * end) - ringdown.slope(end, last) / last);
        double middle = join1 + 0.5 * (end - join1);
        return NewtonPolynomial.through(new double[] {join1, join1, middle, end, end},
            new double[] {startValue, startValue, middleValue, endValue, endValue},
            new double[] {startSlope, startSlope, 0, endSlope, endSlope});
    }

    private static double sevenSixths(double x) {
        return x * Math.sqrt(CubeRoot.of(x));
    }
}
