package org.chirpmill.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;

/** Amplitude and phase of both polarizations against frequency. */
public final class WaveformFigure {
    static final String FREQUENCY = "frequency (Hz)";

    /** What lies further below the greatest amplitude is left out: there the models have all but ended. */
    private static final double DECADES = 4;

    private WaveformFigure() {}

    /**
     * The picture.
     *
     * @param title what is shown
     * @param waves the polarizations; those that vanish beside the others are left out, and not all may be zero
     */
    public static Picture of(String title, List<Polarization> waves) {
        List<Curve> amplitudes = new ArrayList<>();
        List<Curve> phases = new ArrayList<>();
        double peak = waves.stream().mapToDouble(WaveformFigure::peak).max().orElseThrow();
        double least = peak * Math.pow(10, -DECADES);
        for (Polarization wave : waves) {
            if (!wave.isZero() && peak(wave) >= least) {
                int first = wave.firstBin();
                int end = lastAbove(wave, least) + 1;
                double[] frequencies = Arrays.copyOfRange(wave.frequencies(), first, end);
                double[] amplitude = new double[end - first];
                Arrays.setAll(amplitude, k -> wave.amplitude(first + k));
                amplitudes.add(Thinning.byRatio(Curve.line("|" + wave.name() + "|", frequencies, amplitude)));
                phases.add(Thinning.byRatio(
                    Curve.line("arg " + wave.name(), frequencies, UnwrappedPhase.of(wave, first, end))));
            }
        }
        return Picture.stacked(
            new Panel(title, Axis.logarithmic(FREQUENCY),
                Axis.logarithmic("amplitude (1/Hz)").within(least, 2 * peak), amplitudes),
            new Panel("", Axis.logarithmic(FREQUENCY), Axis.linear("phase (rad)"), phases));
    }

    static double peak(Polarization wave) {
        double peak = 0;
        for (int bin = wave.firstBin(); bin < wave.endBin(); bin++) {
            peak = Math.max(peak, wave.amplitude(bin));
        }
        return peak;
    }

    private static int lastAbove(Polarization wave, double least) {
        int bin = wave.endBin() - 1;
        while (bin > wave.firstBin() && wave.amplitude(bin) < least) {
            bin--;
        }
        return bin;
    }
}
