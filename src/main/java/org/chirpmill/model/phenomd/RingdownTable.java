package org.chirpmill.model.phenomd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;

/**
 * The l = m = 2 quasi-normal mode of a Kerr black hole against its spin, from -1 to 1: natural cubic splines through
 * IMRPhenomD's table, which is part of the model's definition.
 */
final class RingdownTable {
    private static final String RESOURCE = "ringdown-22.tsv";

    private final PolynomialSplineFunction ringdown;
    private final PolynomialSplineFunction damping;

    private RingdownTable(List<double[]> lines) {
        double[] spin = column(lines, 0);
        ringdown = new SplineInterpolator().interpolate(spin, column(lines, 1));
        damping = new SplineInterpolator().interpolate(spin, column(lines, 2));
    }

    static RingdownTable instance() {
        return Holder.TABLE;
    }

    /** M_final f of the ringdown. */
    double ringdown(double finalSpin) {
        return ringdown.value(finalSpin);
    }

    /** M_final f of the damping. */
    double damping(double finalSpin) {
        return damping.value(finalSpin);
    }

    private static double[] column(List<double[]> lines, int column) {
        return lines.stream().mapToDouble(line -> line[column]).toArray();
    }

    private static List<double[]> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                RingdownTable.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(RingdownTable::numbers).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        String[] words = line.split("\t");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    /** Loads the table when it is first asked for. */
    private static final class Holder {
        static final RingdownTable TABLE = new RingdownTable(read());
    }
}
