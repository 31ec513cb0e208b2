package org.chirpmill.bench.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.chirpmill.dataset.ReferenceSet;
import org.chirpmill.source.FixedSource;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/** The sources of a reference set, as {@code chirpmill verify} reads them. */
public final class ReferenceRows {
    private ReferenceRows() {}

    /** Those that are sources. */
    public static List<SourceParameters> sources(ReferenceSet set) {
        FixedSource fixed = new FixedSource(set.columns(), set.fRef(), OptionalDouble.empty());
        List<SourceParameters> sources = new ArrayList<>();
        for (double[] row : set.parameters()) {
            try {
                sources.add(fixed.at(row));
            } catch (UnphysicalSourceException refused) {
                // There is no waveform of it.
            }
        }
        return sources;
    }
}
