package org.chirpmill.cli.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {
    private final RemainingTime time = new RemainingTime(0);

    /** Lets waveforms come one by one at a steady rate; how many are there in the end. */
    private long pass(double from, double to, long done, double rate) {
        long there = done;
        for (double at = from + 1 / rate; at <= to; at += 1 / rate) {
            time.passed(at, ++there);
        }
        return there;
    }

    @Test
    void nothingIsToldWhileCodeIsStillGettingFaster() {
        // As 8193 bins of IMRPhenomXPHM came on two cores of an AMD EPYC (AVX2): seconds, waveforms so far.
        double[][] seen = {{0.82, 7}, {1.25, 35}, {1.67, 98}, {2.07, 245}, {2.48, 511}, {2.89, 861}, {3.29, 1225},
            {3.70, 1659}, {4.11, 2135}, {4.51, 2926}, {4.91, 5005}, {5.31, 7672}, {5.71, 10836}, {6.11, 14049}};
        for (double[] mark : seen) {
            time.passed(mark[0], (long) mark[1]);
            assertEquals(OptionalDouble.empty(), time.left(1_000_000), mark[0] + " s");
        }
        long done = pass(6.11, 14, 14_049, 8000);
        assertEquals((1_000_000 - done) / 8000.0, time.left(1_000_000).orElseThrow(), 5);
    }

    @Test
    void theRateIsThatOfLateAndNotOfTheWholeTime() {
        long done = pass(0, 60, 0, 10);
        done = pass(60, 140, done, 100);
        assertEquals(100, time.rate().orElseThrow(), 2);
        assertEquals(50, time.left(done + 5000).orElseThrow(), 1);
    }

    @Test
    void nothingIsToldWhereSomethingElseThanWaveformsWasWaitedFor() {
        long done = pass(0, 20, 0, 50);
        assertTrue(time.rate().isPresent());
        // The singular values of the first ones.
        done = pass(35, 37, done, 50);
        assertEquals(OptionalDouble.empty(), time.rate());
        pass(37, 100, done, 50);
        assertEquals(50, time.rate().orElseThrow(), 1);
    }

    @Test
    void aResumedStepsRowsThatWereThereCountForNothing() {
        RemainingTime resumed = new RemainingTime(1000);
        for (int k = 1; k <= 100; k++) {
            resumed.passed(k * 0.1, 1000 + k);
        }
        assertEquals(10, resumed.rate().orElseThrow(), 0.5);
        assertEquals(90, resumed.left(2000).orElseThrow(), 5);
    }
}
