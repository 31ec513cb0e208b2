package org.chirpmill.bench.gpu;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.chirpmill.bench.ProductionGrid;
import org.chirpmill.bench.ProductionTask;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.Whitening;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;

/**
 * Orthonormal vectors of a model's whitened production waveforms, as singular vectors are, but made by Gram and
 * Schmidt's method: training is another matter, and wants a library that is as large as all else in a bundle.
 * Where a waveform is nearly a sum of those before it, as h_cross of an aligned binary is, noise takes its place.
 */
final class WaveformBases {
    private static final long SEED = 7;
    /** Of a waveform's norm: what is less is rounding, or would be soon. */
    private static final double LEAST_NEWS = 1e-4;
    /** Once leaves some of what was to be taken away; twice is enough. */
    private static final int PASSES = 2;

    private final int size;
    private final Map<String, Compression> made = new HashMap<>();

    /** Bases of so many vectors at most. */
    WaveformBases(int size) {
        this.size = size;
    }

    /** Whitening and the first so many vectors of a model's basis. */
    Compression of(String model, ProductionGrid grid, int vectors) throws IOException {
        String key = model + " " + grid.name();
        if (!made.containsKey(key)) {
            made.put(key, basis(model, grid));
        }
        Compression whole = made.get(key);
        return Compression.of(whole.whitening(), Optional.empty(),
            whole.basis().map(basis -> basis.truncated(vectors)));
    }

    private Compression basis(String model, ProductionGrid grid) throws IOException {
        Whitening whitening = ProductionTask.whitening(grid);
        PreparedRows rows = PreparedRows.production(model, grid, Math.ceilDiv(size, 2));
        List<Polarizations> waveforms = ScalarWaveforms.of(rows);
        int bins = rows.bins();
        int firstBin = rows.frame().grid().firstBin();
        Random random = new Random(SEED);
        double[][] vectors = new double[size][];
        for (int k = 0; k < size; k++) {
            Polarizations waveform = waveforms.get(k / 2);
            double[] series = k % 2 == 0 ? waveform.plus() : waveform.cross();
            whitening.whiten(series);
            conjugate(series);
            if (!isMadeOrthonormal(series, vectors, k)) {
                for (int part = 2 * firstBin; part < 2 * bins; part++) {
                    series[part] = random.nextGaussian();
                }
                isMadeOrthonormal(series, vectors, k);
            }
            vectors[k] = series;
        }
        return new Compression(List.of(whitening,
            new SvdBasis(bins, columns(vectors, bins), new double[size], Optional.empty())));
    }

    /** A waveform times a vector of its own conjugate is its norm: coefficients are h . V. */
    private static void conjugate(double[] series) {
        for (int part = 1; part < series.length; part += 2) {
            series[part] = -series[part];
        }
    }

    /** Takes what the first {@code count} vectors know away; false where hardly anything is left. */
    private static boolean isMadeOrthonormal(double[] series, double[][] vectors, int count) {
        normalise(series);
        for (int pass = 0; pass < PASSES; pass++) {
            double[][] parts = IntStream.range(0, count).parallel()
                .mapToObj(k -> product(vectors[k], series)).toArray(double[][]::new);
            for (int k = 0; k < count; k++) {
                subtract(parts[k], vectors[k], series);
            }
            if (normalise(series) < LEAST_NEWS) {
                return false;
            }
        }
        return true;
    }

    /** The norm that a series had before it was made 1. */
    private static double normalise(double[] series) {
        double sum = 0;
        for (double part : series) {
            sum += part * part;
        }
        double norm = Math.sqrt(sum);
        for (int part = 0; part < series.length; part++) {
            series[part] /= norm;
        }
        return norm;
    }

    /** The conjugate of {@code vector} times {@code series}. */
    private static double[] product(double[] vector, double[] series) {
        double real = 0;
        double imaginary = 0;
        for (int part = 0; part < series.length; part += 2) {
            real += vector[part] * series[part] + vector[part + 1] * series[part + 1];
            imaginary += vector[part] * series[part + 1] - vector[part + 1] * series[part];
        }
        return new double[] {real, imaginary};
    }

    private static void subtract(double[] factor, double[] vector, double[] series) {
        for (int part = 0; part < series.length; part += 2) {
            series[part] -= factor[0] * vector[part] - factor[1] * vector[part + 1];
            series[part + 1] -= factor[0] * vector[part + 1] + factor[1] * vector[part];
        }
    }

    /** Bins x vectors, as a basis has them. */
    private static double[] columns(double[][] vectors, int bins) {
        double[] v = new double[2 * bins * vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            for (int bin = 0; bin < bins; bin++) {
                v[2 * (bin * vectors.length + k)] = vectors[k][2 * bin];
                v[2 * (bin * vectors.length + k) + 1] = vectors[k][2 * bin + 1];
            }
        }
        return v;
    }
}
