package org.chirpmill.compression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.rows.Precision;

/** A compression as the pipeline applies it to batches. */
public final class CompressionTransform {
    private CompressionTransform() {}

    /**
     * Projection of a few bins, where the basis has them and the rows that they serve badly are made of all bins.
     *
     * @param tolerance how wrong coefficients may be that are kept
     */
    public static Optional<RowTransform> sampled(Compression compression, List<String> parameters,
            Precision precision, RowTolerance tolerance) {
        return of(compression, parameters, precision).map(whole -> new SampledProjection(compression, precision,
            compression.heterodyne().map(heterodyne -> new HeterodyneInPlace(heterodyne, parameters)),
            (Projection) whole, tolerance));
    }

    /**
     * Projection on the basis, whitening folded in, of rows that are heterodyned first where that is a step; where
     * there is no basis, the other steps where the rows lie; nothing where waveforms are kept as they are.
     *
     * @param parameters names of the rows' parameters
     * @param precision of evaluated and kept rows
     */
    public static Optional<RowTransform> of(Compression compression, List<String> parameters, Precision precision) {
        Optional<HeterodyneInPlace> turning =
            compression.heterodyne().map(heterodyne -> new HeterodyneInPlace(heterodyne, parameters));
        if (compression.basis().isPresent()) {
            int size = compression.basis().get().size();
            return Optional.of(new Projection(compression.matrix(), size, precision, turning));
        }
        List<InPlaceTransform> inPlace = new ArrayList<>();
        compression.whitening().map(WhiteningInPlace::new).ifPresent(inPlace::add);
        turning.ifPresent(inPlace::add);
        return switch (inPlace.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(inPlace.getFirst());
            default -> Optional.of(new InPlaceChain(List.copyOf(inPlace)));
        };
    }
}
