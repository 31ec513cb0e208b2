package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chirpmill.compression.product.Tiles;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
    /** Of a binary neutron star from 20 to 2048 Hz at 1/128 Hz. */
    private static final int MANY_BINS = 259_585;

    @Test
    void blocksAreNarrowerOnlyWhereBinsAreMany() {
        assertEquals(512, WhitenedBlocks.width(8033, 100_000));
        assertEquals(512, WhitenedBlocks.width(32_768, 100_000));
        assertEquals(300, WhitenedBlocks.width(8033, 300));
        assertEquals(64, WhitenedBlocks.width(MANY_BINS, 100_000));
        assertEquals(64, WhitenedBlocks.width(10 * MANY_BINS, 100_000));
        for (int bins = 32_768; bins < MANY_BINS; bins += 999) {
            int width = WhitenedBlocks.width(bins, 100_000);
            assertEquals(0, width % 2, bins + " bins: both polarizations of a row lie in one block");
            assertTrue(width >= 64 && 16L * bins * width <= 1 << 28, width + " columns of " + bins + " bins");
        }
    }

    /** 419 GB of polarizations, a basis of 0.84 GB and a space of 2.9 GB, of which pivoting takes a copy of 2.1 GB. */
    @Test
    void aBasisOfAQuarterOfAMillionBinsTakesSomeGigabytesHoweverManyRowsItIsTrainedOn() {
        TrainingPlan plan = TrainingPlan.of(MANY_BINS, 50_000, 200);
        assertFalse(plan.isDirect());
        assertTrue(plan.memoryBytes(10_000) < 5_300_000_000L, () -> plan.memoryBytes(10_000) + " bytes");
        assertTrue(plan.samplingBytes() >= plan.memoryBytes(0) && plan.samplingBytes() < 6_500_000_000L,
            () -> plan.samplingBytes() + " bytes");
        assertEquals(plan.memoryBytes(10_000), TrainingPlan.of(MANY_BINS, 5_000, 200).memoryBytes(1_000));
    }

    @Test
    void whatWorkersProjectAtOnceTakesNoMoreThanTheirMatrix() {
        assertEquals(32, projection(8193).batchRows(8));
        assertEquals(100, projection(60).batchRows(100));
        assertEquals(15, projection(262_145).batchRows(1));
    }

    private static Projection projection(int bins) {
        double[] one = new double[2 * bins];
        one[0] = 1;
        return new Projection(one, 1, Precision.SINGLE, Tiles.ofThisJvm());
    }
}
