package org.chirpmill.model.phenomp;

import org.chirpmill.model.phenomd.PhenomDLanes;

/** IMRPhenomPv2 at many points at once: {@link Pv2Kernel}. */
final class Pv2Lanes extends Pv2TwistLanes {
    Pv2Lanes() {
        super(Pv2Row.TWIST);
    }

    @Override
    int joins(double[] rows, int row, double[] out) {
        return PhenomDLanes.joins(rows, row, out);
    }

    @Override
    double scale(double[] rows, int row, double frequencyHz) {
        return PhenomDLanes.scale(rows, row, frequencyHz);
    }

    @Override
    void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        PhenomDLanes.phase(rows, row, points, stride, from, to, out);
    }

    @Override
    void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        PhenomDLanes.amplitude(rows, row, points, stride, from, to, out);
    }
}
