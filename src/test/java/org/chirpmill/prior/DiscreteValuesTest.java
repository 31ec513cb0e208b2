package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiscreteValuesTest {
    private static final DiscreteValues WEIGHTED =
        new DiscreteValues(new double[] {7, -2, 3, 3}, new double[] {1, 5, 1, 1});

    @Test
    void theCdfJumpsAtEachValueByItsShare() {
        assertArrayEquals(new double[] {0, 0.625, 0.625, 0.875, 0.875, 1, 1},
            new double[] {WEIGHTED.cdf(-2.1), WEIGHTED.cdf(-2), WEIGHTED.cdf(2.9), WEIGHTED.cdf(3), WEIGHTED.cdf(6),
                WEIGHTED.cdf(7), WEIGHTED.cdf(1e9)});
    }

    /** As bilby's {@code searchsorted} has it, the fraction at a jump belongs to the value below. */
    @Test
    void aFractionAtAJumpIsOfTheValueBelow() {
        assertEquals(-2, WEIGHTED.quantile(0.625));
        assertEquals(3, WEIGHTED.quantile(StrictMath.nextUp(0.625)));
        assertEquals(3, WEIGHTED.quantile(0.875));
        assertEquals(7, WEIGHTED.quantile(1));
    }

    @Test
    void drawsComeInTheSharesOfTheWeights() {
        int draws = 100_000;
        PriorSampler sampler = PriorSet.of(Map.of("x", "WeightedCategorical(4, [0.1, 0, 2.9, 1])")).sampler();
        Map<Double, Integer> counts = new TreeMap<>();
        double[] row = new double[1];
        for (int i = 0; i < draws; i++) {
            sampler.draw(20150914, i, 0, row, 0);
            counts.merge(row[0], 1, Integer::sum);
        }
        // Pearson's test; with two degrees of freedom one honest sample in a hundred exceeds 9.21.
        double[] shares = {0.025, 0, 0.725, 0.25};
        double chiSquared = 0;
        for (int i = 0; i < shares.length; i++) {
            double expected = shares[i] * draws;
            double found = counts.getOrDefault((double) i, 0);
            chiSquared += expected == 0 ? 0 : (found - expected) * (found - expected) / expected;
        }
        assertEquals(3, counts.size(), counts::toString);
        assertTrue(chiSquared < 9.21, counts + ": chi-squared " + chiSquared);
    }
}
