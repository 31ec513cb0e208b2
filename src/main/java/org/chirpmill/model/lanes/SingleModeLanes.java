package org.chirpmill.model.lanes;

/** A waveform of one mode, of which h_plus takes a real multiple and h_cross an imaginary one. One thread. */
public abstract class SingleModeLanes implements ModeSum {
    private final int plusAmplitude;
    private final int crossAmplitude;
    private double[] rows;
    private int row;

    /**
     * A mode whose amplitudes lie in the row.
     *
     * @param plusAmplitude offset of what h_plus takes
     * @param crossAmplitude offset of what i h_cross takes
     */
    protected SingleModeLanes(int plusAmplitude, int crossAmplitude) {
        this.plusAmplitude = plusAmplitude;
        this.crossAmplitude = crossAmplitude;
    }

    /** The coefficient rows of this waveform. */
    protected final double[] rows() {
        return rows;
    }

    /** Where its row begins. */
    protected final int row() {
        return row;
    }

    /** Writes the amplitude at points, from index 0 on. */
    protected abstract void amplitude(
        double[] rows, int row, double[] points, int stride, int from, int to, double[] out);

    /** Writes the phase, rad, at points, from index 0 on. */
    protected abstract void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out);

    @Override
    public final int modes() {
        return 1;
    }

    @Override
    public final int amplitudes() {
        return 1;
    }

    @Override
    public final void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
    }

    @Override
    public final double plusFactor() {
        return rows[row + plusAmplitude];
    }

    @Override
    public final double crossFactor() {
        return rows[row + crossAmplitude];
    }

    @Override
    public final void evaluate(int mode, double[] points, int stride, int from, int to, double[][] out) {
        phase(rows, row, points, stride, from, to, out[0]);
        amplitude(rows, row, points, stride, from, to, out[1]);
    }
}
