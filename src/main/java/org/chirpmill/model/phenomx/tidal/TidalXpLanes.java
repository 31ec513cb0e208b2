package org.chirpmill.model.phenomx.tidal;

import java.util.Arrays;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.precession.AngleInterpolant;
import org.chirpmill.model.phenomx.precession.TwistLanes;
import org.chirpmill.model.tides.TideLanes;

/** {@link TidalXpKernel} at many points at once. One thread. */
final class TidalXpLanes implements ModeSum {
    private final TideLanes tides = new TideLanes();
    private final AngleInterpolant interpolant = AngleInterpolant.ofQuadrupole();
    private final TwistLanes twist = new TwistLanes();
    private double[][] angles = new double[4][Lanes.PADDING];
    private double[] rows;
    private int row;

    @Override
    public int modes() {
        return 1;
    }

    @Override
    public int amplitudes() {
        return 4;
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
        interpolant.start(
            rows, row + TidalXpRow.PRECESSION, 2, lowestHz, 2, Math.clamp(end(0), lowestHz, highestHz), tolerance);
    }

    @Override
    public double end(int mode) {
        return rows[row + XasRow.CUTOFF];
    }

    @Override
    public int joins(int mode, double[] out) {
        return interpolant.joins(2, out, TidalXasLanes.joins(rows, row, out));
    }

    @Override
    public double scale(int mode, double frequencyHz) {
        return Math.min(interpolant.scale(2, frequencyHz), TidalXasLanes.scale(rows, row, frequencyHz));
    }

    @Override
    public boolean isRough(int mode, double frequencyHz) {
        return interpolant.isRough(2, frequencyHz);
    }

    @Override
    public void evaluate(int mode, double[] points, int stride, int from, int to, double[][] out) {
        int count = to - from;
        if (angles[0].length < count + Lanes.PADDING) {
            angles = new double[4][count + Lanes.PADDING];
        }
        interpolant.angles(2, points, stride, from, to, angles);
        twist.turnTo(angles, count);
        TidalXasLanes.phase(tides, rows, row, points, stride, from, to, out[0]);
        TidalXasLanes.amplitude(tides, rows, row, points, stride, from, to, out[1]);
        PiecewiseLanes.times(rows[row + TidalXpRow.SCALE], 0, count, out[1]);
        Arrays.fill(out[2], 0, count, 0);
        twist.twist(rows, row + TidalXpRow.PRECESSION, 2, 2, out);
    }
}
