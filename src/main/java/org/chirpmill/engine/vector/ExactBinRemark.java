package org.chirpmill.engine.vector;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.MostlyExactRemark;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Batch;

/** Notices waveforms of which more than half of the bins, all modes' together, are evaluated one by one. */
final class ExactBinRemark {
    private final MostlyExactRemark remark;
    private long bins;
    private long exactBins;

    ExactBinRemark(FrequencyGrid grid, Accuracy accuracy) {
        remark = new MostlyExactRemark(grid, accuracy);
    }

    /** Counts a mode: how many bins it has, and how many of them are evaluated one by one. */
    void count(int modeBins, int modeExactBins) {
        bins += modeBins;
        exactBins += modeExactBins;
    }

    /** Ends a waveform. */
    void report(Batch batch) {
        if (2 * exactBins > bins) {
            remark.report(batch);
        }
        bins = 0;
        exactBins = 0;
    }
}
