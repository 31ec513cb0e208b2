package org.chirpmill.model.phenomx.phm;

import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.phenomx.hm.CoprecessingLanes;
import org.chirpmill.model.phenomx.hm.CoprecessingSum;
import org.chirpmill.model.phenomx.precession.AngleInterpolant;
import org.chirpmill.model.phenomx.precession.TwistLanes;

/** IMRPhenomXP and IMRPhenomXPHM as a sum of twisted modes: {@link XphmKernel} at many points at once. */
final class XphmLanes extends CoprecessingSum {
    private final AngleInterpolant interpolant = new AngleInterpolant();
    private final TwistLanes twist = new TwistLanes();
    private double[][] angles = new double[4][Lanes.PADDING];

    @Override
    public void start(double[] rows, int row, double lowestHz, double highestHz, double tolerance) {
        super.start(rows, row, lowestHz, highestHz, tolerance);
        int highestM = 1;
        int lowestM = 4;
        for (int mode = 0; mode < modes(); mode++) {
            if (end(mode) >= lowestHz) {
                highestM = Math.max(highestM, m(mode));
                lowestM = Math.min(lowestM, m(mode));
            }
        }
        double end = Math.clamp(end(0), lowestHz, highestHz);
        for (int mode = 1; mode < modes(); mode++) {
            end = Math.max(end, Math.min(end(mode), highestHz));
        }
        interpolant.start(rows, row + XphmRow.PRECESSION, highestM, lowestHz, lowestM, end, tolerance);
    }

    @Override
    public int joins(int mode, double[] out) {
        return interpolant.joins(m(mode), out, super.joins(mode, out));
    }

    @Override
    public double scale(int mode, double frequencyHz) {
        return Math.min(interpolant.scale(m(mode), frequencyHz), super.scale(mode, frequencyHz));
    }

    @Override
    public boolean isRough(int mode, double frequencyHz) {
        return interpolant.isRough(m(mode), frequencyHz);
    }

    @Override
    protected void orient(int m, double[] points, int stride, int from, int to) {
        if (angles[0].length < to - from + Lanes.PADDING) {
            angles = new double[4][to - from + Lanes.PADDING];
        }
        interpolant.angles(m, points, stride, from, to, angles);
        twist.turnTo(angles, to - from);
    }

    @Override
    protected void evaluateMode(int mode, double[] points, int stride, int from, int to, double[][] out) {
        lanes().evaluate(rows(), row(), mode, points, stride, from, to, out[0], out[1], out[2]);
        twist.twist(rows(), row() + XphmRow.PRECESSION, CoprecessingLanes.l(mode), CoprecessingLanes.m(mode), out);
    }
}
