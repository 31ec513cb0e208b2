package org.chirpmill.engine.vector;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.Lanes;

/**
 * The frequencies of a run with all that does not depend on the waveform.
 *
 * @param tables laid out as {@link GridTables} says, frequencies first
 * @param stride how long each table is, with room for whole vectors
 * @param index finds bins
 * @param firstBin the first bin that may hold anything
 * @param bins how many there are
 */
record Grid(double[] tables, int stride, BinIndex index, int firstBin, int bins) {
    static Grid of(FrequencyGrid frequencies) {
        int stride = frequencies.bins() + Lanes.PADDING;
        int first = frequencies.firstBin();
        while (first < frequencies.bins() && !(frequencies.frequencies()[first] > 0)) {
            first++;
        }
        return new Grid(GridTables.of(frequencies, stride), stride, new BinIndex(frequencies), first,
            frequencies.bins());
    }

    /** Frequency of a bin, Hz. */
    double frequency(int bin) {
        return tables[GridTables.FREQUENCY * stride + bin];
    }
}
