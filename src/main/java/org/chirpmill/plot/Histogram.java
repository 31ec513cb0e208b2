package org.chirpmill.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How often numbers of each size occur, over a logarithmic axis, as a PNG.
 *
 * @param title above the picture
 * @param xTitle of the horizontal axis
 * @param yTitle of the vertical axis: what is counted
 * @param samples in the order of the legend
 */
public record Histogram(String title, String xTitle, String yTitle, List<Sample> samples) {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;
    private static final int BINS_A_DECADE = 4;
    /** Where zeros are drawn, and whatever is smaller: below the rounding of double precision. */
    private static final double LEAST = 1e-17;

    /**
     * Numbers that are counted together.
     *
     * @param name as the legend has it
     * @param values none negative; those that are no numbers are left out
     */
    public record Sample(String name, double[] values) {}

    /**
     * Draws the picture, replacing a file that is there.
     *
     * @throws IOException where it cannot be written, or this machine has no fonts to draw letters with
     */
    public void write(Path png) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Fonts.require();
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(xTitle)
            .yAxisTitle(yTitle).theme(Styler.ChartTheme.Matlab).build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(0.0);
        int first = samples.stream().mapToInt(sample -> bin(least(sample))).min().orElseThrow();
        int last = samples.stream().mapToInt(sample -> bin(greatest(sample))).max().orElseThrow();
        for (Sample sample : samples) {
            addOutline(chart, sample, first, last);
        }
        BitmapEncoder.saveBitmap(chart, png.toString(), BitmapEncoder.BitmapFormat.PNG);
    }

    private static void addOutline(XYChart chart, Sample sample, int first, int last) {
        int[] counts = counts(sample.values(), first, last);
        List<Double> x = new ArrayList<>(List.of(edge(first)));
        List<Double> y = new ArrayList<>(List.of(0.0));
        for (int k = 0; k < counts.length; k++) {
            x.addAll(List.of(edge(first + k), edge(first + k + 1)));
            y.addAll(List.of((double) counts[k], (double) counts[k]));
        }
        x.add(edge(last + 1));
        y.add(0.0);
        chart.addSeries(sample.name(), x, y).setMarker(SeriesMarkers.NONE);
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
