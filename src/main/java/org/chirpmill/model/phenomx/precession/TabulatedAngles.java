package org.chirpmill.model.phenomx.precession;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/**
 * The Euler angles of one waveform whose row has a table: {@link AngleInterpolant} without a second interpolation. How
 * far the angles are smooth is read off from the table's pieces. One thread.
 */
final class TabulatedAngles {
    /**
     * How far in log f the angles may be taken for smooth: LEAST_SCALE, more where the table's pieces are wide, and
     * where these had to be narrow, no more than so many times their width in log v.
     */
    private static final double LEAST_SCALE = 0.4;
    private static final double SCALE_BY_WIDTH = 1.5;
    private static final double MOST_BY_WIDTH = 4;
    /** Where epsilon is taken elsewhere it may turn faster next to J than the table's polynomials do. */
    private static final double APART = 0.4;
    /** How much a scale may grow by the distance, in log f, of a narrower piece ahead: pieces take half a scale. */
    private static final double BY_DISTANCE = 2;

    private double[] cubes = Lanes.array(1);
    private double[] rows;
    private int row;
    private int table;
    private int pieces;
    private double share;
    /** Where the scale was last asked for: most often it is asked for near by. */
    private int last;

    /** Turns to the waveform whose precession's block begins at {@code newRow}. */
    void start(double[] newRows, int newRow) {
        rows = newRows;
        row = newRow;
        table = row + (int) rows[row + PrecessionRow.TABLE];
        pieces = (int) rows[table + AngleTableRow.PIECES];
        share = rows[table + AngleTableRow.APART] > 0 ? APART : 1;
        last = 0;
        if (cubes.length < pieces + Lanes.PADDING) {
            cubes = Lanes.array(pieces);
        }
        for (int piece = 0; piece < pieces; piece++) {
            cubes[piece] = 3 * edge(piece + 1);
        }
        LaneMath.exp(cubes, 0, pieces, cubes);
    }

    private double edge(int index) {
        return rows[table + AngleTableRow.EDGES + index];
    }

    private double width(int piece) {
        return edge(piece + 1) - edge(piece);
    }

    /** Adds the frequencies, Hz, where the angles of a mode have joins; the end of these. */
    int joins(int mPrime, double[] out, int at) {
        double logScale = rows[row + PrecessionRow.LOG_VELOCITY_1 + mPrime - 1];
        int count = Math.min((int) rows[table + AngleTableRow.JOINS], out.length - at);
        for (int join = 0; join < count; join++) {
            out[at + join] = StrictMath.exp(3 * (rows[table + AngleTableRow.JOIN_1 + join] - logScale));
        }
        return at + count;
    }

    /** How far around a frequency, Hz, the angles of a mode are smooth. */
    double scale(int mPrime, double frequencyHz) {
        double velocity = rows[row + PrecessionRow.VELOCITY_1 + mPrime - 1];
        double cube = frequencyHz * velocity * velocity * velocity;
        while (last > 0 && cube <= cubes[last - 1]) {
            last--;
        }
        while (last < pieces - 1 && cube > cubes[last]) {
            last++;
        }
        double reach = Math.min(LEAST_SCALE + SCALE_BY_WIDTH * width(last), MOST_BY_WIDTH * width(last));
        for (int ahead = last + 1; ahead < pieces; ahead++) {
            double distance = BY_DISTANCE * (cubes[ahead - 1] / cube - 1);
            if (reach <= distance) {
                break;
            }
            reach = Math.min(reach, distance + MOST_BY_WIDTH * width(ahead));
        }
        return frequencyHz * share * reach;
    }

    /** Writes the angles at points, as {@link AngleInterpolant#angles} does. */
    void angles(int mPrime, double[] points, int stride, int from, int to, double[][] out) {
        AngleTableLanes.angles(rows, table, rows[row + PrecessionRow.LOG_VELOCITY_1 + mPrime - 1],
            points, GridTables.LOGARITHM * stride + from, to - from, out, 0);
    }
}
