package org.chirpmill.banding;

import java.util.Arrays;
import org.chirpmill.numbers.Multiples;

/**
 * The uniform grid that is to be divided into bands, and the noise along it.
 *
 * @param firstBin the first bin of the bands, at {@code firstBin * deltaF}
 * @param bins how many bins there are from there to f_max, both included
 * @param deltaF the spacing, Hz
 * @param weights of each bin, proportional to one over the noise's power spectral density
 */
public record BaseGrid(int firstBin, int bins, double deltaF, double[] weights) {
    /** The grid from f_min to f_max, Hz, under some noise. */
    public static BaseGrid of(double minimumFrequency, double maximumFrequency, double deltaF, Noise noise) {
        int first = (int) Math.rint(minimumFrequency / deltaF);
        int bins = Math.toIntExact(Multiples.whole(maximumFrequency, deltaF)) + 1 - first;
        double[] weights = new double[bins];
        Arrays.setAll(weights, k -> StrictMath.pow(
            noise.amplitude().applyAsDouble(Math.min((first + k) * deltaF, maximumFrequency)), -2));
        double most = Arrays.stream(weights).max().orElseThrow();
        Arrays.setAll(weights, k -> most > 0 ? weights[k] / most : 0);
        return new BaseGrid(first, bins, deltaF, weights);
    }

    /** How many frequencies half a spacing apart a {@link Wave} has: the centres of all bins of any band lie there. */
    int fineBins() {
        return 2 * bins - 1;
    }

    /** What so many waves take of memory. */
    public long bytes(long waves) {
        return waves * 2 * fineBins() * Float.BYTES;
    }

    /** Whether some noise is known on the grid. */
    public boolean hasWeight() {
        return Arrays.stream(weights).anyMatch(weight -> weight > 0);
    }
}
