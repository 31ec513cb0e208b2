package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.lanes.ModeSum;

/** What the sums of the five modes share, seen by an observer or twisted: where each mode ends, joins and has poles. */
public abstract class CoprecessingSum implements ModeSum {
    private final CoprecessingLanes lanes = new CoprecessingLanes();
    private double[] rows;
    private int row;

    /** The five modes themselves. */
    protected final CoprecessingLanes lanes() {
        return lanes;
    }

    /** The coefficient rows of this waveform. */
    protected final double[] rows() {
        return rows;
    }

    /** Where its row begins. */
    protected final int row() {
        return row;
    }

    @Override
    public final int modes() {
        return CoprecessingLanes.MODES;
    }

    @Override
    public final int amplitudes() {
        return 4;
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
    }

    @Override
    public final double end(int mode) {
        return CoprecessingLanes.end(rows, row, mode);
    }

    @Override
    public int joins(int mode, double[] out) {
        return CoprecessingLanes.joins(rows, row, mode, out);
    }

    @Override
    public final double scale(int mode, double frequencyHz) {
        return CoprecessingLanes.scale(rows, row, mode, frequencyHz);
    }

    @Override
    public final void factors(int mode, double[] out) {
        throw new UnsupportedOperationException("the amplitudes are the polarizations themselves");
    }
}
