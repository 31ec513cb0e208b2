package org.chirpmill.model.phenomd;

import org.chirpmill.model.lanes.SingleModeLanes;

/** IMRPhenomD at many points at once. */
final class PhenomDModeLanes extends SingleModeLanes {
    PhenomDModeLanes() {
        super(PhenomDRow.PLUS_AMPLITUDE, PhenomDRow.CROSS_AMPLITUDE);
    }

    @Override
    public double end(int mode) {
        return rows()[row() + PhenomDRow.CUTOFF];
    }

    @Override
    public int joins(int mode, double[] out) {
        return PhenomDLanes.joins(rows(), row(), out);
    }

    @Override
    public double scale(int mode, double f) {
        return PhenomDLanes.scale(rows(), row(), f);
    }

    @Override
    protected void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        PhenomDLanes.amplitude(rows, row, points, stride, from, to, out);
    }

    @Override
    protected void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        PhenomDLanes.phase(rows, row, points, stride, from, to, out);
    }
}
