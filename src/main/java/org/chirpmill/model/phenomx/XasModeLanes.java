package org.chirpmill.model.phenomx;

import org.chirpmill.model.lanes.QuadrupoleLanes;

/** IMRPhenomXAS at many points at once: {@link XasLanes}. */
public final class XasModeLanes implements QuadrupoleLanes {
    @Override
    public double end(double[] rows, int row) {
        return rows[row + XasRow.CUTOFF];
    }

    @Override
    public int joins(double[] rows, int row, double[] out) {
        return XasLanes.joins(rows, row, out, 0);
    }

    @Override
    public double scale(double[] rows, int row, double f) {
        return XasLanes.scale(rows, row, f);
    }

    @Override
    public void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        XasLanes.amplitude(rows, row, points, stride, from, to, out, 0);
    }

    @Override
    public void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        XasLanes.phase(rows, row, points, stride, from, to, out, 0);
    }
}
