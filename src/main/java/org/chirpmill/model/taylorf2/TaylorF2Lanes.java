package org.chirpmill.model.taylorf2;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.QuadrupoleLanes;

/**
 * TaylorF2 at many points at once: {@link TaylorF2Kernel} in its names, and in its roundings, without fused
 * multiply-adds, since a neutron-star binary's phase of 1e5 rad has no digits to spare.
 */
final class TaylorF2Lanes implements QuadrupoleLanes {
    @Override
    public double end(double[] rows, int row) {
        return rows[row + TaylorF2Row.CUTOFF];
    }

    @Override
    public int joins(double[] rows, int row, double[] out) {
        return 0;
    }

    @Override
    public double scale(double[] rows, int row, double f) {
        return f;
    }

    @Override
    public void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        System.arraycopy(points, GridTables.NEWTONIAN_AMPLITUDE * stride + from, out, 0, to - from);
    }

    @Override
    public void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        int roots = GridTables.CUBE_ROOT * stride;
        int leadings = GridTables.LEADING_PHASE * stride;
        int logs = GridTables.LOGARITHM * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector c2 = c.mul(c);
            DoubleVector tides = c.mul(rows[row + TaylorF2Row.PHASE_14]).add(rows[row + TaylorF2Row.PHASE_13])
                .mul(c).add(rows[row + TaylorF2Row.PHASE_12])
                .mul(c2).add(rows[row + TaylorF2Row.PHASE_10]);
            DoubleVector high = tides.mul(c2.mul(c)).add(rows[row + TaylorF2Row.PHASE_7])
                .mul(c).add(rows[row + TaylorF2Row.PHASE_6])
                .mul(c).add(rows[row + TaylorF2Row.PHASE_5]);
            DoubleVector low = c.mul(rows[row + TaylorF2Row.PHASE_4]).add(rows[row + TaylorF2Row.PHASE_3])
                .mul(c).add(rows[row + TaylorF2Row.PHASE_2])
                .mul(c2).add(rows[row + TaylorF2Row.PHASE_0]);
            DoubleVector logarithmic = c.mul(rows[row + TaylorF2Row.LOG_6]).add(rows[row + TaylorF2Row.LOG_5])
                .mul(DoubleVector.fromArray(SPECIES, points, logs + i));
            low.mul(DoubleVector.fromArray(SPECIES, points, leadings + i)).add(high).add(logarithmic)
                .intoArray(out, i - from);
        }
    }
}
