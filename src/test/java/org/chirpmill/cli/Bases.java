package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.chirpmill.compression.SvdBasis;

/** Bases of which a test knows everything. */
public final class Bases {
    private Bases() {}

    /** {@code basis.hdf5} with one unit vector for each bin from {@code firstBin} on: it loses nothing. */
    public static Path ofBins(Path directory, int bins, int firstBin) throws IOException {
        int size = bins - firstBin;
        double[] v = new double[2 * bins * size];
        for (int k = 0; k < size; k++) {
            // Each with a phase of its own, so that a forgotten conjugation shows.
            v[2 * ((firstBin + k) * size + k)] = Math.cos(k);
            v[2 * ((firstBin + k) * size + k) + 1] = Math.sin(k);
        }
        double[] values = new double[size];
        Arrays.setAll(values, k -> size - k);
        Path file = directory.resolve("basis.hdf5");
        new SvdBasis(bins, v, values, Optional.empty()).write(file);
        return file;
    }
}
