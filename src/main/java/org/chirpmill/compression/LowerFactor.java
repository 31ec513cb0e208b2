package org.chirpmill.compression;

import org.chirpmill.compression.LinearAlgebra.Singular;

/**
 * The left half of the singular value decomposition of a matrix that is seen a few columns at a time: kept is a lower
 * triangle L with M = L Q, and where there is no more room L and the columns since are factored again. Nothing is
 * squared, so small singular values are as good as from all columns at once.
 */
final class LowerFactor {
    private final LinearAlgebra algebra;
    private final ComplexMatrix kept;
    private int filled;

    /**
     * Room for columns before they are factored.
     *
     * @param rows of the matrix
     * @param room more than {@code rows} where more columns than that come
     */
    LowerFactor(LinearAlgebra algebra, int rows, int room) {
        this.algebra = algebra;
        this.kept = algebra.zeros(rows, room);
    }

    void append(ComplexMatrix columns) {
        for (int done = 0; done < columns.columns();) {
            if (filled == kept.columns()) {
                factor();
            }
            int now = Math.min(columns.columns() - done, kept.columns() - filled);
            kept.put(filled, columns.columns(done, now));
            filled += now;
            done += now;
        }
    }

    private void factor() {
        algebra.factorLower(kept.columns(0, filled));
        int rows = kept.rows();
        for (int column = 1; column < rows; column++) {
            kept.memory().asSlice((long) column * rows * ComplexMatrix.COMPLEX_BYTES,
                (long) column * ComplexMatrix.COMPLEX_BYTES).fill((byte) 0);
        }
        filled = rows;
    }

    /** What has the singular values and left vectors of all columns, and no more columns than rows. */
    ComplexMatrix columns() {
        if (filled > kept.rows()) {
            factor();
        }
        return kept.columns(0, filled);
    }

    /** The decomposition of all columns; nothing can be appended any more. */
    Singular singular() {
        return algebra.singular(kept.columns(0, filled));
    }
}
