package org.chirpmill.engine.vector;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.Batch;

/**
 * Tells of waveforms for which a tolerance saves little: more than half of their bins, all modes' together, are
 * evaluated one by one. Counts on uniform grids of many bins only: elsewhere bins are too few for polynomials anyway.
 */
final class ExactBinRemark {
    private static final int LEAST_BINS = 1000;

    private final boolean isCounted;
    private final String sentence;
    private long bins;
    private long exactBins;

    ExactBinRemark(FrequencyGrid grid, Accuracy accuracy) {
        isCounted = grid.isUniform() && grid.bins() >= LEAST_BINS && !accuracy.isExact();
        sentence = "polynomials reach " + accuracy + " at less than half of the bins, and the others were evaluated "
            + "one by one";
    }

    /** Counts a mode: how many bins it has, and how many of them are evaluated one by one. */
    void count(int modeBins, int modeExactBins) {
        bins += modeBins;
        exactBins += modeExactBins;
    }

    /** Ends a waveform. */
    void report(Batch batch) {
        if (isCounted && 2 * exactBins > bins) {
            batch.remarks().merge(sentence, 1, Integer::sum);
        }
        bins = 0;
        exactBins = 0;
    }
}
