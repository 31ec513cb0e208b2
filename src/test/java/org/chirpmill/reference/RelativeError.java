package org.chirpmill.reference;

import org.chirpmill.engine.WaveformDifference;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.rows.Accuracy;

/**
 * How far a waveform is from the exact one, in the words of {@link Accuracy}.
 *
 * @param l2 ||h - g|| / ||g|| over all bins of both polarizations, g the exact waveform
 * @param peak max|h - g| / max|g| likewise
 * @param worstBin where |h - g| is largest
 */
public record RelativeError(double l2, double peak, int worstBin) {
    /** How far {@code h} is from {@code g}. */
    public static RelativeError of(Polarizations h, Polarizations g) {
        double largest = WaveformDifference.between(h.plus(), h.cross(), g.plus(), g.cross()).peak();
        double scale = 0;
        for (int i = 0; i < g.plus().length; i++) {
            scale = Math.max(scale, Math.max(Math.abs(g.plus()[i]), Math.abs(g.cross()[i])));
        }
        double error = 0;
        double norm = 0;
        double worst = -1;
        int worstBin = 0;
        for (int i = 0; i < g.plus().length; i += 2) {
            double here = squaredDistance(h.plus(), g.plus(), i, scale)
                + squaredDistance(h.cross(), g.cross(), i, scale);
            error += here;
            if (!(here <= worst)) {
                worst = here;
                worstBin = i / 2;
            }
            for (double part : new double[] {g.plus()[i], g.plus()[i + 1], g.cross()[i], g.cross()[i + 1]}) {
                norm += part / scale * (part / scale);
            }
        }
        return new RelativeError(error == 0 ? 0 : Math.sqrt(error / norm), largest, worstBin);
    }

    /** Scaled first, since the squares of strains are too small for a double's range where sources are far. */
    private static double squaredDistance(double[] h, double[] g, int at, double scale) {
        double real = (h[at] - g[at]) / scale;
        double imaginary = (h[at + 1] - g[at + 1]) / scale;
        return real * real + imaginary * imaginary;
    }
}
