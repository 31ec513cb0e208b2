package org.chirpmill.model.phenomp;

import java.util.Arrays;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomx.precession.SingleSpinLanes;
import org.chirpmill.model.phenomx.precession.TwistLanes;

/** A (2, 2) mode of the co-precessing frame that begins its row, twisted at many points at once. One thread. */
abstract class Pv2TwistLanes implements ModeSum {
    private final TwistLanes twist = new TwistLanes();
    private final int twistOffset;
    private double[][] angles = new double[4][Lanes.PADDING];
    private double[] rows;
    private int row;

    /**
     * A mode of which the row holds the twist.
     *
     * @param twistOffset where, laid out as {@link Pv2TwistRow} says
     */
    Pv2TwistLanes(int twistOffset) {
        this.twistOffset = twistOffset;
    }

    /** Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are. */
    abstract int joins(double[] rows, int row, double[] out);

    /** How far around a frequency, Hz, the mode is smooth. */
    abstract double scale(double[] rows, int row, double frequencyHz);

    /** Writes the mode's phase, rad, at points, from index 0 on. */
    abstract void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out);

    /** Writes its amplitude, likewise. */
    abstract void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out);

    @Override
    public final int modes() {
        return 1;
    }

    @Override
    public final int amplitudes() {
        return 4;
    }

    @Override
    public final void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
    }

    @Override
    public final double end(int mode) {
        return rows[row + PhenomDRow.CUTOFF];
    }

    @Override
    public final int joins(int mode, double[] out) {
        int count = joins(rows, row, out);
        out[count] = rows[row + twistOffset + Pv2TwistRow.KINK_1];
        out[count + 1] = rows[row + twistOffset + Pv2TwistRow.KINK_2];
        return count + 2;
    }

    @Override
    public final double scale(int mode, double frequencyHz) {
        return Math.min(scale(rows, row, frequencyHz),
            SingleSpinLanes.scale(rows, row + twistOffset + Pv2TwistRow.PRECESSION, frequencyHz));
    }

    @Override
    public final void evaluate(int mode, double[] points, int stride, int from, int to, double[][] out) {
        int count = to - from;
        int precession = row + twistOffset + Pv2TwistRow.PRECESSION;
        if (angles[0].length < count + Lanes.PADDING) {
            angles = new double[4][count + Lanes.PADDING];
        }
        phase(rows, row, points, stride, from, to, out[0]);
        amplitude(rows, row, points, stride, from, to, out[1]);
        PiecewiseLanes.times(rows[row + twistOffset + Pv2TwistRow.SCALE], 0, count, out[1]);
        Arrays.fill(out[2], 0, count, 0);
        SingleSpinLanes.angles(rows, precession, points, stride, from, to, angles);
        twist.turnTo(angles, count);
        twist.twist(rows, precession, 2, 2, out);
    }
}
