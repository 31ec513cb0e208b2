package org.chirpmill.model.lanes;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;

/** The terms of {@link org.chirpmill.model.PiecewiseTerms}, many points at once. */
public final class PiecewiseLanes {
    private PiecewiseLanes() {}

    /** f^(-7/6) (1 + sum of a_k c^k), k = 2 ... 9, from the eight coefficients at {@code a}. */
    public static void inspiralAmplitude(
            double[] rows, int a, double[] points, int stride, int from, int to, double[] out, int at) {
        int roots = GridTables.CUBE_ROOT * stride;
        int newtonian = GridTables.NEWTONIAN_AMPLITUDE * stride;
        double a0 = rows[a];
        double a1 = rows[a + 1];
        double a2 = rows[a + 2];
        double a3 = rows[a + 3];
        double a4 = rows[a + 4];
        double a5 = rows[a + 5];
        double a6 = rows[a + 6];
        double a7 = rows[a + 7];
        for (int i = from; i < to; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector sum = c.fma(a7, a6);
            sum = sum.fma(c, DoubleVector.broadcast(SPECIES, a5));
            sum = sum.fma(c, DoubleVector.broadcast(SPECIES, a4));
            sum = sum.fma(c, DoubleVector.broadcast(SPECIES, a3));
            sum = sum.fma(c, DoubleVector.broadcast(SPECIES, a2));
            sum = sum.fma(c, DoubleVector.broadcast(SPECIES, a1));
            sum = sum.fma(c, DoubleVector.broadcast(SPECIES, a0));
            sum = sum.fma(c.mul(c), DoubleVector.broadcast(SPECIES, 1));
            sum.mul(DoubleVector.fromArray(SPECIES, points, newtonian + i)).intoArray(out, at + i - from);
        }
    }

    /** Newton's polynomial through start (twice), middle and end from the five coefficients at {@code a}. */
    public static void newton(
            double[] rows, int a, double start, double middle, double end,
            double[] points, int stride, int from, int to, double[] out, int at) {
        int frequencies = GridTables.FREQUENCY * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, points, frequencies + i);
            DoubleVector fromStart = f.sub(start);
            DoubleVector sum = f.sub(end).mul(rows[a + 4]).add(rows[a + 3]);
            sum = sum.mul(f.sub(middle)).add(rows[a + 2]);
            sum = sum.mul(fromStart).add(rows[a + 1]);
            sum.mul(fromStart).add(rows[a]).intoArray(out, at + i - from);
        }
    }

    /**
     * The inspiral's phase: sum of a_k c^k, k = -5, -3, -2, -1, 0 ... 6, from the eleven coefficients at {@code a},
     * plus log f (log0 + log1 c + log3 c^3).
     */
    public static void inspiralPhase(
            double[] rows, int a, double log0, double log1, double log3,
            double[] points, int stride, int from, int to, double[] out, int at) {
        int roots = GridTables.CUBE_ROOT * stride;
        int leading = GridTables.LEADING_PHASE * stride;
        int logarithms = GridTables.LOGARITHM * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector c2 = c.mul(c);
            DoubleVector falling = c.fma(rows[a + 3], rows[a + 2]);
            falling = falling.fma(c, DoubleVector.broadcast(SPECIES, rows[a + 1]));
            falling = falling.fma(c2, DoubleVector.broadcast(SPECIES, rows[a]));
            DoubleVector rising = c.fma(rows[a + 10], rows[a + 9]);
            rising = rising.fma(c, DoubleVector.broadcast(SPECIES, rows[a + 8]));
            rising = rising.fma(c, DoubleVector.broadcast(SPECIES, rows[a + 7]));
            rising = rising.fma(c, DoubleVector.broadcast(SPECIES, rows[a + 6]));
            rising = rising.fma(c, DoubleVector.broadcast(SPECIES, rows[a + 5]));
            rising = rising.fma(c, DoubleVector.broadcast(SPECIES, rows[a + 4]));
            DoubleVector logarithmic = c2.fma(log3, log1).fma(c, DoubleVector.broadcast(SPECIES, log0));
            rising = logarithmic.fma(DoubleVector.fromArray(SPECIES, points, logarithms + i), rising);
            falling.fma(DoubleVector.fromArray(SPECIES, points, leading + i), rising).intoArray(out, at + i - from);
        }
    }

    /**
     * constant + linear f + twoThirds f^(2/3) + log LOG f + (inverse1 + (inverse2 + inverse3 / f) / f) / f
     * + arctan ANGLE.
     *
     * @param angle the arctangents, the first at {@code at}; may be the results' array
     */
    public static void latePhase(
            double constant, double linear, double twoThirds, double log, double inverse1, double inverse2,
            double inverse3, double arctan, double[] angle,
            double[] points, int stride, int from, int to, double[] out, int at) {
        int frequencies = GridTables.FREQUENCY * stride;
        int roots = GridTables.CUBE_ROOT * stride;
        int logarithms = GridTables.LOGARITHM * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, points, frequencies + i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1).div(f);
            DoubleVector falling = inverse.fma(inverse3, inverse2)
                .fma(inverse, DoubleVector.broadcast(SPECIES, inverse1));
            DoubleVector sum = f.fma(linear, constant);
            sum = c.mul(c).fma(DoubleVector.broadcast(SPECIES, twoThirds), sum);
            sum = DoubleVector.fromArray(SPECIES, points, logarithms + i)
                .fma(DoubleVector.broadcast(SPECIES, log), sum);
            sum = falling.fma(inverse, sum);
            DoubleVector.fromArray(SPECIES, angle, at + i - from)
                .fma(DoubleVector.broadcast(SPECIES, arctan), sum).intoArray(out, at + i - from);
        }
    }

    /** atan((f - centre) scale). */
    public static void arctangent(
            double centre, double scale, double[] points, int stride, int from, int to, double[] out, int at) {
        offset(centre, scale, points, stride, from, to, out, at);
        LaneMath.arctangent(out, at, at + to - from, out);
    }

    /** height exp(-slope (f - centre)) / ((f - centre)^2 + widthSquared). */
    public static void fallingLorentzian(
            double height, double slope, double centre, double widthSquared,
            double[] points, int stride, int from, int to, double[] out, int at) {
        offset(centre, -slope, points, stride, from, to, out, at);
        LaneMath.exp(out, at, at + to - from, out);
        lorentzian(height, centre, widthSquared, out, points, stride, from, to, out, at);
    }

    /** Multiplies by f^(-7/6). */
    public static void timesNewtonian(double[] points, int stride, int from, int to, double[] out, int at) {
        int newtonian = GridTables.NEWTONIAN_AMPLITUDE * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector.fromArray(SPECIES, points, newtonian + i)
                .mul(DoubleVector.fromArray(SPECIES, out, at + i - from)).intoArray(out, at + i - from);
        }
    }

    /** (f - centre) scale. */
    public static void offset(
            double centre, double scale, double[] points, int stride, int from, int to, double[] out, int at) {
        int frequencies = GridTables.FREQUENCY * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector.fromArray(SPECIES, points, frequencies + i).sub(centre).mul(scale)
                .intoArray(out, at + i - from);
        }
    }

    /** height exponential / ((f - centre)^2 + widthSquared), the exponentials beginning at {@code at}. */
    private static void lorentzian(
            double height, double centre, double widthSquared, double[] exponential,
            double[] points, int stride, int from, int to, double[] out, int at) {
        int frequencies = GridTables.FREQUENCY * stride;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector away = DoubleVector.fromArray(SPECIES, points, frequencies + i).sub(centre);
            DoubleVector.fromArray(SPECIES, exponential, at + i - from).mul(height)
                .div(away.fma(away, DoubleVector.broadcast(SPECIES, widthSquared))).intoArray(out, at + i - from);
        }
    }

    /** Replaces u by sum of a_k u^k, k = 0 ... degree, from the coefficients at {@code a}. */
    public static void polynomial(double[] rows, int a, int degree, int from, int to, double[] out) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, out, i);
            DoubleVector sum = DoubleVector.broadcast(SPECIES, rows[a + degree]);
            for (int k = degree - 1; k >= 0; k--) {
                sum = sum.fma(u, DoubleVector.broadcast(SPECIES, rows[a + k]));
            }
            sum.intoArray(out, i);
        }
    }

    /** Multiplies by a number. */
    public static void times(double factor, int from, int to, double[] out) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector.fromArray(SPECIES, out, i).mul(factor).intoArray(out, i);
        }
    }
}
