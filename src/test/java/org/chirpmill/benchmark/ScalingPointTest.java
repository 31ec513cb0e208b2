package org.chirpmill.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chirpmill.numbers.Spread;
import org.junit.jupiter.api.Test;

class ScalingPointTest {
    private static ScalingPoint point(int threads, int batchSize, boolean automatic, Double... rates) {
        return new ScalingPoint(threads, batchSize, automatic, List.of(rates));
    }

    @Test
    void aMachineThatSlowsDownDoesNotChangeTheRatio() {
        ScalingPoint one = point(1, 7, true, 100.0, 100.0, 50.0, 40.0, 100.0);
        ScalingPoint two = point(2, 7, true, 190.0, 195.0, 96.0, 20.0, 100.0);
        assertEquals(1.9, two.over(one), 1e-12);
        assertEquals(new Spread(20, 100, 195), two.rate());
    }

    @Test
    void theBestIsThatOfTheHighestMedian() {
        List<ScalingPoint> points = List.of(point(1, 7, true, 1.0, 2.0, 9.0), point(2, 7, true, 3.0, 3.0, 3.0),
            point(2, 10, false, 1.0, 4.0, 4.5));
        assertEquals(10, ScalingPoint.best(points).batchSize());
        assertEquals(7, ScalingPoint.automatic(2, points).batchSize());
        assertEquals(2, ScalingPoint.with(2, points).size());
    }
}
