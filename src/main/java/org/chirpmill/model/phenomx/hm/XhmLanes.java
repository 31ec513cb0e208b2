package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.ModeSum;

/** IMRPhenomXHM as a sum of modes: {@link XhmKernel} at many points at once. One thread. */
final class XhmLanes implements ModeSum {
    private static final int[] PLUS =
        {XhmRow.PLUS_22, XhmRow.PLUS_21, XhmRow.PLUS_33, XhmRow.PLUS_32, XhmRow.PLUS_44};
    private static final int[] CROSS =
        {XhmRow.CROSS_22, XhmRow.CROSS_21, XhmRow.CROSS_33, XhmRow.CROSS_32, XhmRow.CROSS_44};

    private final CoprecessingLanes modes = new CoprecessingLanes();
    private double[] rows;
    private int row;

    @Override
    public int modes() {
        return CoprecessingLanes.MODES;
    }

    @Override
    public int amplitudes() {
        return 4;
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
    }

    @Override
    public double end(int mode) {
        return CoprecessingLanes.end(rows, row, mode);
    }

    @Override
    public int joins(int mode, double[] out) {
        return CoprecessingLanes.joins(rows, row, mode, out);
    }

    @Override
    public double scale(int mode, double frequencyHz) {
        return CoprecessingLanes.scale(rows, row, mode, frequencyHz);
    }

    @Override
    public void factors(int mode, double[] out) {
        throw new UnsupportedOperationException("the amplitudes are the polarizations themselves");
    }

    @Override
    public void evaluate(int mode, double[] points, int stride, int from, int to, double[][] out) {
        modes.evaluate(rows, row, mode, points, stride, from, to, out[0], out[1], out[2]);
        // (-i)^m is real for even m: h_plus takes a multiple of it, h_cross i times another.
        int m = CoprecessingLanes.m(mode);
        double sign = m == 1 || m == 2 ? -1 : 1;
        double plus = sign * rows[row + PLUS[mode]];
        double cross = sign * rows[row + CROSS[mode]];
        boolean even = m % 2 == 0;
        for (int i = 0; i < to - from; i += COUNT) {
            DoubleVector real = DoubleVector.fromArray(SPECIES, out[1], i);
            DoubleVector imaginary = DoubleVector.fromArray(SPECIES, out[2], i);
            DoubleVector turnedReal = even ? real : imaginary.neg();
            DoubleVector turnedImaginary = even ? imaginary : real;
            turnedReal.mul(plus).intoArray(out[1], i);
            turnedImaginary.mul(plus).intoArray(out[2], i);
            turnedImaginary.mul(-cross).intoArray(out[3], i);
            turnedReal.mul(cross).intoArray(out[4], i);
        }
    }
}
