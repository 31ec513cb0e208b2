package org.chirpmill.model.phenomx;

/**
 * IMRPhenomXAS's ringdown amplitude over the Newtonian one, as a function of x = Mf: arXiv:2001.11412, Sec. VI C. A
 * Lorentzian with an exponential decay, normalised at its peak.
 */
public final class XasRingdownAmplitude {
    private final double ringdown;
    private final double width;
    private final double slope;
    private final double height;
    private final double peak;

    XasRingdownAmplitude(AlignedBinary binary, Landmarks landmarks, CoprecessingDeviations deviations) {
        double lambda = XasFit.RINGDOWN_AMPLITUDE_SLOPE.at(binary);
        ringdown = landmarks.ringdown();
        width = (XasFit.RINGDOWN_AMPLITUDE_WIDTH.at(binary) + deviations.ringdownWidth()) * landmarks.damping();
        slope = lambda / width;
        double fromRingdown = width * peakOffset(lambda);
        peak = Math.abs(ringdown + fromRingdown);
        height = (XasFit.RINGDOWN_AMPLITUDE_PEAK.at(binary) + deviations.peakAmplitude()) * lorentzian(peak)
            * StrictMath.exp(slope * (peak - ringdown));
    }

    /** The amplitude. */
    public double at(double x) {
        return height * StrictMath.exp(-slope * (x - ringdown)) / lorentzian(x);
    }

    /** The derivative by x. */
    double slope(double x) {
        return slope(x, at(x));
    }

    /** The same where the amplitude is known. */
    double slope(double x, double amplitude) {
        return -amplitude * (slope + 2 * (x - ringdown) / lorentzian(x));
    }

    /** Mf of the maximum, Eq. 5.14. */
    double peak() {
        return peak;
    }

    /** Mf of the quasi-normal mode. */
    public double ringdown() {
        return ringdown;
    }

    /** Half width of the Lorentzian. */
    public double width() {
        return width;
    }

    /** Exponential decay per unit of x. */
    public double slope() {
        return slope;
    }

    /** The value at the quasi-normal mode times the width squared. */
    double height() {
        return height;
    }

    /**
     * (sqrt(1 - lambda^2) - 1) / lambda, written without the cancellation at small lambda; beyond 1 LALSimulation takes
     * the root as zero.
     */
    private static double peakOffset(double lambda) {
        return lambda > 1 ? -1 / lambda : -lambda / (1 + Math.sqrt((1 - lambda) * (1 + lambda)));
    }

    private double lorentzian(double x) {
        double away = x - ringdown;
        return away * away + width * width;
    }
}
