package org.chirpmill.model.phenomx.precession;

import java.util.Arrays;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.lanes.PiecewiseLanes;
import org.chirpmill.model.lanes.QuadrupoleLanes;

/** The (2, 2) mode of the co-precessing frame, twisted at many points at once. One thread. */
public abstract class TwistedQuadrupole implements ModeSum {
    private final QuadrupoleLanes mode;
    private final int scaleOffset;
    private final int precessionOffset;
    private final TwistLanes twist = new TwistLanes();
    private double[][] angles = new double[4][Lanes.PADDING];
    private double[] rows;
    private int row;

    /**
     * A mode and its precession.
     *
     * @param mode in the co-precessing frame; it begins the row
     * @param scaleOffset where in the row the strain of a unit of its amplitude lies
     * @param precessionOffset where the precession begins, laid out as {@link PrecessionRow} says
     */
    protected TwistedQuadrupole(QuadrupoleLanes mode, int scaleOffset, int precessionOffset) {
        this.mode = mode;
        this.scaleOffset = scaleOffset;
        this.precessionOffset = precessionOffset;
    }

    /** The coefficient rows of this waveform. */
    protected final double[] rows() {
        return rows;
    }

    /** Where its row begins. */
    protected final int row() {
        return row;
    }

    /** Where the precession of its row begins. */
    protected final int precession() {
        return row + precessionOffset;
    }

    /** Adds the frequencies, Hz, at which the angles are not smooth; the end of what it wrote. */
    protected abstract int angleJoins(double[] out, int at);

    /** How far around a frequency, Hz, the angles are smooth. */
    protected abstract double angleScale(double frequencyHz);

    /** Writes alpha and epsilon, rad, cos(beta / 2) and sin(beta / 2) at points, from index 0 on. */
    protected abstract void angles(double[] points, int stride, int from, int to, double[][] out);

    @Override
    public final int modes() {
        return 1;
    }

    @Override
    public final int amplitudes() {
        return 4;
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
    }

    @Override
    public final double end(int which) {
        return mode.end(rows, row);
    }

    @Override
    public final int joins(int which, double[] out) {
        return angleJoins(out, mode.joins(rows, row, out));
    }

    @Override
    public final double scale(int which, double frequencyHz) {
        return Math.min(angleScale(frequencyHz), mode.scale(rows, row, frequencyHz));
    }

    @Override
    public final void evaluate(int which, double[] points, int stride, int from, int to, double[][] out) {
        int count = to - from;
        if (angles[0].length < count + Lanes.PADDING) {
            angles = new double[4][count + Lanes.PADDING];
        }
        angles(points, stride, from, to, angles);
        twist.turnTo(angles, count);
        mode.phase(rows, row, points, stride, from, to, out[0]);
        mode.amplitude(rows, row, points, stride, from, to, out[1]);
        PiecewiseLanes.times(rows[row + scaleOffset], 0, count, out[1]);
        Arrays.fill(out[2], 0, count, 0);
        twist.twist(rows, precession(), 2, 2, out);
    }
}
