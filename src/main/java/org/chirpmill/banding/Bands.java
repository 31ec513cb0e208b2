package org.chirpmill.banding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chirpmill.numbers.Multiples;

/**
 * A division of the base grid into bands whose bins are 1, 2, 4, ... base bins wide, each band twice the one before.
 *
 * @param grid the base grid
 * @param firstLevel bins of the first band are 2^firstLevel base bins wide
 * @param ends of each band the base bin behind its last, counted from the grid's first
 */
public record Bands(BaseGrid grid, int firstLevel, List<Integer> ends) {
    /** Copies the list. */
    public Bands {
        ends = List.copyOf(ends);
    }

    /** Bands whose bins are all equally wide. */
    static Bands even(BaseGrid grid, int level) {
        return new Bands(grid, level, List.of(grid.bins() >> level << level));
    }

    /** The edges of the bands, Hz. */
    public List<Double> nodes() {
        List<Double> nodes = new ArrayList<>();
        nodes.add(Multiples.times(grid.firstBin(), grid.deltaF()));
        ends.forEach(end -> nodes.add(Multiples.times(grid.firstBin() + end, grid.deltaF())));
        return nodes;
    }

    /** The width of the first band's bins, Hz. */
    public double initialDeltaF() {
        return Math.scalb(grid.deltaF(), firstLevel);
    }

    /** How many bins all bands have. */
    public int bins() {
        int bins = 0;
        int start = 0;
        for (int band = 0; band < ends.size(); band++) {
            bins += (ends.get(band) - start) >> (firstLevel + band);
            start = ends.get(band);
        }
        return bins;
    }

    /** Of each bin its centre, in half spacings of the base grid from its first bin: the mean of its base bins. */
    int[] centres() {
        int[] centres = new int[bins()];
        int next = 0;
        int start = 0;
        for (int band = 0; band < ends.size(); band++) {
            int width = 1 << (firstLevel + band);
            for (int lowest = start; lowest < ends.get(band); lowest += width) {
                centres[next++] = 2 * lowest + width - 1;
            }
            start = ends.get(band);
        }
        return centres;
    }

    /** The mismatch of each wave, each as {@link Wave#mismatch} defines it. */
    public double[] mismatches(List<Wave> waves) {
        return waves.parallelStream().mapToDouble(meter()).toArray();
    }

    /** What measures waves that come one by one, from several threads too. */
    public ToDoubleFunction<Wave> meter() {
        int[] centres = centres();
        return wave -> wave.mismatch(grid, centres);
    }
}
