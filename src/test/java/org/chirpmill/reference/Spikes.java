package org.chirpmill.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;

/** Bins that stick out of a waveform. */
public final class Spikes {
    /** Over the largest of the two bins before and the two behind. */
    private static final double TOO_HIGH = 10;
    /** Below this share of the waveform's peak nobody sees one. */
    private static final double VISIBLE = 1e-6;

    private Spikes() {}

    /** Fails where a bin of a waveform is ten times as high as its neighbours. */
    public static void requireNone(Polarizations waveform, Supplier<String> row) {
        int bins = waveform.plus().length / 2;
        double[] heights = new double[bins];
        double peak = 0;
        for (int bin = 0; bin < bins; bin++) {
            heights[bin] = Math.hypot(Math.hypot(waveform.plus()[2 * bin], waveform.plus()[2 * bin + 1]),
                Math.hypot(waveform.cross()[2 * bin], waveform.cross()[2 * bin + 1]));
            peak = Math.max(peak, heights[bin]);
        }
        for (int bin = 2; bin < bins - 2; bin++) {
            double around = Math.max(Math.max(heights[bin - 2], heights[bin - 1]),
                Math.max(heights[bin + 1], heights[bin + 2]));
            assertTrue(heights[bin] <= Math.max(TOO_HIGH * around, VISIBLE * peak),
                () -> "a spike: " + row.get());
        }
    }
}
