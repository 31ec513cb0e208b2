package org.chirpmill.plot;

import java.util.Arrays;
import java.util.List;

/**
 * Points of a panel and how they are drawn.
 *
 * @param name as the legend has it
 * @param x abscissas, ascending where a line joins them
 * @param y as many
 * @param style how they are drawn
 */
public record Curve(String name, double[] x, double[] y, Style style) {
    /** How points are drawn. */
    public enum Style {
        /** Joined by a line. */
        LINE,
        /** Joined by a thin dashed line in grey: something to compare with. */
        REFERENCE,
        /** Joined by a line, each marked: few measurements. */
        MARKED,
        /** A cloud of small dots. */
        DOTS,
        /** A line with the area down to the axis filled: a histogram's outline. */
        AREA
    }

    /** Copies the points. */
    public Curve {
        x = x.clone();
        y = y.clone();
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(name + " has " + x.length + " abscissas and " + y.length + " ordinates");
        }
    }

    /** A line. */
    public static Curve line(String name, double[] x, double[] y) {
        return new Curve(name, x, y, Style.LINE);
    }

    /** Measurements joined by a line. */
    public static Curve marked(String name, List<Double> x, List<Double> y) {
        return new Curve(name, numbers(x), numbers(y), Style.MARKED);
    }

    /** Something to compare with. */
    public static Curve reference(String name, List<Double> x, List<Double> y) {
        return new Curve(name, numbers(x), numbers(y), Style.REFERENCE);
    }

    /** The points that both axes show. */
    Curve shownOn(Axis horizontal, Axis vertical) {
        boolean[] shown = new boolean[x.length];
        int count = 0;
        for (int k = 0; k < x.length; k++) {
            shown[k] = horizontal.shows(x[k]) && vertical.shows(y[k]);
            count += shown[k] ? 1 : 0;
        }
        if (count == 0) {
            throw new IllegalArgumentException(name + " has no point that its axes show");
        }
        double[] keptX = new double[count];
        double[] keptY = new double[count];
        int next = 0;
        for (int k = 0; k < x.length; k++) {
            if (shown[k]) {
                keptX[next] = x[k];
                keptY[next++] = y[k];
            }
        }
        return new Curve(name, keptX, keptY, style);
    }

    /** At most {@code count} of the points, picked evenly; the first and the last stay. */
    public Curve thinnedTo(int count) {
        if (x.length <= count) {
            return this;
        }
        int[] kept = new int[count];
        for (int k = 0; k < count; k++) {
            kept[k] = (int) ((long) k * (x.length - 1) / (count - 1));
        }
        return new Curve(name, Arrays.stream(kept).mapToDouble(k -> x[k]).toArray(),
            Arrays.stream(kept).mapToDouble(k -> y[k]).toArray(), style);
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
