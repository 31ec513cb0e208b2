package org.chirpmill.compression;

import java.util.Optional;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Precision;

/** A compression as the pipeline applies it to batches. */
public final class CompressionTransform {
    private CompressionTransform() {}

    /**
     * Projection on the basis, whitening folded in, where there is a basis; else whitening where the rows lie; nothing
     * where waveforms are kept as they are.
     *
     * @param precision of evaluated and kept rows
     */
    public static Optional<RowTransform> of(Compression compression, Precision precision) {
        if (compression.basis().isPresent()) {
            SvdBasis basis = compression.basis().get();
            // Which is large: it is copied where it has to be changed alone.
            double[] matrix = compression.whitening().isPresent() ? compression.matrix() : basis.v();
            return Optional.of(new Projection(matrix, basis.size(), precision));
        }
        return compression.whitening().map(WhiteningInPlace::new);
    }
}
