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
            return Optional.of(new Projection(compression.matrix(), compression.basis().get().size(), precision));
        }
        return compression.whitening().map(WhiteningInPlace::new);
    }
}
