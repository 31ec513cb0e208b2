package org.chirpmill.bench.gpu;

import java.util.List;
import java.util.Optional;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.compression.RowTolerance;
import org.chirpmill.compression.SampledBins;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Precision;

/**
 * Coefficients from a few bins for the sake of their cost: as many bins and columns as a training of the production set
 * chooses, about where it does, but any numbers in the matrices, by which every row is served.
 */
final class SampledCost {
    private static final long TRAINING_WAVEFORMS = 50_000;
    private static final double TOLERANCE = 0.01;
    private static final double EVALUATION_ERROR = 1e-6;

    private SampledCost() {}

    /** The transform of a compression with a basis; empty where so many vectors would want most bins. */
    static Optional<RowTransform> of(Compression compression, FrequencyGrid grid) {
        SvdBasis basis = compression.basis().orElseThrow();
        return SampledBins.standIn(TrainingPlan.of(grid, TRAINING_WAVEFORMS, basis.size()), grid).flatMap(any -> {
            SampledBins sampled = new SampledBins(
                bins(grid, any.bins().length), any.coefficients(), any.lost(), any.error());
            return CompressionTransform.sampled(Compression.of(compression.whitening(), Optional.empty(),
                Optional.of(basis.with(Optional.of(sampled)))), List.of(), Precision.SINGLE,
                new RowTolerance(TOLERANCE, EVALUATION_ERROR));
        });
    }

    /**
     * Bins at equal steps of 1 / sqrt(f), no two the same. Those that training chose for 200 vectors of the production
     * set have 10, 25, 50, 75 and 90 % of them below bin 226, 326, 528, 920 and 2045.
     */
    private static int[] bins(FrequencyGrid grid, int count) {
        double[] frequencies = grid.frequencies();
        double first = 1 / Math.sqrt(frequencies[grid.firstBin()]);
        double last = 1 / Math.sqrt(frequencies[grid.bins() - 1]);
        int[] bins = new int[count];
        int bin = grid.firstBin();
        for (int k = 0; k < count; k++) {
            double wanted = Math.pow(first + (last - first) * k / count, -2);
            // As many bins are left as have yet to be found.
            while (frequencies[bin] < wanted && grid.bins() - bin > count - k) {
                bin++;
            }
            bins[k] = bin++;
        }
        return bins;
    }
}
