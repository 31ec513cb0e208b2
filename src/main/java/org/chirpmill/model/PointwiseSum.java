package org.chirpmill.model;

import org.chirpmill.model.lanes.ModeSum;

/** Modes that are evaluated point by point where an evaluator asks for many points at once. One thread. */
final class PointwiseSum implements ModeSum {
    /** A point costs several times what it costs in lanes. */
    private static final int FEWER_POINTS = ModeSum.FEW_POINTS / 5;

    private final ModeKernel modes;
    private final double[] values;
    private double[] rows;
    private int row;

    /** The modes of a model. */
    PointwiseSum(ModeKernel modes) {
        this.modes = modes;
        this.values = new double[1 + modes.amplitudes()];
    }

    @Override
    public int modes() {
        return modes.modes();
    }

    @Override
    public int fewPoints() {
        return FEWER_POINTS;
    }

    @Override
    public int amplitudes() {
        return modes.amplitudes();
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
    }

    @Override
    public double end(int mode) {
        return modes.end(rows, row, mode);
    }

    @Override
    public int joins(int mode, double[] out) {
        return modes.joins(rows, row, mode, out);
    }

    @Override
    public double scale(int mode, double frequencyHz) {
        return modes.scale(rows, row, mode, frequencyHz);
    }

    @Override
    public double plusFactor() {
        return modes.plusFactor(rows, row);
    }

    @Override
    public double crossFactor() {
        return modes.crossFactor(rows, row);
    }

    @Override
    public void evaluate(int mode, double[] points, int stride, int from, int to, double[][] out) {
        for (int point = from; point < to; point++) {
            modes.at(rows, row, mode, points, stride, point, values);
            for (int function = 0; function < values.length; function++) {
                out[function][point - from] = values[function];
            }
        }
    }
}
