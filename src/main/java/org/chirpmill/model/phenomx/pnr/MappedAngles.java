package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.Points;
import org.chirpmill.model.phenomx.precession.AngleInterpolant;
import org.chirpmill.model.phenomx.precession.AngleTableLanes;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessionRow;

/**
 * The Euler angles of each mode of one waveform: those of (2, 2) at the frequencies to which {@link AngleMapKernel}
 * maps. One thread.
 */
final class MappedAngles {
    private static final int QUADRUPOLE = 2;

    private final AngleInterpolant quadrupole = new AngleInterpolant();
    private final double[] joins = new double[AngleTableRow.MOST_JOINS];
    private double[] logs = Lanes.array(1);
    private double[] rows;
    private int row;

    /** Turns to the waveform whose row begins at {@code newRow}. */
    void start(double[] newRows, int newRow) {
        rows = newRows;
        row = newRow;
        // Of rows with tables it needs neither frequencies nor a tolerance.
        quadrupole.start(rows, row + PnrRow.PRECESSION, QUADRUPOLE, 1, QUADRUPOLE, 1, 0);
    }

    /**
     * Adds the frequencies, Hz, where the angles of a mode have joins; the end of these.
     *
     * @param map where the mode's map begins; 0 of (2, 2)
     */
    int joins(int map, int m, double[] out, int at) {
        if (map == 0) {
            return quadrupole.joins(QUADRUPOLE, out, at);
        }
        double join1 = rows[map + AngleMapRow.JOIN_1];
        double join2 = rows[map + AngleMapRow.JOIN_2];
        out[at] = join1;
        out[at + 1] = join2;
        int next = at + 2;
        int count = quadrupole.joins(QUADRUPOLE, joins, 0);
        double mapped1 = 2 * join1 / m;
        double mapped2 = join2 + rows[map + AngleMapRow.UPPER_CONSTANT];
        for (int join = 0; join < count && next < out.length; join++) {
            double mapped = joins[join];
            if (mapped <= mapped1) {
                out[next] = mapped * m / 2;
            } else if (mapped <= mapped2) {
                out[next] = (mapped - rows[map + AngleMapRow.MIDDLE_CONSTANT]) / rows[map + AngleMapRow.MIDDLE_SLOPE];
            } else {
                out[next] = mapped - rows[map + AngleMapRow.UPPER_CONSTANT];
            }
            next++;
        }
        return next;
    }

    /** How far around a frequency, Hz, the angles of a mode are smooth. */
    double scale(int map, int m, double frequencyHz) {
        if (map == 0) {
            return quadrupole.scale(QUADRUPOLE, frequencyHz);
        }
        double slope = 1;
        if (frequencyHz <= rows[map + AngleMapRow.JOIN_1]) {
            slope = 2.0 / m;
        } else if (frequencyHz <= rows[map + AngleMapRow.JOIN_2]) {
            slope = rows[map + AngleMapRow.MIDDLE_SLOPE];
        }
        return quadrupole.scale(QUADRUPOLE, AngleMapKernel.frequency(rows, map, m, frequencyHz)) / slope;
    }

    /** Writes the angles of a mode at points: alpha and epsilon, rad, cos(beta / 2) and sin(beta / 2). */
    void angles(int map, int m, double[] points, int stride, int from, int to, double[][] out) {
        double logScale = rows[row + PnrRow.PRECESSION + PrecessionRow.LOG_VELOCITY_2];
        if (map == 0) {
            AngleTableLanes.angles(rows, row + PnrRow.TABLE, logScale, points, GridTables.LOGARITHM * stride + from,
                to - from, out, 0);
            return;
        }
        if (logs.length < to - from + Lanes.PADDING) {
            logs = Lanes.array(to - from);
        }
        int table = GridTables.FREQUENCY * stride;
        int first = Points.firstAbove(points, table, from, to, rows[map + AngleMapRow.JOIN_1]);
        int second = Points.firstAbove(points, table, first, to, rows[map + AngleMapRow.JOIN_2]);
        map(2.0 / m, 0, points, table, from, first, from);
        map(rows[map + AngleMapRow.MIDDLE_SLOPE], rows[map + AngleMapRow.MIDDLE_CONSTANT], points, table, first,
            second, from);
        map(1, rows[map + AngleMapRow.UPPER_CONSTANT], points, table, second, to, from);
        // Beyond the last point whatever is there: whole vectors need positive numbers.
        for (int i = to - from; i < to - from + COUNT; i++) {
            logs[i] = 1;
        }
        LaneMath.log(logs, 0, to - from, logs);
        AngleTableLanes.angles(rows, row + PnrRow.TABLE, logScale, logs, 0, to - from, out, 0);
    }

    /** Each piece writes up to a vector more than it has, which the next writes again. */
    private void map(double slope, double constant, double[] points, int table, int begin, int end, int from) {
        for (int i = begin; i < end; i += COUNT) {
            DoubleVector.fromArray(SPECIES, points, table + i).fma(slope, constant).intoArray(logs, i - from);
        }
    }
}
