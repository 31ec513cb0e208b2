package org.chirpmill.model.phenomx.pnr;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.Points;

/** {@link AntisymmetricKernel} at many points at once. */
final class AntisymmetricLanes {
    private AntisymmetricLanes() {}

    /**
     * Multiplies amplitudes of the symmetric part by the ratio.
     *
     * @param rows coefficient rows
     * @param block where the block begins
     * @param points the points' tables, those of the grid itself where bins are not equally spaced
     * @param stride how long each table is
     * @param from first point
     * @param to end of the points
     * @param amplitude of the first point at 0
     */
    static void timesRatio(
            double[] rows, int block, double[] points, int stride, int from, int to, double[] amplitude) {
        double perHz = rows[block + AntisymmetricRow.INVERSE_SPACING];
        int table = GridTables.FREQUENCY * stride;
        int pieces = (int) rows[block + AntisymmetricRow.COUNT];
        double firstPlace = rows[block + AntisymmetricRow.FIRST];
        double begin = perHz > 0 ? (points[table + from] - firstPlace) * perHz : from - firstPlace;
        int piece = AntisymmetricKernel.piece(rows, block, begin);
        for (int point = from; point < to; piece++) {
            double last = rows[block + AntisymmetricRow.EDGES + piece];
            double first = piece > 0 ? rows[block + AntisymmetricRow.EDGES + piece - 1] + 1 : 0;
            int next = to;
            if (piece < pieces - 1) {
                next = perHz > 0 ? Points.firstAbove(points, table, point, to, firstPlace + (last + 0.5) / perHz)
                    : Math.clamp((long) (firstPlace + last) + 1, point, to);
            }
            double inverse = 1 / Math.max(1, last - first);
            int at = block + AntisymmetricRow.COEFFICIENTS + piece * AntisymmetricRow.TERMS;
            if (perHz > 0) {
                double shift = -(2 * perHz * firstPlace + first + last) * inverse;
                polynomial(rows, at, points, table + point, 2 * perHz * inverse, shift, next - point, amplitude,
                    point - from);
            } else {
                for (int i = point; i < next; i++) {
                    double t = (2 * (i - firstPlace) - first - last) * inverse;
                    amplitude[i - from] *= polynomial(rows, at, t);
                }
            }
            point = next;
        }
    }

    /** Multiplies by a piece's polynomial; whole vectors at its end would reach into the next piece. */
    private static void polynomial(double[] rows, int a, double[] points, int point, double scale, double shift,
            int count, double[] amplitude, int at) {
        int whole = count - count % COUNT;
        for (int i = 0; i < whole; i += COUNT) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, points, point + i).fma(scale, shift);
            DoubleVector sum = DoubleVector.broadcast(SPECIES, rows[a + AntisymmetricRow.TERMS - 1]);
            for (int k = AntisymmetricRow.TERMS - 2; k >= 0; k--) {
                sum = sum.fma(t, DoubleVector.broadcast(SPECIES, rows[a + k]));
            }
            DoubleVector.fromArray(SPECIES, amplitude, at + i).mul(sum).intoArray(amplitude, at + i);
        }
        for (int i = whole; i < count; i++) {
            amplitude[at + i] *= polynomial(rows, a, Math.fma(points[point + i], scale, shift));
        }
    }

    private static double polynomial(double[] rows, int a, double t) {
        double sum = rows[a + AntisymmetricRow.TERMS - 1];
        for (int k = AntisymmetricRow.TERMS - 2; k >= 0; k--) {
            sum = Math.fma(sum, t, rows[a + k]);
        }
        return sum;
    }

    /**
     * Replaces phases of the symmetric part, the first at 0, by those of the antisymmetric one.
     *
     * @param alpha the Euler angles of the points, rad, the first at 0; whole turns between them go, which would keep
     *     polynomials from holding
     */
    static void turn(double[] rows, int block, double[] points, int stride, int from, int to, double[] alpha,
            double[] phase) {
        for (int i = 1; i < to - from; i++) {
            alpha[i] -= 2 * Math.PI * Math.rint((alpha[i] - alpha[i - 1]) / (2 * Math.PI));
        }
        int join = Points.firstAtOrAbove(points, stride, from, to, rows[block + AntisymmetricRow.JOIN]) - from;
        double constant = rows[block + AntisymmetricRow.LOWER_CONSTANT];
        double slope = rows[block + AntisymmetricRow.LOWER_SLOPE];
        double upper = rows[block + AntisymmetricRow.UPPER_CONSTANT];
        int table = GridTables.FREQUENCY * stride + from;
        int whole = join - join % COUNT;
        for (int i = 0; i < whole; i += COUNT) {
            DoubleVector.fromArray(SPECIES, phase, i).mul(0.5).add(DoubleVector.fromArray(SPECIES, alpha, i))
                .add(DoubleVector.fromArray(SPECIES, points, table + i).fma(slope, constant)).intoArray(phase, i);
        }
        for (int i = whole; i < join; i++) {
            phase[i] = 0.5 * phase[i] + alpha[i] + Math.fma(points[table + i], slope, constant);
        }
        for (int i = join; i < to - from; i++) {
            phase[i] += upper;
        }
    }
}
