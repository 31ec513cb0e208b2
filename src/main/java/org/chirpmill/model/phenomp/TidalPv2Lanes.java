package org.chirpmill.model.phenomp;

import org.chirpmill.model.phenomd.tidal.TidalDLanes;

/** IMRPhenomPv2 with tides at many points at once: {@link TidalPv2Kernel}. */
final class TidalPv2Lanes extends Pv2TwistLanes {
    private final TidalDLanes lanes = new TidalDLanes();

    TidalPv2Lanes() {
        super(TidalPv2Row.TWIST);
    }

    @Override
    int joins(double[] rows, int row, double[] out) {
        return TidalDLanes.joins(rows, row, out);
    }

    @Override
    double scale(double[] rows, int row, double frequencyHz) {
        return TidalDLanes.scale(rows, row, frequencyHz);
    }

    @Override
    void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        lanes.phase(rows, row, points, stride, from, to, out);
    }

    @Override
    void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        lanes.amplitude(rows, row, points, stride, from, to, out);
    }
}
