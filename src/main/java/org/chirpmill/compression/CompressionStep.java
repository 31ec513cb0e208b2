package org.chirpmill.compression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.rows.NamedParameters;

/** One step of what becomes of a polarization before it is stored. Arrays are interleaved complex numbers. */
public sealed interface CompressionStep permits Whitening, PhaseHeterodyne, SvdBasis {
    /** What it is called under {@code compression} in settings. */
    String key();

    /** Bins of a whole polarization. */
    int bins();

    /** What tells it from another one of its kind: a name and the fingerprint of its numbers. */
    Map.Entry<String, String> fingerprint();

    /** Why rows with parameters of these names cannot take it, to follow its key; empty where they can. */
    default Optional<String> obstacle(List<String> parameters) {
        return Optional.empty();
    }

    /**
     * What the step makes of a series.
     *
     * @param series 2 x bins; may be changed, and may be what is returned
     * @param row the parameters of its row
     */
    double[] apply(double[] series, NamedParameters row);

    /**
     * The series that something came from.
     *
     * @param stored what {@link #apply} gave, or was stored of it; may be changed, and may be what is returned
     * @param row the parameters of its row
     * @return 2 x bins
     */
    double[] inverse(double[] stored, NamedParameters row);
}
