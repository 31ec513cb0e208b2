package org.chirpmill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Examples small enough to be computed by hand. */
class WaveformDifferenceTest {
    private static final double ROUNDING = 1e-15;

    @Test
    void lossIsOneMinusTheOverlapAndPeakIsRelativeToTheReference() {
        // h = (3 | 4), g = (3 | 4i): |h| = |g| = 5, Re(h . g) = 9, and the largest of h - g is |4 - 4i|.
        WaveformDifference difference = WaveformDifference.between(
            new double[] {3, 0}, new double[] {4, 0}, new double[] {3, 0}, new double[] {0, 4});
        assertEquals(1 - 9.0 / 25, difference.loss(), ROUNDING);
        assertEquals(Math.sqrt(2), difference.peak(), ROUNDING);
    }

    @Test
    void theLossOfTwoBinsIsTheirCommonOne() {
        // h = (1, i | 0, 0), g = (1, 1 | 1, 1): Re(h . g) = 1, |h| |g| = sqrt(8).
        WaveformDifference difference = WaveformDifference.between(new double[] {1, 0, 0, 1}, new double[4],
            new double[] {1, 0, 1, 0}, new double[] {1, 0, 1, 0});
        assertEquals(1 - 1 / Math.sqrt(8), difference.loss(), ROUNDING);
        assertEquals(Math.sqrt(2), difference.peak(), ROUNDING);
    }

    @Test
    void aFactorShowsInThePeakOnlyAndASignInBoth() {
        double[] g = {1e-170, -2e-170};
        double[] twice = {2e-170, -4e-170};
        double[] opposite = {-1e-170, 2e-170};
        assertEquals(new WaveformDifference(0, 0), WaveformDifference.between(g, g, g, g));
        WaveformDifference ofTwice = WaveformDifference.between(twice, twice, g, g);
        assertEquals(1, ofTwice.peak(), ROUNDING);
        assertEquals(0, ofTwice.loss(), ROUNDING);
        assertEquals(0.5, WaveformDifference.between(g, g, twice, twice).peak(), ROUNDING);
        WaveformDifference ofOpposite = WaveformDifference.between(opposite, opposite, g, g);
        assertEquals(2, ofOpposite.peak(), ROUNDING);
        assertEquals(2, ofOpposite.loss(), ROUNDING);
    }

    @Test
    void nothingAgainstNothingDoesNotDiffer() {
        assertEquals(new WaveformDifference(0, 0),
            WaveformDifference.between(new double[2], new double[2], new double[2], new double[2]));
    }
}
