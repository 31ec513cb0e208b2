package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.chirpmill.model.lanes.LaneMath;
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
        boolean isApart = rows[table + AngleTableRow.APART] > 0;
        int pieces = (int) rows[table + AngleTableRow.PIECES];
        int end = log + count;
        int index = AngleTableKernel.index(rows, table, logScale + logs[log] / 3);
        for (int point = log; point < end; index++) {
            double edge = 3 * (rows[table + AngleTableRow.EDGES + index + 1] - logScale);
            int next = index == pieces - 1 ? end : Points.firstAbove(logs, 0, point, end, Math.nextDown(edge));
            if (next > point) {
                int piece = table + AngleTableRow.piece(room, index);
                int place = at + point - log;
                if (isApart) {
                    apart(rows, piece, logScale, logs, point, next, out[0], place);
                    LaneMath.arctangent(out[0], place, place + next - point, out[0]);
                } else {
                    Arrays.fill(out[0], place, place + next - point + COUNT, 0);
                }
                polynomials(rows, piece, logScale, logs, point, next, out, place);
                LaneMath.arctangent(out[2], place, place + next - point, out[2]);
                turn(rows, piece, logScale, logs, point, next, isApart, out, place);
            }
            point = next;
        }
    }

    /** Leaves the tangent of half the other alpha's rest. */
    private static void apart(double[] rows, int piece, double logScale, double[] logs, int from, int to,
            double[] tangents, int at) {
        double scale = rows[piece + AngleTableRow.SCALE];
        double shift = scale * (logScale - rows[piece + AngleTableRow.MIDDLE]);
        int first = piece + AngleTableRow.COEFFICIENTS + 4 * AngleTableRow.NODES;
        int last = first + AngleTableRow.NODES - 1;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, logs, i).fma(scale / 3, shift);
            u = u.blend(-1, u.compare(LT, -1));
            u = u.blend(1, u.compare(GT, 1));
            DoubleVector real = DoubleVector.broadcast(SPECIES, rows[last]);
            DoubleVector imaginary = DoubleVector.broadcast(SPECIES, rows[last + AngleTableRow.NODES]);
            for (int k = last - 1; k >= first; k--) {
                real = real.fma(u, DoubleVector.broadcast(SPECIES, rows[k]));
                imaginary = imaginary.fma(u, DoubleVector.broadcast(SPECIES, rows[k + AngleTableRow.NODES]));
            }
            DoubleVector norm = real.fma(real, imaginary.mul(imaginary)).sqrt();
            VectorMask<Double> isBehind = real.compare(LT, 0);
            DoubleVector top = imaginary.blend(norm.sub(real), isBehind);
            DoubleVector bottom = norm.add(real).add(Double.MIN_NORMAL).blend(imaginary, isBehind);
            top.div(bottom).intoArray(tangents, at + i - from);
        }
    }

    /**
     * Leaves the first function less twice what is there, the larger half angle, the tangent of half alpha's rest and
     * the smaller half angle.
     */
    private static void polynomials(double[] rows, int piece, double logScale, double[] logs, int from, int to,
            double[][] out, int at) {
        double scale = rows[piece + AngleTableRow.SCALE];
        double shift = scale * (logScale - rows[piece + AngleTableRow.MIDDLE]);
        int first = piece + AngleTableRow.COEFFICIENTS;
        int last = first + AngleTableRow.NODES - 1;
        double[] phases = out[0];
        double[] largers = out[1];
        double[] tangents = out[2];
        double[] smallers = out[3];
        for (int i = from; i < to; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, logs, i).fma(scale / 3, shift);
            u = u.blend(-1, u.compare(LT, -1));
            u = u.blend(1, u.compare(GT, 1));
            DoubleVector phase = DoubleVector.broadcast(SPECIES, rows[last]);
            DoubleVector larger = DoubleVector.broadcast(SPECIES, rows[last + AngleTableRow.NODES]);
            DoubleVector real = DoubleVector.broadcast(SPECIES, rows[last + 2 * AngleTableRow.NODES]);
            DoubleVector imaginary = DoubleVector.broadcast(SPECIES, rows[last + 3 * AngleTableRow.NODES]);
            for (int k = last - 1; k >= first; k--) {
                phase = phase.fma(u, DoubleVector.broadcast(SPECIES, rows[k]));
                larger = larger.fma(u, DoubleVector.broadcast(SPECIES, rows[k + AngleTableRow.NODES]));
                real = real.fma(u, DoubleVector.broadcast(SPECIES, rows[k + 2 * AngleTableRow.NODES]));
                imaginary = imaginary.fma(u, DoubleVector.broadcast(SPECIES, rows[k + 3 * AngleTableRow.NODES]));
            }
            DoubleVector smaller = real.fma(real, imaginary.mul(imaginary)).sqrt();
            VectorMask<Double> isBehind = real.compare(LT, 0);
            DoubleVector top = imaginary.blend(smaller.sub(real), isBehind);
            DoubleVector bottom = smaller.add(real).add(Double.MIN_NORMAL).blend(imaginary, isBehind);
            int place = at + i - from;
            DoubleVector.fromArray(SPECIES, phases, place).fma(DoubleVector.broadcast(SPECIES, -2), phase)
                .intoArray(phases, place);
            larger.intoArray(largers, place);
            top.div(bottom).intoArray(tangents, place);
            smaller.intoArray(smallers, place);
        }
    }

    /** Makes angles of these, the tangent's arctangent having been taken. */
    private static void turn(double[] rows, int piece, double logScale, double[] logs, int from, int to,
            boolean isApart, double[][] out, int at) {
        double share = isApart ? 0 : 2;
        double scale = rows[piece + AngleTableRow.SCALE];
        double shift = scale * (logScale - rows[piece + AngleTableRow.MIDDLE]);
        double mean = rows[piece + AngleTableRow.MEAN_0];
        double slope = rows[piece + AngleTableRow.MEAN_1];
        double pole = rows[piece + AngleTableRow.POLE];
        double[] alphas = out[0];
        double[] epsilons = out[1];
        double[] toLarger = out[pole > 0 ? 2 : 3];
        double[] toSmaller = out[pole > 0 ? 3 : 2];
        for (int i = from; i < to; i += COUNT) {
            int place = at + i - from;
            DoubleVector u = DoubleVector.fromArray(SPECIES, logs, i).fma(scale / 3, shift);
            u = u.blend(-1, u.compare(LT, -1));
            u = u.blend(1, u.compare(GT, 1));
            DoubleVector phase = DoubleVector.fromArray(SPECIES, out[0], place);
            DoubleVector larger = DoubleVector.fromArray(SPECIES, out[1], place);
            DoubleVector half = DoubleVector.fromArray(SPECIES, out[2], place);
            DoubleVector smaller = DoubleVector.fromArray(SPECIES, out[3], place);
            DoubleVector middle = u.fma(slope, mean);
            half.fma(DoubleVector.broadcast(SPECIES, 2), middle).intoArray(alphas, place);
            half.fma(DoubleVector.broadcast(SPECIES, share), middle).sub(phase).mul(pole).intoArray(epsilons, place);
            larger.intoArray(toLarger, place);
            smaller.intoArray(toSmaller, place);
        }
    }
}
