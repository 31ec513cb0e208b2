package org.chirpmill.model.lanes;

/** A waveform of one mode, of which h_plus takes a real multiple and h_cross an imaginary one. One thread. */
public final class SingleModeLanes implements ModeSum {
    private final QuadrupoleLanes mode;
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
    public SingleModeLanes(QuadrupoleLanes mode, int plusAmplitude, int crossAmplitude) {
        this.mode = mode;
        this.plusAmplitude = plusAmplitude;
        this.crossAmplitude = crossAmplitude;
    }

    @Override
    public int modes() {
        return 1;
    }

    @Override
    public int amplitudes() {
        return 1;
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
    }

    @Override
    public double end(int which) {
        return mode.end(rows, row);
    }

    @Override
    public int joins(int which, double[] out) {
        return mode.joins(rows, row, out);
    }

    @Override
    public double scale(int which, double frequencyHz) {
        return mode.scale(rows, row, frequencyHz);
    }

    @Override
    public double plusFactor() {
        return rows[row + plusAmplitude];
    }

    @Override
    public double crossFactor() {
        return rows[row + crossAmplitude];
    }

    @Override
    public void evaluate(int which, double[] points, int stride, int from, int to, double[][] out) {
        mode.phase(rows, row, points, stride, from, to, out[0]);
        mode.amplitude(rows, row, points, stride, from, to, out[1]);
    }
}
