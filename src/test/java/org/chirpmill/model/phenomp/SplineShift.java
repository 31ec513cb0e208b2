package org.chirpmill.model.phenomp;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.chirpmill.source.SourceParameters;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;

/**
 * How far LALSimulation shifts IMRPhenomPv2 in time beside what makes the phase stationary: it takes the slope of a
 * natural cubic spline through ten points around the place for the phase's own.
 */
final class SplineShift {
    private static final int POINTS = 10;

    private SplineShift() {}

    /**
     * What the spline takes the phase to rise with, rad/Hz, where it rises with nothing.
     *
     * @param phase the mode's phase, rad, against frequency, Hz
     * @param stillHz where it is stationary
     * @param endHz where the model ends
     */
    static double of(DoubleUnaryOperator phase, double stillHz, double endHz) {
        return of(phase, POINTS, stillHz, endHz);
    }

    /** The same of a spline through so many points. */
    static double of(DoubleUnaryOperator phase, int points, double stillHz, double endHz) {
        double start = 0.8 * stillHz;
        double step = (Math.min(1.2 * stillHz, endHz) - start) / (points - 1);
        double[] frequencies = IntStream.range(0, points).mapToDouble(i -> start + i * step).toArray();
        double[] phases = IntStream.range(0, points).mapToDouble(i -> phase.applyAsDouble(frequencies[i])).toArray();
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(frequencies, phases);
        return spline.polynomialSplineDerivative().value(stillHz);
    }

    /** Turns both polarizations, four numbers a frequency, by minus the slope times the frequency. */
    static void apply(double slope, double[] frequencies, double[] waveform) {
        for (int i = 0; i < waveform.length; i += 2) {
            double angle = -slope * frequencies[i / 4];
            double real = waveform[i] * Math.cos(angle) - waveform[i + 1] * Math.sin(angle);
            waveform[i + 1] = waveform[i] * Math.sin(angle) + waveform[i + 1] * Math.cos(angle);
            waveform[i] = real;
        }
    }

    /** Where black holes' mode ends, Hz. */
    static double endHz(SourceParameters source) {
        return 0.2 / ((source.massOneSolar() + source.massTwoSolar()) * 4.925490947641267e-6);
    }
}
