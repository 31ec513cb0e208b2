package org.chirpmill.model.phenomx.pnr;

import java.util.Arrays;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.CubeRoot;

/**
 * The ratio of {@link AsymmetryRatio} averaged over neighbouring bins, as LALSimulation does to round its corner at the
 * ringdown. The average is over the 81 bins about each, weighed by the distance to the next bin, and as it goes from
 * the lowest frequency up in place, the 40 bins below are averages already. So the ratio depends on the bins asked for:
 * where they lie 0.125 Hz apart and begin at 20 Hz, its average is off by 2e-4 of it there. The first 40 bins and the
 * last 41 are left as they are. Lists of fewer bins are averaged over half of them. One thread.
 *
 * <p>Places are bins from the first that is evaluated.
 */
final class AveragedRatio {
    /** An average is over this many bins and one more, where there are as many. */
    static final int WIDTH = 80;
    /** Behind the corner differences fall as exp(-1.26 places / 40): so many places later they are below 1e-11. */
    private static final int SETTLED = 840;
    /** At how many multiples of half the width joins of the averages' begin show, and behind the corner those of it. */
    private static final int HALVES_OF_BEGIN = 6;
    private static final int HALVES_OF_CORNER = 4;
    /** The most that {@link #joins} writes: those, half a width before the corner, the corner and the end. */
    static final int MOST_JOINS = HALVES_OF_BEGIN + HALVES_OF_CORNER + 3;

    private final boolean isUniform;
    private final int firstBin;
    private final double inverseSpacing;
    private final double[] frequencies;
    private final double[] roots;
    private final double[] values;
    private int count;
    private int width;
    private int corner;
    private int firstLeft;

    /** Room for a grid. */
    AveragedRatio(FrequencyGrid grid) {
        isUniform = grid.isUniform();
        firstBin = grid.firstBin();
        inverseSpacing = isUniform ? 1 / grid.deltaF() : 0;
        frequencies = Arrays.copyOfRange(grid.frequencies(), firstBin, grid.bins());
        roots = new double[frequencies.length];
        Arrays.setAll(roots, place -> CubeRoot.of(frequencies[place]));
        values = new double[frequencies.length];
    }

    /**
     * Averages a ratio.
     *
     * @param endHz the last frequency that LALSimulation counts to on a uniform grid
     */
    void average(AsymmetryRatio ratio, double endHz) {
        int asked = isUniform ? (int) Math.clamp(Math.floor(endHz * inverseSpacing) - firstBin + 1, 0, values.length)
            : values.length;
        corner = firstAtOrAbove(ratio.ringdownHz(), asked);
        width = WIDTH > asked - 1 ? asked / 2 : WIDTH;
        boolean settles = isUniform && corner + SETTLED + width < asked;
        count = settles ? corner + SETTLED + width + 2 : asked;
        ratio.write(roots, corner, values);
        Arrays.fill(values, corner, count, ratio.plateau());
        if (isUniform) {
            averageUniform();
        } else {
            averageList();
        }
        firstLeft = Math.max(width / 2, count - 1 - width + width / 2);
        if (settles) {
            count = corner + SETTLED;
            firstLeft = count;
        }
    }

    private void averageUniform() {
        double inverse = 1.0 / (width + 1);
        double growth = 1 + inverse;
        int half = width / 2;
        double sum = 0;
        for (int place = 0; place <= Math.min(width, count - 1); place++) {
            sum += values[place];
        }
        for (int from = 0; from < count - width - 1; from++) {
            // The average takes the place of the value that it is about, and is itself within the next sum.
            double replaced = values[from + half];
            values[from + half] = sum * inverse;
            sum = Math.fma(sum, growth, values[from + width + 1] - values[from] - replaced);
        }
    }

    private void averageList() {
        int half = width / 2;
        double sum = 0;
        for (int place = 0; place <= Math.min(width, count - 2); place++) {
            sum += values[place] * weight(place);
        }
        for (int from = 0; from < count - width - 1; from++) {
            double average = sum / (frequencies[from + width + 1] - frequencies[from]);
            sum += (average - values[from + half]) * weight(from + half);
            values[from + half] = average;
            if (from + width + 2 < count) {
                sum += values[from + width + 1] * weight(from + width + 1) - values[from] * weight(from);
            }
        }
    }

    private double weight(int place) {
        return frequencies[place + 1] - frequencies[place];
    }

    private int firstAtOrAbove(double f, int to) {
        int place = Arrays.binarySearch(frequencies, 0, to, f);
        return place < 0 ? -place - 1 : place;
    }

    /** The averages by place. */
    double[] values() {
        return values;
    }

    /** How many there are; beyond, on uniform grids, the ratio is its plateau. */
    int count() {
        return count;
    }

    /** Frequency of a place, Hz. */
    double frequency(int place) {
        return frequencies[place];
    }

    /**
     * Writes places at which a smooth function begins anew, on a uniform grid: where averages begin and the averaged
     * enter the averages, where the corner does, and where averages end. Returns how many there are.
     */
    int joins(int[] out) {
        int half = width / 2;
        int joins = 0;
        if (isUniform && half > 0) {
            for (int halves = 1; halves <= HALVES_OF_BEGIN; halves++) {
                out[joins] = halves * half;
                joins++;
            }
            for (int halves = -1; halves <= HALVES_OF_CORNER; halves++) {
                out[joins] = corner + halves * half;
                joins++;
            }
            out[joins] = firstLeft;
            joins++;
        }
        return joins;
    }

    /** Whether places are equally spaced. */
    boolean isUniform() {
        return isUniform;
    }

    /** What becomes {@link AntisymmetricRow#FIRST}. */
    double first() {
        return isUniform ? frequencies[0] : firstBin;
    }

    /** Places per Hz, 0 where they are not equally spaced. */
    double inverseSpacing() {
        return inverseSpacing;
    }
}
