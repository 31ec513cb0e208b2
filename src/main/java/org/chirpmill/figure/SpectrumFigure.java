package org.chirpmill.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chirpmill.plot.Axis;
import org.chirpmill.plot.Curve;
import org.chirpmill.plot.Panel;
import org.chirpmill.plot.Picture;

/** How well a basis of singular vectors serves: its singular values, and the mismatch that its first vectors leave. */
public final class SpectrumFigure {
    private static final Map<String, Double> QUANTILES = new LinkedHashMap<>();

    static {
        QUANTILES.put("median", 0.5);
        QUANTILES.put("90 %", 0.9);
        QUANTILES.put("99 %", 0.99);
        QUANTILES.put("maximum", 1.0);
    }

    private SpectrumFigure() {}

    /**
     * The picture.
     *
     * @param title what is shown
     * @param singularValues in the order of the vectors
     * @param mismatches by how many of the first vectors are kept, those of the validation waveforms; may be empty
     */
    public static Picture of(String title, double[] singularValues, SortedMap<Integer, double[]> mismatches) {
        double[] numbers = new double[singularValues.length];
        double[] relative = new double[singularValues.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = k + 1;
            relative[k] = singularValues[k] / singularValues[0];
        }
        Panel values = new Panel(title, Axis.counting("number of the singular vector", numbers.length),
            Axis.logarithmic("singular value (of the first)"),
            List.of(Curve.line("singular values", numbers, relative)));
        SortedMap<Integer, double[]> known = known(mismatches);
        return known.isEmpty() ? Picture.stacked(values) : Picture.stacked(values, mismatch(known));
    }

    /** Those that are numbers; a file may hold others. */
    private static SortedMap<Integer, double[]> known(SortedMap<Integer, double[]> mismatches) {
        SortedMap<Integer, double[]> known = new TreeMap<>();
        mismatches.forEach((size, all) -> {
            double[] numbers = Arrays.stream(all).filter(Double::isFinite).toArray();
            if (numbers.length > 0) {
                known.put(size, numbers);
            }
        });
        return known;
    }

    private static Panel mismatch(SortedMap<Integer, double[]> mismatches) {
        List<Double> sizes = mismatches.keySet().stream().map(Integer::doubleValue).toList();
        List<Curve> curves = new ArrayList<>();
        QUANTILES.forEach((name, share) -> curves.add(Curve.marked(name, sizes,
            mismatches.values().stream().map(values -> quantile(values, share)).toList())));
        return new Panel("", Axis.counting("singular vectors kept", mismatches.lastKey()),
            Axis.logarithmic("mismatch"), curves);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Rounding makes the mismatch of a perfect basis zero or less, which no logarithmic axis shows.
        return Math.max(1e-16, sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }
}
