package org.chirpmill.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;

/** The amplitudes of the modes against frequency. */
public final class ModesFigure {
    private static final double DECADES = 5;

    private ModesFigure() {}

    /**
     * The picture.
     *
     * @param title what is shown
     * @param frequencies Hz
     * @param amplitudes 1/Hz by the mode's name, each as long as {@code frequencies}; modes that vanish are left out,
     *     and not all may
     */
    public static Picture of(String title, double[] frequencies, Map<String, double[]> amplitudes) {
        double peak = 0;
        for (double[] amplitude : amplitudes.values()) {
            for (double value : amplitude) {
                peak = Math.max(peak, value);
            }
        }
        double least = peak * Math.pow(10, -DECADES);
        List<Curve> curves = new ArrayList<>();
        for (Map.Entry<String, double[]> mode : amplitudes.entrySet()) {
            int first = 0;
            int end = frequencies.length;
            while (first < end && mode.getValue()[first] < least) {
                first++;
            }
            while (end > first && mode.getValue()[end - 1] < least) {
                end--;
            }
            if (first < end) {
                curves.add(Thinning.byRatio(Curve.line(mode.getKey(),
                    Arrays.copyOfRange(frequencies, first, end),
                    Arrays.copyOfRange(mode.getValue(), first, end))));
            }
        }
        return Picture.stacked(new Panel(title, Axis.logarithmic(WaveformFigure.FREQUENCY),
            Axis.logarithmic("mode amplitude |h_lm| (1/Hz)").within(least, 2 * peak), curves));
    }
}
