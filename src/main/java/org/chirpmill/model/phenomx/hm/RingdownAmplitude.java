package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.MassScale;
import org.chirpmill.model.phenomx.AlignedBinary;

/**
 * A mode's ringdown amplitude as a function of x = Mf, of the mixed mode its spheroidal one: a Lorentzian with an
 * exponential decay, arXiv:2001.10914, Eq. 6.2, which release 122022 continues by an exponential alone from two damping
 * frequencies beyond the ringdown and, for the mixed mode, precedes by a cubic up to one damping frequency below.
 */
final class RingdownAmplitude implements AmplitudeCurve {
    /** Where the three values ask for no Lorentzian, LALSimulation divides by this instead of nothing. */
    private static final double LEAST_DIFFERENCE = 1e-16;
    private static final FixedNodes CUBIC_NODES = FixedNodes.at(-1, 0, 1, 1);

    private final double ringdown;
    private final double damping;
    /** The values at the nodes; none where height, lambda and sigma are fitted themselves. */
    private final double[] nodeValues;
    private final double height;
    private final double lambda;
    private final double sigma;
    private final double falloff;
    private final double falloffHeight;
    private final double falloffRate;
    /** Where the cubic ends; 0 where there is none. */
    private final double cubicEnd;
    private final CentredPolynomial cubic;

    RingdownAmplitude(AlignedBinary binary, ModeLandmarks landmarks) {
        ringdown = landmarks.ringdown();
        damping = landmarks.damping();
        ModeFits fits = ModeFits.of(landmarks.mode());
        double first = fits.ringdownAmplitude()[0].at(binary);
        double second = fits.ringdownAmplitude()[1].at(binary);
        double third = fits.ringdownAmplitude()[2].at(binary);
        if (landmarks.mode().isMixed()) {
            nodeValues = new double[0];
            height = Math.abs(first);
            lambda = second;
            sigma = third;
        } else {
            double below = Math.abs(first);
            double centre = Math.abs(second);
            double above = decaying(below, centre, Math.abs(third));
            nodeValues = new double[] {below, centre, above};
            double difference = Math.sqrt(below / above) - below / centre;
            height = below * damping / (difference > 0 ? difference : LEAST_DIFFERENCE);
            sigma = Math.sqrt(height / (centre * damping));
            lambda = 0.5 * sigma * StrictMath.log(below / above);
        }
        falloff = ringdown + 2 * damping;
        falloffHeight = lorentzian(falloff);
        falloffRate = -logarithmicSlope(falloff);
        cubicEnd = landmarks.mode().isMixed() ? ringdown - damping : 0;
        cubic = landmarks.mode().isMixed() ? cubic(binary, landmarks.amplitudeJoin2()) : null;
    }

    @Override
    public double at(double x) {
        double amplitude;
        if (x < cubicEnd) {
            amplitude = cubic.at(x);
        } else if (x < falloff) {
            amplitude = lorentzian(x);
        } else {
            amplitude = falloffHeight * StrictMath.exp(-falloffRate * (x - falloff));
        }
        return amplitude;
    }

    @Override
    public double slope(double x) {
        return x < cubicEnd ? cubic.slope(x) : slope(x, at(x));
    }

    /** The derivative behind the cubic, where the amplitude is known. */
    private double slope(double x, double amplitude) {
        return amplitude * (x < falloff ? logarithmicSlope(x) : -falloffRate);
    }

    /** Value and slope where a ringdown without a cubic begins. */
    IntermediateAmplitude.End start(double x) {
        double amplitude = at(x);
        return new IntermediateAmplitude.End(amplitude, slope(x, amplitude));
    }

    @Override
    public double curvature(double x) {
        double curvature;
        if (x < cubicEnd) {
            curvature = cubic.curvature(x);
        } else if (x < falloff) {
            double slope = logarithmicSlope(x);
            double width = sigma * damping;
            double away = x - ringdown;
            double square = away * away + width * width;
            double turn = 2 * (away - width) * (away + width) / (square * square);
            curvature = lorentzian(x) * (slope * slope + turn);
        } else {
            curvature = falloffRate * falloffRate * at(x);
        }
        return curvature;
    }

    double[] nodeValues() {
        return nodeValues;
    }

    /** Height, slope and width, and the height and rate of the last exponential. */
    double[] coefficients() {
        return new double[] {height, lambda, sigma, falloffHeight, falloffRate};
    }

    /** The polynomial before the Lorentzian of the mixed mode. */
    CentredPolynomial cubic() {
        return cubic;
    }

    /** Writes the row for frequencies in Hz. */
    void write(double[] rows, int row, MassScale mass) {
        double massSeconds = mass.seconds();
        double width = sigma * damping;
        rows[row + ModeRow.RINGDOWN] = ringdown / massSeconds;
        rows[row + ModeRow.LORENTZIAN_HEIGHT] = height * damping / (massSeconds * massSeconds);
        rows[row + ModeRow.LORENTZIAN_SLOPE] = lambda / width * massSeconds;
        rows[row + ModeRow.LORENTZIAN_WIDTH_SQUARED] = width * width / (massSeconds * massSeconds);
        rows[row + ModeRow.FALLOFF] = falloff / massSeconds;
        rows[row + ModeRow.FALLOFF_HEIGHT] = falloffHeight;
        rows[row + ModeRow.FALLOFF_RATE] = falloffRate * massSeconds;
    }

    /** Writes the cubic of the mixed mode. */
    void writeCubic(double[] rows, int row, MassScale mass) {
        double massSeconds = mass.seconds();
        rows[row + MixedRow.CUBIC_END] = cubicEnd / massSeconds;
        rows[row + MixedRow.CUBIC_CENTRE] = cubic.centre() / massSeconds;
        rows[row + MixedRow.CUBIC_INVERSE_HALF] = massSeconds / cubic.half();
        System.arraycopy(cubic.coefficients(), 0, rows, row + MixedRow.CUBIC_0, cubic.coefficients().length);
    }

    /** Release 122022 lowers the third value where it would not let a Lorentzian with decay pass. */
    private static double decaying(double below, double centre, double above) {
        double value = above;
        if (value >= centre * centre / below) {
            value = 0.5 * centre * centre / below;
        }
        if (value > centre) {
            value = 0.5 * centre;
        }
        if (below < centre && value > below) {
            value = below;
        }
        return value;
    }

    private double lorentzian(double x) {
        double width = sigma * damping;
        double away = x - ringdown;
        return height * damping * StrictMath.exp(-lambda / width * away) / (away * away + width * width);
    }

    private double logarithmicSlope(double x) {
        double width = sigma * damping;
        double away = x - ringdown;
        return -lambda / width - 2 * away / (away * away + width * width);
    }

    private CentredPolynomial cubic(AlignedBinary binary, double from) {
        double end = lorentzian(cubicEnd);
        double endSlope = end * logarithmicSlope(cubicEnd);
        return CentredPolynomial.through(from, cubicEnd, CUBIC_NODES,
            Math.abs(ModeFits.SPHEROIDAL_AMPLITUDE[0].at(binary)),
            Math.abs(ModeFits.SPHEROIDAL_AMPLITUDE[1].at(binary)), end, 0.5 * (cubicEnd - from) * endSlope);
    }
}
