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

    /** Numbers of a cubic. */
    private static final int CUBIC = 4;

    private final double[] spins;
    /** Cubics in the distance from the spin where their cell begins, cell by cell, the lowest power first. */
    private final double[] ringdown;
    private final double[] damping;

    private RingdownTable(List<double[]> lines) {
        spins = column(lines, 0);
        ringdown = cubics(new SplineInterpolator().interpolate(spins, column(lines, 1)));
        damping = cubics(new SplineInterpolator().interpolate(spins, column(lines, 2)));
    }

    private static double[] cubics(PolynomialSplineFunction spline) {
        double[] cubics = new double[CUBIC * spline.getN()];
        for (int cell = 0; cell < spline.getN(); cell++) {
            double[] coefficients = spline.getPolynomials()[cell].getCoefficients();
            System.arraycopy(coefficients, 0, cubics, CUBIC * cell, coefficients.length);
        }
        return cubics;
    }

    static RingdownTable instance() {
        return Holder.TABLE;
    }

    /** The cell of the table that holds a spin, from -1 to 1: nearly where it would be were all cells alike. */
    int cell(double finalSpin) {
        int cells = spins.length - 1;
        int cell = Math.min((int) (0.5 * (finalSpin + 1) * cells), cells - 1);
        while (cell > 0 && finalSpin < spins[cell]) {
            cell--;
        }
        while (cell < cells - 1 && finalSpin >= spins[cell + 1]) {
            cell++;
        }
        return cell;
    }

    /** M_final f of the ringdown, for a spin and its cell. */
    double ringdown(double finalSpin, int cell) {
        return cubic(ringdown, cell, finalSpin - spins[cell]);
    }

    /** M_final f of the damping, likewise. */
    double damping(double finalSpin, int cell) {
        return cubic(damping, cell, finalSpin - spins[cell]);
    }

    private static double cubic(double[] cubics, int cell, double x) {
        int at = CUBIC * cell;
        return cubics[at] + x * (cubics[at + 1] + x * (cubics[at + 2] + x * cubics[at + 3]));
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
