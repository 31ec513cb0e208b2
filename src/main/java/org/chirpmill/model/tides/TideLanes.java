package org.chirpmill.model.tides;

import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;
import org.chirpmill.model.lanes.Points;

/**
 * {@link TideKernel} at many points at once. Arguments: the row's block, the points' tables, how long each table is,
 * the first point and their end; results begin at index 0. One thread.
 */
public final class TideLanes {
    private double[] first = Lanes.array(0);
    private double[] second = Lanes.array(0);

    /** Gives the amplitudes of black holes in {@code out} tides. */
    public void amplitude(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        reserve(to - from);
        power(TideKernel.AMPLITUDE_EXPONENT, points, GridTables.LOGARITHM * stride, from, to);
        int frequencies = GridTables.FREQUENCY * stride;
        int roots = GridTables.CUBE_ROOT * stride;
        int newtonian = GridTables.NEWTONIAN_AMPLITUDE * stride;
        double strength = rows[row + TideRow.AMPLITUDE_STRENGTH];
        double linear = rows[row + TideRow.AMPLITUDE_LINEAR];
        double power = rows[row + TideRow.AMPLITUDE_POWER];
        double damping = rows[row + TideRow.AMPLITUDE_DAMPING];
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = from; i < to; i += COUNT) {
            int at = i - from;
            DoubleVector f = DoubleVector.fromArray(SPECIES, points, frequencies + i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector c2 = c.mul(c);
            DoubleVector f2 = f.mul(f);
            DoubleVector rising = DoubleVector.fromArray(SPECIES, first, at).mul(power).add(c2.fma(linear, 1));
            DoubleVector falling = f2.mul(c2).fma(damping, 1);
            DoubleVector tidal = c.mul(f).mul(f2).mul(strength).mul(rising).div(falling);
            tidal.fma(DoubleVector.fromArray(SPECIES, points, newtonian + i),
                DoubleVector.fromArray(SPECIES, out, at)).intoArray(out, at);
        }
        int tapered = Points.firstAtOrAbove(points, stride, from, to, Math.nextUp(rows[row + TideRow.TAPER_START]));
        rise(rows[row + TideRow.TAPER_START], rows[row + TideRow.TAPER_END], points, stride, tapered, to);
        for (int i = tapered; i < to; i += COUNT) {
            one.sub(DoubleVector.fromArray(SPECIES, first, i - tapered))
                .mul(DoubleVector.fromArray(SPECIES, out, i - from)).intoArray(out, i - from);
        }
    }

    /** Adds the tides' phase, rad, to the phases in {@code out}. */
    public void phase(double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        reserve(to - from);
        int blended = Points.firstAtOrAbove(points, stride, from, to, Math.nextUp(rows[row + TideRow.BLEND_START]));
        rise(rows[row + TideRow.BLEND_START], rows[row + TideRow.BLEND_END], points, stride, blended, to);
        System.arraycopy(first, 0, second, blended - from, to - blended);
        int held = Points.firstAtOrAbove(points, stride, from, to, rows[row + TideRow.HELD_FROM]);
        loveNumber(rows, row, points, stride, from, held);
        tuned(rows, row, points, stride, from, held);
        if (held < to) {
            Arrays.fill(first, held - from, to - from,
                TideKernel.tunedPhase(rows, row, rows[row + TideRow.HELD_FROM], rows[row + TideRow.HELD_ROOT]));
        }
        blend(rows, row, points, stride, blended, to, blended - from);
        addWithQuadrupoles(rows, row, points, stride, from, to, out);
    }

    /** How much the Love numbers have grown, into {@code first}. */
    private void loveNumber(double[] rows, int row, double[] points, int stride, int from, int to) {
        int frequencies = GridTables.FREQUENCY * stride;
        double rate = -rows[row + TideRow.LOVE_RATE];
        double exponent = rows[row + TideRow.LOVE_EXPONENT];
        double constant = rows[row + TideRow.LOVE_CONSTANT];
        double slope = rows[row + TideRow.LOVE_SLOPE];
        double height = rows[row + TideRow.LOVE_HEIGHT];
        for (int i = from; i < to; i += COUNT) {
            DoubleVector.fromArray(SPECIES, points, frequencies + i).fma(rate, exponent)
                .intoArray(first, i - from);
        }
        LaneMath.exp(first, 0, to - from, first);
        for (int i = from; i < to; i += COUNT) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, points, frequencies + i);
            DoubleVector wave = DoubleVector.fromArray(SPECIES, first, i - from).add(1);
            DoubleVector.broadcast(SPECIES, height).div(wave).add(f.fma(slope, constant)).intoArray(first, i - from);
        }
    }

    /** The tuned phase, into {@code first}, which holds the Love numbers' growth. */
    private void tuned(double[] rows, int row, double[] points, int stride, int from, int to) {
        int roots = GridTables.CUBE_ROOT * stride;
        int one = row + TideRow.FIRST_STRENGTH;
        int two = row + TideRow.SECOND_STRENGTH;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector c2 = c.mul(c);
            DoubleVector up = c.fma(rows[one + 5], rows[one + 4]).mul(c).add(rows[one + 3]).mul(c).add(rows[one + 2])
                .mul(c).add(rows[one + 1]).mul(c2).add(1);
            DoubleVector down = c.fma(rows[one + 8], rows[one + 7]).mul(c).add(rows[one + 6]).mul(c2).add(1);
            DoubleVector terms = up.mul(rows[one]).div(down);
            up = c.fma(rows[two + 5], rows[two + 4]).mul(c).add(rows[two + 3]).mul(c).add(rows[two + 2])
                .mul(c).add(rows[two + 1]).mul(c2).add(1);
            down = c.fma(rows[two + 8], rows[two + 7]).mul(c).add(rows[two + 6]).mul(c2).add(1);
            terms = up.mul(rows[two]).div(down).add(terms);
            c2.mul(c2).mul(c).mul(DoubleVector.fromArray(SPECIES, first, i - from)).mul(terms)
                .intoArray(first, i - from);
        }
    }

    /** Mixes the post-Newtonian phase into {@code first} by the shares in {@code second}, from {@code at} on. */
    private void blend(double[] rows, int row, double[] points, int stride, int from, int to, int at) {
        int roots = GridTables.CUBE_ROOT * stride;
        int pn = row + TideRow.PN_0;
        for (int i = from; i < to; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector c2 = c.mul(c);
            DoubleVector sum = c.fma(rows[pn + 4], rows[pn + 3]).mul(c).add(rows[pn + 2]).mul(c).add(rows[pn + 1])
                .mul(c2).add(rows[pn]);
            DoubleVector tuned = DoubleVector.fromArray(SPECIES, first, at + i - from);
            c2.mul(c2).mul(c).mul(sum).sub(tuned)
                .fma(DoubleVector.fromArray(SPECIES, second, at + i - from), tuned)
                .intoArray(first, at + i - from);
        }
    }

    private void addWithQuadrupoles(
            double[] rows, int row, double[] points, int stride, int from, int to, double[] out) {
        int roots = GridTables.CUBE_ROOT * stride;
        double minus1 = rows[row + TideRow.QUADRUPOLE_MINUS_1];
        double plus1 = rows[row + TideRow.QUADRUPOLE_1];
        double plus2 = rows[row + TideRow.QUADRUPOLE_2];
        for (int i = from; i < to; i += COUNT) {
            int at = i - from;
            DoubleVector c = DoubleVector.fromArray(SPECIES, points, roots + i);
            DoubleVector quadrupoles = c.fma(plus2, plus1).mul(c).add(DoubleVector.broadcast(SPECIES, minus1).div(c));
            DoubleVector.fromArray(SPECIES, out, at).add(quadrupoles)
                .add(DoubleVector.fromArray(SPECIES, first, at)).intoArray(out, at);
        }
    }

    /** Planck's window between two frequencies, into {@code first}, of points above the start. */
    private void rise(double start, double end, double[] points, int stride, int from, int to) {
        int within = Points.firstAtOrAbove(points, stride, from, to, end);
        int frequencies = GridTables.FREQUENCY * stride;
        double width = end - start;
        for (int i = from; i < within; i += COUNT) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, points, frequencies + i);
            DoubleVector whole = DoubleVector.broadcast(SPECIES, width);
            whole.div(f.sub(start)).add(whole.div(f.sub(end))).intoArray(first, i - from);
        }
        LaneMath.exp(first, 0, within - from, first);
        for (int i = 0; i < within - from; i += COUNT) {
            DoubleVector.broadcast(SPECIES, 1).div(DoubleVector.fromArray(SPECIES, first, i).add(1))
                .intoArray(first, i);
        }
        Arrays.fill(first, within - from, to - from, 1);
    }

    /** f^exponent, into {@code first}. */
    private void power(double exponent, double[] points, int logarithms, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector.fromArray(SPECIES, points, logarithms + i).mul(exponent).intoArray(first, i - from);
        }
        LaneMath.exp(first, 0, to - from, first);
    }

    private void reserve(int points) {
        if (first.length < points + Lanes.PADDING) {
            first = Lanes.array(points);
            second = Lanes.array(points);
        }
    }
}
