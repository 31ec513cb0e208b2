package org.chirpmill.compression;

import java.io.IOException;
import java.lang.foreign.Arena;

/**
 * A training whose rows cost nothing, since the same few come again and again: what is left is linear algebra.
 *
 * @param rows that it is trained on
 * @param plan how
 */
public record RepeatedTraining(TrainingRows rows, TrainingPlan plan) {
    /** On rows whose singular values fall by a tenth every 50, as those of whitened waveforms of XPHM do. */
    public static RepeatedTraining of(int activeBins, int polarizations, int size) {
        ComplexMatrix columns =
            RowsInMemory.falling(Arena.global(), activeBins, 2 * WhitenedBlocks.BLOCK, 50).columns();
        return new RepeatedTraining(
            new RepeatedRows(columns, polarizations), TrainingPlan.of(activeBins, polarizations / 2, size));
    }

    /** The basis. */
    public SvdBasis basis() throws IOException, InterruptedException {
        return BasisTraining.train(rows, plan).basis();
    }
}
