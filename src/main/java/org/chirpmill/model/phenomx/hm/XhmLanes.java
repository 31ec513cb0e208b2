package org.chirpmill.model.phenomx.hm;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** IMRPhenomXHM as a sum of modes: {@link XhmKernel} at many points at once. One thread. */
final class XhmLanes extends CoprecessingSum {
    @Override
    protected void orient(int m, double[] points, int stride, int from, int to) {
        // The observer sees all frequencies from the same direction.
    }

    @Override
    protected void evaluateMode(int mode, double[] points, int stride, int from, int to, double[][] out) {
        double[] rows = rows();
        int row = row();
        lanes().evaluate(rows, row, mode, points, stride, from, to, out[0], out[1], out[2]);
        // (-i)^m is real for even m: h_plus takes a multiple of it, h_cross i times another.
        CoprecessingMode numbers = CoprecessingMode.ALL.get(mode);
        double plus = numbers.turnSign() * rows[row + XhmRow.plus(mode)];
        double cross = numbers.turnSign() * rows[row + XhmRow.cross(mode)];
        boolean even = numbers.m() % 2 == 0;
        double[] turnedReal = even ? out[1] : out[2];
        double[] turnedImaginary = even ? out[2] : out[1];
        double turn = even ? 1 : -1;
        for (int i = 0; i < to - from; i += COUNT) {
            DoubleVector real = DoubleVector.fromArray(SPECIES, turnedReal, i).mul(turn);
            DoubleVector imaginary = DoubleVector.fromArray(SPECIES, turnedImaginary, i);
            real.mul(plus).intoArray(out[1], i);
            imaginary.mul(plus).intoArray(out[2], i);
            imaginary.mul(-cross).intoArray(out[3], i);
            real.mul(cross).intoArray(out[4], i);
        }
    }
}
