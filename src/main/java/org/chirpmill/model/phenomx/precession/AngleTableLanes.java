package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.lanes.Points;

/** {@link AngleTableKernel} at many points at once. */
public final class AngleTableLanes {
    private AngleTableLanes() {}

    /**
     * Writes the angles at points of ascending velocities v = (pi M f22)^(1/3).
     *
     * @param rows coefficient rows
     * @param table where the table begins, laid out as {@link AngleTableRow} says
     * @param logScale log v is a third of the points' number plus this, such as {@link PrecessionRow#LOG_VELOCITY_1}
     * @param logs natural logarithms of the frequencies, ascending; the first is at {@code log}
     * @param count how many points
     * @param out receives alpha and epsilon, rad, cos(beta / 2) and sin(beta / 2)
     * @param at where the first goes in each of the four
     */
    public static void angles(double[] rows, int table, double logScale, double[] logs, int log, int count,
            double[][] out, int at) {
        int room = (int) rows[table + AngleTableRow.ROOM];
        int pieces = (int) rows[table + AngleTableRow.PIECES];
        int end = log + count;
        int index = AngleTableKernel.index(rows, table, logScale + logs[log] / 3);
        for (int point = log; point < end; index++) {
            double edge = 3 * (rows[table + AngleTableRow.EDGES + index + 1] - logScale);
            int next = index == pieces - 1 ? end : Points.firstAbove(logs, 0, point, end, Math.nextDown(edge));
            if (next > point) {
                polynomials(rows, table + AngleTableRow.piece(room, index), logScale, logs, point, next,
                    out, at + point - log);
            }
            point = next;
        }
    }

    private static void polynomials(double[] rows, int piece, double logScale, double[] logs, int from, int to,
            double[][] out, int at) {
        double scale = rows[piece + AngleTableRow.SCALE];
        double shift = scale * (logScale - rows[piece + AngleTableRow.MIDDLE]);
        int first = piece + AngleTableRow.COEFFICIENTS;
        int last = first + AngleTableRow.NODES - 1;
        double[] alpha = out[0];
        double[] epsilon = out[1];
        double[] cosHalf = out[2];
        double[] sinHalf = out[3];
        for (int i = from; i < to; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, logs, i).fma(scale / 3, shift);
            u = u.blend(-1, u.compare(LT, -1));
            u = u.blend(1, u.compare(GT, 1));
            DoubleVector sum0 = DoubleVector.broadcast(SPECIES, rows[last]);
            DoubleVector sum1 = DoubleVector.broadcast(SPECIES, rows[last + AngleTableRow.NODES]);
            DoubleVector sum2 = DoubleVector.broadcast(SPECIES, rows[last + 2 * AngleTableRow.NODES]);
            DoubleVector sum3 = DoubleVector.broadcast(SPECIES, rows[last + 3 * AngleTableRow.NODES]);
            for (int k = last - 1; k >= first; k--) {
                sum0 = sum0.fma(u, DoubleVector.broadcast(SPECIES, rows[k]));
                sum1 = sum1.fma(u, DoubleVector.broadcast(SPECIES, rows[k + AngleTableRow.NODES]));
                sum2 = sum2.fma(u, DoubleVector.broadcast(SPECIES, rows[k + 2 * AngleTableRow.NODES]));
                sum3 = sum3.fma(u, DoubleVector.broadcast(SPECIES, rows[k + 3 * AngleTableRow.NODES]));
            }
            int place = at + i - from;
            sum0.intoArray(alpha, place);
            sum1.intoArray(epsilon, place);
            sum2.intoArray(cosHalf, place);
            sum3.intoArray(sinHalf, place);
        }
    }
}
