package org.chirpmill.model.phenomx;

import org.chirpmill.model.lanes.SingleModeLanes;

/** IMRPhenomXAS at many points at once. */
final class XasModeLanes extends SingleModeLanes {
    XasModeLanes() {
        super(XasRow.PLUS_AMPLITUDE, XasRow.CROSS_AMPLITUDE);
    }

    @Override
    public double end(int mode) {
        return rows()[row() + XasRow.CUTOFF];
    }

    @Override
    public int joins(int mode, double[] out) {
        return XasLanes.joins(rows(), row(), out, 0);
    }

    @Override
    public double scale(int mode, double f) {
        return XasLanes.scale(rows(), row(), f);
    }

    @Override
    protected void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        XasLanes.amplitude(rows, row, points, stride, from, to, out, 0);
    }

    @Override
    protected void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        XasLanes.phase(rows, row, points, stride, from, to, out, 0);
    }
}
