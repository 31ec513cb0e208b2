package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;

/** Compressed datasets beside each other, as they are stored: rows of coefficients. */
final class StoredCoefficients {
    private StoredCoefficients() {}

    /** Some settings, whitened and projected on so many vectors, trained with the scalar backend. */
    static Path settings(Path directory, Path plain, int vectors) throws IOException {
        CommandLineRun.succeeding("svd", "train", plain, "-o", directory.resolve("basis.hdf5"), "--size", vectors,
            "--num-training", 2 * vectors, "--backend", "scalar");
        return Files.writeString(directory.resolve("compressed.yaml"),
            Files.readString(plain).replaceFirst("(?m)^compression: None$", "")
            + "compression: {svd: {file: basis.hdf5}, whitening: aLIGO_ZERO_DET_high_P_asd.txt}\n");
    }

    /**
     * Fails unless all is the same, coefficients to a share of each row's norm, whatever precision they are stored in.
     * Returns the largest share found.
     */
    static double assertClose(Path expected, Path found, double tolerance) throws IOException {
        Map<String, byte[]> theirBytes = StoredBytes.of(expected);
        Map<String, byte[]> ourBytes = StoredBytes.of(found);
        assertEquals(theirBytes.keySet(), ourBytes.keySet());
        assertArrayEquals(theirBytes.get("/parameters"), ourBytes.get("/parameters"), "parameters");
        assertArrayEquals(theirBytes.get("/svd/V"), ourBytes.get("/svd/V"), "basis");
        double largest = 0;
        try (DatasetReader theirs = DatasetReader.open(expected); DatasetReader ours = DatasetReader.open(found)) {
            int rows = Math.toIntExact(theirs.rows());
            assertEquals(rows, ours.rows());
            for (Polarization polarization : Polarization.values()) {
                double[][] wanted = theirs.stored(polarization, 0, rows);
                double[][] made = ours.stored(polarization, 0, rows);
                for (int row = 0; row < rows; row++) {
                    double error = RelativeDifference.of(made[row], wanted[row]);
                    assertTrue(error <= tolerance, polarization + " of row " + row + ": off by " + error
                        + " of the norm, allowed " + tolerance);
                    largest = Math.max(largest, error);
                }
            }
        }
        return largest;
    }
}
