package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;

class WhitenedBlocksTest {
    private static final long FIRST_ROW = BasisMaker.FIRST_TRAINING_ROW;
    private static final int[] BINS = {1, 2};
    private static final double[] DIVISORS = {2, 4};

    @Test
    void batchesInAnyOrderMakeBlocksInTheirs() {
        List<Double> seen = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            WhitenedBlocks blocks = new WhitenedBlocks(arena, BINS, DIVISORS, row -> row - FIRST_ROW, 1400, block -> {
                for (int column = 0; column < block.columns(); column++) {
                    assertEquals(2, block.rows());
                    seen.add(block.real(0, column));
                    assertEquals(-block.real(0, column) / 2, block.imaginary(1, column), "divided by 4, not 2");
                }
            });
            Batch batch = new Batch(arena, 100, 3, 1, Precision.DOUBLE);
            for (int hundred : new int[] {1, 0, 3, 2, 6, 5, 4}) {
                fill(batch, hundred * 100L);
                blocks.accept(batch);
            }
            assertTrue(blocks.blocks() <= 2, blocks.blocks() + " blocks");
        }
        assertEquals(1400, seen.size());
        for (int column = 0; column < 1400; column++) {
            assertEquals((column % 2 == 0 ? 1 : -1) * (column / 2 + 1) / 2.0, seen.get(column), "column " + column);
        }
    }

    /** Row k is (k + 1)(1 - i) in h_plus and the negative in h_cross, in all bins. */
    private static void fill(Batch batch, long firstRow) {
        batch.startAt(FIRST_ROW + firstRow, 100);
        for (int row = 0; row < 100; row++) {
            double value = firstRow + row + 1;
            for (int bin = 0; bin < 3; bin++) {
                long at = 2L * (row * 3 + bin);
                batch.plus().setAtIndex(ValueLayout.JAVA_DOUBLE, at, value);
                batch.plus().setAtIndex(ValueLayout.JAVA_DOUBLE, at + 1, -value);
                batch.cross().setAtIndex(ValueLayout.JAVA_DOUBLE, at, -value);
                batch.cross().setAtIndex(ValueLayout.JAVA_DOUBLE, at + 1, value);
            }
        }
    }
}
