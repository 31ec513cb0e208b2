package org.chirpmill.engine.cuda;

import java.util.List;

/**
 * What the projection takes, in its order; see kernels/README.md. Addresses are of device memory, complex numbers of
 * the output's precision.
 *
 * @param strain rows x bins complex numbers
 * @param matrix complex numbers of the bins from {@code firstBin} to {@code endBin}, {@code size} each
 * @param rows how many rows
 * @param bins frequency bins
 * @param firstBin the first that counts
 * @param endBin the bin after the last that counts
 * @param size coefficients a row
 * @param scale what sums are multiplied by
 * @param coefficients receives rows x size complex numbers
 */
record ProjectionArguments(long strain, long matrix, int rows, int bins, int firstBin, int endBin, int size,
    double scale, long coefficients) implements Arguments {
    @Override
    public List<Number> inOrder() {
        return List.of(strain, matrix, rows, bins, firstBin, endBin, size, scale, coefficients);
    }
}
