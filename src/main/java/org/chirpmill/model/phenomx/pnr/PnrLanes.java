package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.ModeSum;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.hm.CoprecessingLanes;
import org.chirpmill.model.phenomx.hm.CoprecessingMode;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.hm.FirstReleaseLanes;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.TwistLanes;

/**
 * IMRPhenomXO4a and IMRPhenomXPNR as a sum of twisted modes, {@link PnrKernel} at many points at once: the modes of
 * {@link CoprecessingLanes} by its numbers, each at angles of its own, then the antisymmetric part of (2, 2). One
 * thread.
 */
final class PnrLanes implements ModeSum {
    private static final int ANTISYMMETRIC = CoprecessingLanes.MODES;
    private static final int MODES = ANTISYMMETRIC + 1;
    /** Each mode's map; 0 of (2, 2), which has none. */
    private static final int[] MAPS = maps();
    /** Places, in bins, at which averages of the ratio begin anew: see {@link AveragedRatio#joins}. */
    private static final int HALF_AVERAGE = AveragedRatio.WIDTH / 2;
    private static final int AVERAGES = 3;

    private final FirstReleaseLanes lanes = new FirstReleaseLanes();
    private final MappedAngles mapped = new MappedAngles();
    private final TwistLanes twist = new TwistLanes();
    private double[][] angles = new double[4][Lanes.PADDING];
    private double[] rows;
    private int row;

    private static int[] maps() {
        int[] maps = new int[CoprecessingLanes.MODES];
        for (HigherMode mode : HigherMode.values()) {
            maps[CoprecessingMode.ALL.indexOf(mode.mode())] = PnrRow.map(mode);
        }
        return maps;
    }

    @Override
    public int modes() {
        return MODES;
    }

    @Override
    public int amplitudes() {
        return 4;
    }

    @Override
    public void start(double[] newRows, int newRow, double lowestHz, double highestHz, double tolerance) {
        rows = newRows;
        row = newRow;
        mapped.start(rows, row);
    }

    @Override
    public double end(int mode) {
        if (mode == ANTISYMMETRIC) {
            boolean isThere = rows[row + PnrRow.ANTISYMMETRIC + AntisymmetricRow.COUNT] > 0;
            return isThere ? CoprecessingLanes.end(rows, row, CoprecessingLanes.QUADRUPOLE) : -1;
        }
        return CoprecessingLanes.end(rows, row, mode);
    }

    @Override
    public int joins(int mode, double[] out) {
        int symmetric = symmetric(mode);
        int count = FirstReleaseLanes.joins(rows, row, symmetric, out);
        if (mode == ANTISYMMETRIC) {
            count = antisymmetricJoins(out, count);
        }
        return mapped.joins(map(symmetric), CoprecessingLanes.m(symmetric), out, count);
    }

    private int antisymmetricJoins(double[] out, int at) {
        int block = row + PnrRow.ANTISYMMETRIC;
        int next = at;
        out[next] = rows[block + AntisymmetricRow.JOIN];
        next++;
        double perHz = rows[block + AntisymmetricRow.INVERSE_SPACING];
        if (perHz > 0) {
            double ringdown = rows[row + CoprecessingRow.L2M2 + XasRow.RINGDOWN];
            for (int averages = 1; averages <= AVERAGES; averages++) {
                out[next] = rows[block + AntisymmetricRow.FIRST] + averages * HALF_AVERAGE / perHz;
                out[next + 1] = ringdown + (averages - 2) * HALF_AVERAGE / perHz;
                next += 2;
            }
        }
        return next;
    }

    @Override
    public double scale(int mode, double frequencyHz) {
        int symmetric = symmetric(mode);
        return Math.min(CoprecessingLanes.scale(rows, row, symmetric, frequencyHz),
            mapped.scale(map(symmetric), CoprecessingLanes.m(symmetric), frequencyHz));
    }

    /** On lists of frequencies the ratio of the antisymmetric part is known at the bins alone. */
    @Override
    public boolean isRough(int mode, double frequencyHz) {
        return mode == ANTISYMMETRIC && !(rows[row + PnrRow.ANTISYMMETRIC + AntisymmetricRow.INVERSE_SPACING] > 0);
    }

    @Override
    public void evaluate(int mode, double[] points, int stride, int from, int to, double[][] out) {
        if (angles[0].length < to - from + Lanes.PADDING) {
            angles = new double[4][to - from + Lanes.PADDING];
        }
        int symmetric = symmetric(mode);
        int m = CoprecessingLanes.m(symmetric);
        mapped.angles(map(symmetric), m, points, stride, from, to, angles);
        twist.turnTo(angles, to - from);
        lanes.evaluate(rows, row, symmetric, points, stride, from, to, out[0], out[1], out[2]);
        if (mode == ANTISYMMETRIC) {
            int block = row + PnrRow.ANTISYMMETRIC;
            AntisymmetricLanes.timesRatio(rows, block, points, stride, from, to, out[1]);
            AntisymmetricLanes.turn(rows, block, points, stride, from, to, angles[0], out[0]);
        }
        twist.twist(rows, row + PnrRow.PRECESSION, CoprecessingLanes.l(symmetric), m, out);
        if (mode == ANTISYMMETRIC) {
            reverse(to - from, out);
        }
    }

    private static int symmetric(int mode) {
        return mode == ANTISYMMETRIC ? CoprecessingLanes.QUADRUPOLE : mode;
    }

    private int map(int mode) {
        return MAPS[mode] == 0 ? 0 : row + MAPS[mode];
    }

    /** To a mode whose (2, -2) has the opposite sign: i times h_cross is h_plus, -i times h_plus is h_cross. */
    private static void reverse(int count, double[][] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector plusReal = DoubleVector.fromArray(SPECIES, out[1], i);
            DoubleVector plusImaginary = DoubleVector.fromArray(SPECIES, out[2], i);
            DoubleVector crossReal = DoubleVector.fromArray(SPECIES, out[3], i);
            DoubleVector.fromArray(SPECIES, out[4], i).neg().intoArray(out[1], i);
            crossReal.intoArray(out[2], i);
            plusImaginary.intoArray(out[3], i);
            plusReal.neg().intoArray(out[4], i);
        }
    }
}
