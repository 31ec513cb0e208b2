package org.chirpmill.engine.cuda;

import java.util.List;

/**
 * What the turning of rows takes, in its order; see kernels/README.md. Addresses are of device memory, complex numbers
 * of the output's precision.
 *
 * @param plus rows x bins complex numbers, which are turned
 * @param cross likewise
 * @param chirps two doubles a row
 * @param powers two tables of {@code bins} doubles
 * @param rows how many rows
 * @param bins frequency bins
 * @param firstBin the first that is turned
 */
record TurningArguments(long plus, long cross, long chirps, long powers, int rows, int bins, int firstBin)
    implements Arguments {
    @Override
    public List<Number> inOrder() {
        return List.of(plus, cross, chirps, powers, rows, bins, firstBin);
    }
}
