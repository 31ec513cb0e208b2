package org.chirpmill.engine;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;

/**
 * What is said of a waveform for which a tolerance saves little, because most of its bins are evaluated one by one.
 * Said on uniform grids of many bins only: elsewhere bins are too few for polynomials anyway.
 */
public final class MostlyExactRemark {
    private static final int LEAST_BINS = 1000;

    private final boolean isWorthwhile;
    private final String sentence;

    /** The remark for waveforms on a grid. */
    public MostlyExactRemark(FrequencyGrid grid, Accuracy accuracy) {
        isWorthwhile = grid.isUniform() && grid.bins() >= LEAST_BINS && !accuracy.isExact();
        sentence = "polynomials reach " + accuracy + " at less than half of the bins, and the others were evaluated "
            + "one by one";
    }

    /** Says it of one more waveform of the batch. */
    public void report(Batch batch) {
        if (isWorthwhile) {
            batch.remark(sentence);
        }
    }
}
