package org.chirpmill.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;

/** Draws of a prior: the distribution of each parameter on the diagonal, and below it each pair as a cloud. */
public final class CornerFigure {
    private static final int HISTOGRAM_BINS = 30;
    private static final int CLOUD = 800;

    private CornerFigure() {}

    /**
     * The picture.
     *
     * @param names of the parameters, two or more
     * @param columns of each parameter its values, row by row; none constant
     */
    public static Picture of(List<String> names, double[][] columns) {
        int count = names.size();
        List<Panel> panels = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                boolean isBottom = row == count - 1;
                if (column == row) {
                    panels.add(histogram(names.get(row), columns[row]).labelled(isBottom, false));
                } else if (column < row) {
                    panels.add(cloud(names, columns, column, row).labelled(isBottom, column == 0));
                } else {
                    panels.add(null);
                }
            }
        }
        return Picture.matrix(count, panels);
    }

    private static Axis axis(String name, double[] values) {
        return Axis.linear(ParameterLabel.of(name))
            .within(Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow());
    }

    /** The outline of a histogram, with the density as height: the area is 1. */
    private static Panel histogram(String name, double[] values) {
        Axis axis = axis(name, values);
        double width = (axis.maximum() - axis.minimum()) / HISTOGRAM_BINS;
        int[] counts = new int[HISTOGRAM_BINS];
        for (double value : values) {
            counts[(int) Math.min(HISTOGRAM_BINS - 1, (value - axis.minimum()) / width)]++;
        }
        double[] x = new double[2 * HISTOGRAM_BINS];
        double[] y = new double[2 * HISTOGRAM_BINS];
        for (int bin = 0; bin < HISTOGRAM_BINS; bin++) {
            x[2 * bin] = axis.minimum() + bin * width;
            x[2 * bin + 1] = Math.min(axis.maximum(), axis.minimum() + (bin + 1) * width);
            y[2 * bin] = counts[bin] / (values.length * width);
            y[2 * bin + 1] = y[2 * bin];
        }
        double most = Arrays.stream(y).max().orElseThrow();
        return new Panel("", axis, Axis.linear("density").within(0, 1.1 * most),
            List.of(new Curve(name, x, y, Curve.Style.AREA)));
    }

    private static Panel cloud(List<String> names, double[][] columns, int horizontal, int vertical) {
        Curve dots = new Curve(names.get(vertical), columns[horizontal], columns[vertical], Curve.Style.DOTS);
        return new Panel("", axis(names.get(horizontal), columns[horizontal]),
            axis(names.get(vertical), columns[vertical]), List.of(dots.thinnedTo(CLOUD)));
    }
}
