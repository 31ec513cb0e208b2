package org.chirpmill.compression;

import org.chirpmill.engine.RowTransform;

/** A transform that changes rows in the evaluated batch itself, of as many numbers as they have bins. */
sealed interface InPlaceTransform extends RowTransform permits WhiteningInPlace, HeterodyneInPlace, InPlaceChain {
    @Override
    default boolean isInPlace() {
        return true;
    }

    @Override
    default int batchRows(int rowsForCaches) {
        return rowsForCaches;
    }
}
