package org.chirpmill.compression;

import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.domain.FrequencyGrid;

/**
 * A few bins of a waveform that tell its coefficients in a basis, and how well they do: three matrices by which the
 * series of those bins, whitened and heterodyned as the basis wants it, is multiplied. Each is bins x columns,
 * row-major, real and imaginary parts in turns, read-only by agreement.
 *
 * @param bins of the whole series, rising
 * @param coefficients gives one coefficient for each vector of the basis
 * @param lost gives numbers whose squares add up to that of what the vectors lose of the series
 * @param error gives numbers whose squares add up to that of the coefficients' error: what the bins cannot explain,
 *     times how large errors were beside it where both were known
 */
public record SampledBins(int[] bins, double[] coefficients, double[] lost, double[] error) {
    /** Refuses matrices of other shapes. */
    public SampledBins {
        for (double[] matrix : new double[][] {coefficients, lost, error}) {
            if (bins.length == 0 || matrix.length == 0 || matrix.length % (2 * bins.length) != 0) {
                throw new IllegalArgumentException(
                    matrix.length + " numbers are no matrix of " + bins.length + " bins");
            }
        }
    }

    /** Whether bins that tell the coefficients in a basis of so many vectors would leave enough out of the others. */
    public static boolean areWorthwhile(int size, FrequencyGrid grid) {
        return new TrainingPlan(grid.bins() - grid.firstBin(), Long.MAX_VALUE, size).sampledVectors().isPresent();
    }

    /** Bins in place of those that a training chooses, to plan and measure with; empty where it chooses none. */
    public static Optional<SampledBins> standIn(TrainingPlan plan, FrequencyGrid grid) {
        if (plan.sampledVectors().isEmpty()) {
            return Optional.empty();
        }
        int count = BinSampler.bins(plan.sampledVectors().getAsInt());
        int[] bins = new int[count];
        for (int k = 0; k < count; k++) {
            bins[k] = grid.firstBin() + (int) ((long) k * plan.activeBins() / count);
        }
        double[] coefficients = new double[2 * count * plan.size()];
        Arrays.fill(coefficients, 1 / Math.sqrt(count));
        double[] others = new double[count * BinSampler.COMBINATIONS];
        return Optional.of(new SampledBins(bins, coefficients, others, others));
    }

    /** Bytes of so many bins, and their matrices, for a basis of so many vectors. */
    public static long bytes(int bins, int size) {
        return bins * (Double.BYTES + ComplexMatrix.COMPLEX_BYTES * (size + BinSampler.COMBINATIONS));
    }

    /** Columns of a matrix. */
    int columns(double[] matrix) {
        return matrix.length / (2 * bins.length);
    }

    /** Vectors of the basis. */
    public int size() {
        return columns(coefficients);
    }

    /** What tells these numbers from others. */
    String fingerprint() {
        double[] places = Arrays.stream(bins).asDoubleStream().toArray();
        return Fingerprint.of(sideBySide(places, coefficients, lost, error));
    }

    private static double[] sideBySide(double[]... parts) {
        double[] all = new double[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** The same for the first vectors of the basis: what the others held is then lost. */
    SampledBins truncated(int vectors) {
        int dropped = size() - vectors;
        double[] kept = columns(coefficients, 0, vectors);
        if (dropped == 0) {
            return this;
        }
        return new SampledBins(bins, kept, beside(columns(coefficients, vectors, dropped), lost), error);
    }

    /** All three matrices as one: coefficients, then what is lost, then errors. */
    double[] together() {
        return beside(beside(coefficients, lost), error);
    }

    private double[] columns(double[] matrix, int first, int count) {
        int from = 2 * columns(matrix);
        double[] some = new double[2 * bins.length * count];
        for (int row = 0; row < bins.length; row++) {
            System.arraycopy(matrix, row * from + 2 * first, some, row * 2 * count, 2 * count);
        }
        return some;
    }

    private double[] beside(double[] left, double[] right) {
        int a = 2 * columns(left);
        int b = 2 * columns(right);
        double[] both = new double[left.length + right.length];
        for (int row = 0; row < bins.length; row++) {
            System.arraycopy(left, row * a, both, row * (a + b), a);
            System.arraycopy(right, row * b, both, row * (a + b) + a, b);
        }
        return both;
    }
}
