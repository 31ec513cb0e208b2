package org.chirpmill.model.phenomx.precession;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.GridTables;

/** {@link SingleSpinKernel} at many points at once, in its names, and how far its angles are smooth. */
public final class SingleSpinLanes {
    private SingleSpinLanes() {}

    /**
     * Writes the angles at points.
     *
     * @param rows coefficient rows
     * @param row offset of the block, laid out as {@link PrecessionRow} says
     * @param points the points' tables
     * @param stride how long each table is
     * @param from first point
     * @param to end of the points
     * @param out receives alpha and epsilon, rad, cos(beta / 2) and sin(beta / 2) from index 0 on
     */
    public static void angles(
            double[] rows, int row, double[] points, int stride, int from, int to, double[][] out) {
        series(rows, row, row + PrecessionRow.PHI_MINUS_3, rows[row + PrecessionRow.ALPHA_CONSTANT],
            points, stride, from, to, out[0]);
        series(rows, row, row + PrecessionRow.ZETA_MINUS_3, rows[row + PrecessionRow.EPSILON_CONSTANT],
            points, stride, from, to, out[1]);
        opening(rows, row, points, stride, from, to, out[2], out[3]);
    }

    private static void series(double[] rows, int row, int first, double constant,
            double[] points, int stride, int from, int to, double[] out) {
        double scale = rows[row + PrecessionRow.VELOCITY_2];
        double logScale = rows[row + PrecessionRow.LOG_VELOCITY_2];
        int roots = GridTables.CUBE_ROOT * stride;
        int logs = GridTables.LOGARITHM * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, points, roots + i).mul(scale);
            DoubleVector u = DoubleVector.broadcast(SPECIES, 1).div(v);
            DoubleVector logV = DoubleVector.fromArray(SPECIES, points, logs + i).mul(1.0 / 3).add(logScale);
            DoubleVector falling = u.fma(rows[first], rows[first + 1])
                .fma(u, DoubleVector.broadcast(SPECIES, rows[first + 2]));
            DoubleVector rest = logV.fma(DoubleVector.broadcast(SPECIES, rows[first + 3]),
                v.fma(rows[first + 4], constant));
            falling.fma(u, rest).intoArray(out, i - from);
        }
    }

    private static void opening(double[] rows, int row, double[] points, int stride, int from, int to,
            double[] cosHalf, double[] sinHalf) {
        double scale = rows[row + PrecessionRow.VELOCITY_2];
        double eta = rows[row + PrecessionRow.ETA];
        // Not 0, by which spins along L and no momentum would divide.
        double w = Math.max(rows[row + PrecessionRow.PERP_SQUARED], Double.MIN_NORMAL);
        int roots = GridTables.CUBE_ROOT * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, points, roots + i).mul(scale);
            DoubleVector v2 = v.mul(v);
            DoubleVector along = v2.fma(rows[row + PrecessionRow.MOMENTUM_4], rows[row + PrecessionRow.MOMENTUM_2])
                .fma(v2, DoubleVector.broadcast(SPECIES, 1)).mul(eta).div(v)
                .add(rows[row + PrecessionRow.ALONG]).abs();
            DoubleVector total = along.fma(along, DoubleVector.broadcast(SPECIES, w)).sqrt();
            DoubleVector sum = total.add(along);
            // With cos beta = along / total the half angles' squares are sum / (2 total) and w / (2 total sum).
            DoubleVector half = DoubleVector.broadcast(SPECIES, 0.5).div(total);
            sum.mul(half).sqrt().intoArray(cosHalf, i - from);
            half.mul(w).div(sum).sqrt().intoArray(sinHalf, i - from);
        }
    }

    /** How far, Hz, the angles' poles are: zero frequency, and where J^2 = 0. */
    public static double scale(double[] rows, int row, double frequencyHz) {
        double v = rows[row + PrecessionRow.VELOCITY_2] * CubeRoot.of(frequencyHz);
        double along = SingleSpinKernel.along(rows, row, v);
        double total = Math.sqrt(along * along + rows[row + PrecessionRow.PERP_SQUARED]);
        double slope = Math.abs(SingleSpinKernel.slope(rows, row, v)) * v / 3;
        return slope > total ? total / slope * frequencyHz : frequencyHz;
    }
}
