package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Compares coefficients of sampled bins with those of all bins, for polarizations that the basis was not trained on,
 * and says how large errors are beside what the bins leave unexplained: the largest ratio of those polarizations whose
 * errors are large beside what the basis loses of them. Those of the others do not matter.
 */
final class SamplingCalibration {
    /** Below this part of a polarization both are rounding errors. */
    private static final double NOTHING = 1e-13;

    /** One in so many polarizations counts. */
    private static final int PART = 5;

    private final SampledBins sampled;
    private final SvdBasis basis;
    private final List<Compared> compared = new ArrayList<>();

    /**
     * One polarization.
     *
     * @param lost how large its coefficients' error is beside what the basis loses
     * @param unexplained and beside what the bins leave unexplained
     */
    private record Compared(double lost, double unexplained) {}

    private SamplingCalibration(SampledBins sampled, SvdBasis basis) {
        this.sampled = sampled;
        this.basis = basis;
    }

    /** The same bins with errors that cover those of the polarizations of {@code rows}. */
    static SampledBins of(SampledBins sampled, SvdBasis basis, TrainingRows rows)
            throws IOException, InterruptedException {
        SamplingCalibration calibration = new SamplingCalibration(sampled, basis);
        try (Arena arena = Arena.ofConfined()) {
            LinearAlgebra algebra = new LinearAlgebra(arena);
            ComplexMatrix vectors = basis.conjugateVectors(algebra, rows.firstBin());
            rows.read(rows.count(), block -> calibration.compare(algebra, vectors, block, rows.firstBin()));
        }
        double factor = calibration.factor();
        double[] error = Arrays.stream(sampled.error()).map(number -> factor * number).toArray();
        return new SampledBins(sampled.bins(), sampled.coefficients(), sampled.lost(), error);
    }

    private double factor() {
        return compared.stream().sorted(Comparator.comparingDouble(Compared::lost).reversed())
            .limit(Math.ceilDiv(compared.size(), PART)).mapToDouble(Compared::unexplained).max().orElse(1);
    }

    private void compare(LinearAlgebra algebra, ComplexMatrix vectors, ComplexMatrix block, int firstBin) {
        ComplexMatrix whole = algebra.zeros(basis.size(), block.columns());
        algebra.adjointProduct(vectors, block, whole);
        for (int column = 0; column < block.columns(); column++) {
            double[] series = new double[2 * sampled.bins().length];
            for (int k = 0; k < sampled.bins().length; k++) {
                series[2 * k] = block.real(sampled.bins()[k] - firstBin, column);
                series[2 * k + 1] = block.imaginary(sampled.bins()[k] - firstBin, column);
            }
            double[] found = product(series, sampled.coefficients());
            double norm = 0;
            double wrong = 0;
            for (int k = 0; k < basis.size(); k++) {
                double re = whole.real(k, column);
                double im = whole.imaginary(k, column);
                norm += re * re + im * im;
                double realError = found[2 * k] - re;
                double imaginaryError = found[2 * k + 1] - im;
                wrong += realError * realError + imaginaryError * imaginaryError;
            }
            double unexplained = square(product(series, sampled.error()));
            if (wrong > NOTHING * NOTHING * norm && unexplained > 0) {
                double lost = square(product(series, sampled.lost()));
                compared.add(new Compared(Math.sqrt(wrong / lost), Math.sqrt(wrong / unexplained)));
            }
        }
    }

    private double[] product(double[] series, double[] matrix) {
        int width = 2 * sampled.columns(matrix);
        double[] sums = new double[width];
        for (int row = 0; row < sampled.bins().length; row++) {
            double re = series[2 * row];
            double im = series[2 * row + 1];
            int at = row * width;
            for (int k = 0; k < width; k += 2) {
                sums[k] += re * matrix[at + k] - im * matrix[at + k + 1];
                sums[k + 1] += re * matrix[at + k + 1] + im * matrix[at + k];
            }
        }
        return sums;
    }

    private static double square(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum;
    }
}
