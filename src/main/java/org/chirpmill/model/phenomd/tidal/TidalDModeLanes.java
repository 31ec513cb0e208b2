package org.chirpmill.model.phenomd.tidal;

import org.chirpmill.model.lanes.SingleModeLanes;
import org.chirpmill.model.phenomd.PhenomDRow;

/** IMRPhenomD with tides at many points at once. */
final class TidalDModeLanes extends SingleModeLanes {
    private final TidalDLanes lanes = new TidalDLanes();

    TidalDModeLanes() {
        super(PhenomDRow.PLUS_AMPLITUDE, PhenomDRow.CROSS_AMPLITUDE);
    }

    @Override
    public double end(int mode) {
        return rows()[row() + PhenomDRow.CUTOFF];
    }

    @Override
    public int joins(int mode, double[] out) {
        return TidalDLanes.joins(rows(), row(), out);
    }

    @Override
    public double scale(int mode, double f) {
        return TidalDLanes.scale(rows(), row(), f);
    }

    @Override
    protected void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        lanes.amplitude(rows, row, points, stride, from, to, out);
    }

    @Override
    protected void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        lanes.phase(rows, row, points, stride, from, to, out);
    }
}
