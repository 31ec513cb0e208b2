package org.chirpmill.figure;

import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * Strain against time.
 *
 * @param times s, increasing evenly, 0 at the merger as the models define it
 * @param strain as many, dimensionless
 */
public record TimeSeries(double[] times, double[] strain) {
    /** Zeros behind the highest frequency make the samples this many times as dense, so that lines look smooth. */
    private static final int DENSER = 4;

    /**
     * The inverse Fourier transform, h(t) = integral of h(f) exp(2 pi i f t) over positive and negative frequencies,
     * of a real wave: twice the real part of the positive ones. Its period is 1 / delta_f; half of it lies before the
     * merger.
     *
     * @param wave on a grid where bin k lies at k delta_f
     */
    public static TimeSeries of(Polarization wave) {
        int bins = wave.frequencies().length;
        double deltaF = wave.frequencies()[bins - 1] / (bins - 1);
        int samples = DENSER * Integer.highestOneBit(2 * (bins - 1) - 1) * 2;
        Complex[] spectrum = new Complex[samples];
        for (int k = 0; k < samples; k++) {
            spectrum[k] = k < bins ? new Complex(wave.strain()[2 * k], wave.strain()[2 * k + 1]) : Complex.ZERO;
        }
        // The library's inverse divides by the number of samples, which is delta_t / delta_f too much of a division.
        Complex[] wrapped = new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(spectrum, TransformType.INVERSE);
        double[] times = new double[samples];
        double[] strain = new double[samples];
        for (int k = 0; k < samples; k++) {
            int shifted = k - samples / 2;
            times[k] = shifted / (samples * deltaF);
            strain[k] = 2 * samples * deltaF * wrapped[Math.floorMod(shifted, samples)].getReal();
        }
        return new TimeSeries(times, strain);
    }

    /** The part between two times, s; at least one sample. */
    public TimeSeries between(double start, double end) {
        int first = 0;
        while (first < times.length - 1 && times[first] < start) {
            first++;
        }
        int last = times.length - 1;
        while (last > first && times[last] > end) {
            last--;
        }
        return new TimeSeries(Arrays.copyOfRange(times, first, last + 1),
            Arrays.copyOfRange(strain, first, last + 1));
    }
}
