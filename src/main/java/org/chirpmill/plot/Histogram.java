package org.chirpmill.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How often numbers of each size occur, over a logarithmic axis.
 *
 * @param title above the picture
 * @param xTitle of the horizontal axis
 * @param yTitle of the vertical axis: what is counted
 * @param samples in the order of the legend
 */
public record Histogram(String title, String xTitle, String yTitle, List<Sample> samples) {
    private static final int BINS_A_DECADE = 4;
    /** Where zeros are drawn, and whatever is smaller: below the rounding of double precision. */
    private static final double LEAST = 1e-17;

    /**
     * Numbers that are counted together.
     *
     * @param name as the legend has it
     * @param values none negative; NaN is left out
     */
    public record Sample(String name, double[] values) {}

    /**
     * Draws the picture, replacing a file that is there.
     *
     * @throws IOException where it cannot be written, or this machine has no fonts to draw letters with
     */
    public void write(Path file) throws IOException {
        int first = samples.stream().mapToInt(sample -> bin(least(sample))).min().orElseThrow();
        int last = samples.stream().mapToInt(sample -> bin(greatest(sample))).max().orElseThrow();
        List<Curve> outlines = samples.stream().map(sample -> outline(sample, first, last)).toList();
        double highest = outlines.stream().flatMapToDouble(curve -> Arrays.stream(curve.y())).max().orElseThrow();
        Picture.stacked(new Panel(title, Axis.logarithmic(xTitle), Axis.counting(yTitle, highest), outlines))
            .write(file);
    }

    private static Curve outline(Sample sample, int first, int last) {
        int[] counts = counts(sample.values(), first, last);
        double[] x = new double[2 * counts.length + 2];
        double[] y = new double[x.length];
        x[0] = edge(first);
        for (int k = 0; k < counts.length; k++) {
            x[2 * k + 1] = edge(first + k);
            x[2 * k + 2] = edge(first + k + 1);
            y[2 * k + 1] = counts[k];
            y[2 * k + 2] = counts[k];
        }
        x[x.length - 1] = edge(last + 1);
        return new Curve(sample.name(), x, y, Curve.Style.AREA);
    }

    /** How many of the values lie in each bin from {@code first} to {@code last}. */
    static int[] counts(double[] values, int first, int last) {
        int[] counts = new int[last - first + 1];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts[Math.clamp(bin(value), first, last) - first]++;
            }
        }
        return counts;
    }

    /** The bin of a value: some in each decade, and that of the least for all below it. */
    static int bin(double value) {
        double shown = Math.clamp(value, LEAST, Double.MAX_VALUE);
        return (int) Math.floor(BINS_A_DECADE * Math.log10(shown));
    }

    private static double edge(int bin) {
        return Math.pow(10, (double) bin / BINS_A_DECADE);
    }

    private static double least(Sample sample) {
        return Arrays.stream(sample.values()).filter(value -> !Double.isNaN(value)).min().orElse(LEAST);
    }

    private static double greatest(Sample sample) {
        return Arrays.stream(sample.values()).filter(Double::isFinite).max().orElse(LEAST);
    }
}
