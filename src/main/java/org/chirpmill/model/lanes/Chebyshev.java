package org.chirpmill.model.lanes;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Polynomials through the extrema of a Chebyshev polynomial on an interval. Its ends are among them, so that nothing
 * hides between the last node of one interval and the first of the next. What is wanted are the powers' coefficients,
 * which evaluate fastest, and, as the measure of what the polynomial misses, the last of the Chebyshev series.
 *
 * <p>A record because the compiler trusts its components to be constants, and unrolls the loops over nodes.
 *
 * @param nodes how many nodes there are, one more than the degree
 * @param stride how far apart the coefficients of one polynomial and the next have to lie: whole vectors
 * @param places the nodes on the interval from -1 to 1, ascending
 * @param toPowers what each node's value adds to the powers' coefficients, {@code stride} numbers a node
 */
public record Chebyshev(int nodes, int stride, double[] places, double[] toPowers) {
    /** Polynomials through so many nodes. */
    public static Chebyshev ofNodes(int nodes) {
        int stride = (nodes + COUNT - 1) / COUNT * COUNT;
        double[] places = new double[nodes];
        double[] toPowers = new double[nodes * stride];
        double[][] series = powersOfSeries(nodes);
        int last = nodes - 1;
        for (int j = 0; j < nodes; j++) {
            double angle = Math.PI * (last - j) / last;
            places[j] = StrictMath.cos(angle);
            for (int n = 0; n < nodes; n++) {
                double weight = 2.0 / last * StrictMath.cos(n * angle)
                    / ((j == 0 || j == last ? 2 : 1) * (n == 0 || n == last ? 2 : 1));
                for (int k = 0; k <= n; k++) {
                    toPowers[j * stride + k] += weight * series[n][k];
                }
            }
        }
        return new Chebyshev(nodes, stride, places, toPowers);
    }

    /**
     * The coefficients of u^k, k = 0, 1, ..., u between -1 and 1, from the values at the nodes.
     *
     * @param values the values, the first at {@code from}
     * @param from where they begin
     * @param out receives {@link #stride} coefficients, of which those beyond the nodes' number are zero
     * @param at where they begin
     */
    public void coefficients(double[] values, int from, double[] out, int at) {
        for (int k = 0; k < stride; k += COUNT) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int j = 0; j < nodes; j++) {
                sum = DoubleVector.fromArray(SPECIES, toPowers, j * stride + k)
                    .fma(DoubleVector.broadcast(SPECIES, values[from + j]), sum);
            }
            sum.intoArray(out, at + k);
        }
    }

    /** The same of four functions at once, whose sums do not wait for each other; results follow {@link #stride}. */
    public void coefficients(
            double[] values0, double[] values1, double[] values2, double[] values3, int from, double[] out, int at) {
        for (int k = 0; k < stride; k += COUNT) {
            DoubleVector sum0 = DoubleVector.zero(SPECIES);
            DoubleVector sum1 = DoubleVector.zero(SPECIES);
            DoubleVector sum2 = DoubleVector.zero(SPECIES);
            DoubleVector sum3 = DoubleVector.zero(SPECIES);
            for (int j = 0; j < nodes; j++) {
                DoubleVector weight = DoubleVector.fromArray(SPECIES, toPowers, j * stride + k);
                sum0 = weight.fma(DoubleVector.broadcast(SPECIES, values0[from + j]), sum0);
                sum1 = weight.fma(DoubleVector.broadcast(SPECIES, values1[from + j]), sum1);
                sum2 = weight.fma(DoubleVector.broadcast(SPECIES, values2[from + j]), sum2);
                sum3 = weight.fma(DoubleVector.broadcast(SPECIES, values3[from + j]), sum3);
            }
            sum0.intoArray(out, at + k);
            sum1.intoArray(out, at + stride + k);
            sum2.intoArray(out, at + 2 * stride + k);
            sum3.intoArray(out, at + 3 * stride + k);
        }
    }

    /** Evaluates four polynomials, whose coefficients follow each other, as {@link #evaluate} does one. */
    public void evaluate(double[] coefficients, int first, double scale, double shift,
            double[] x, int from, int to, double[][] out, int at) {
        double[] out0 = out[0];
        double[] out1 = out[1];
        double[] out2 = out[2];
        double[] out3 = out[3];
        for (int i = from; i < to; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, i).fma(scale, shift);
            int last = first + nodes - 1;
            DoubleVector sum0 = DoubleVector.broadcast(SPECIES, coefficients[last]);
            DoubleVector sum1 = DoubleVector.broadcast(SPECIES, coefficients[last + stride]);
            DoubleVector sum2 = DoubleVector.broadcast(SPECIES, coefficients[last + 2 * stride]);
            DoubleVector sum3 = DoubleVector.broadcast(SPECIES, coefficients[last + 3 * stride]);
            for (int k = last - 1; k >= first; k--) {
                sum0 = sum0.fma(u, DoubleVector.broadcast(SPECIES, coefficients[k]));
                sum1 = sum1.fma(u, DoubleVector.broadcast(SPECIES, coefficients[k + stride]));
                sum2 = sum2.fma(u, DoubleVector.broadcast(SPECIES, coefficients[k + 2 * stride]));
                sum3 = sum3.fma(u, DoubleVector.broadcast(SPECIES, coefficients[k + 3 * stride]));
            }
            int place = at + i - from;
            sum0.intoArray(out0, place);
            sum1.intoArray(out1, place);
            sum2.intoArray(out2, place);
            sum3.intoArray(out3, place);
        }
    }

    /**
     * Estimates of the errors of polynomials, many at once: the last Chebyshev coefficient - or a sixth of the one
     * before, or a sixth of a sixth of the third last, in case the last are small by chance - times how fast the last
     * three fall, because the first that the polynomial lacks is as much smaller. Where they do not fall, as near a
     * kink, nothing is hoped for.
     *
     * @param third the magnitudes of the powers' third last coefficients, or sums of those of several polynomials
     * @param before the same of the last but one
     * @param last the same of the last
     * @param count how many estimates are wanted
     * @param out receives them; NaN for a size that is NaN
     */
    public void errors(double[] third, double[] before, double[] last, int count, double[] out) {
        double scale = 1.0 / (1 << (nodes - 2));
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, last, i).mul(scale);
            DoubleVector b = DoubleVector.fromArray(SPECIES, before, i).mul(2 * scale);
            // The power's coefficient holds nodes - 1 times the last as well, which may have either sign.
            DoubleVector a = DoubleVector.fromArray(SPECIES, third, i).mul(4 * scale).sub(c.mul(nodes - 1));
            DoubleVector sixth = b.mul(1.0 / 6);
            DoubleVector size = c.blend(sixth, sixth.compare(GT, c));
            DoubleVector thirtySixth = a.mul(1.0 / 36);
            size = size.blend(thirtySixth, thirtySixth.compare(GT, size));
            DoubleVector fall = b.div(a).blend(c.div(b), c.mul(a).compare(GT, b.mul(b)));
            fall = fall.blend(1.0 / 8, fall.compare(LT, 1.0 / 8));
            DoubleVector hope = DoubleVector.broadcast(SPECIES, 1).blend(fall, a.compare(GT, b).and(b.compare(GT, c)));
            // Comparisons forget NaN.
            DoubleVector none = a.add(b).mul(0);
            size.mul(2.5).fma(hope, none).intoArray(out, i);
        }
    }

    /** The sum of magnitudes of one power's coefficients in several polynomials, the first of which counts weighed. */
    public double size(double[] coefficients, int at, int polynomials, double weight, int power) {
        double sum = weight * Math.abs(coefficients[at + power]);
        for (int polynomial = 1; polynomial < polynomials; polynomial++) {
            sum += Math.abs(coefficients[at + polynomial * stride + power]);
        }
        return sum;
    }

    /** The same of a function that may have kinks, which some coefficient or other misses: from the last three. */
    public double cautiousError(double[] coefficients, int at) {
        double scale = 1.0 / (1 << (nodes - 2));
        return Math.max(Math.abs(coefficients[at + nodes - 1]) * scale,
            Math.max(Math.abs(coefficients[at + nodes - 2]) * scale, Math.abs(coefficients[at + nodes - 3]) * scale));
    }

    /** Evaluates a polynomial at (x scale + shift) for the numbers from {@code from} to {@code to}. */
    public void evaluate(double[] coefficients, int first, double scale, double shift,
            double[] x, int from, int to, double[] out, int at) {
        for (int i = from; i < to; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, i).fma(scale, shift);
            DoubleVector sum = DoubleVector.broadcast(SPECIES, coefficients[first + nodes - 1]);
            for (int k = nodes - 2; k >= 0; k--) {
                sum = sum.fma(u, DoubleVector.broadcast(SPECIES, coefficients[first + k]));
            }
            sum.intoArray(out, at + i - from);
        }
    }

    /**
     * Where a function is zero between two nodes, from four values around, as the inverse function's polynomial has it.
     *
     * @param values at the nodes, the first at {@code from}
     * @param before the last node before the zero
     * @return the place, between -1 and 1; where the four values do not rise or fall throughout, from the two alone
     */
    public double root(double[] values, int from, int before) {
        int first = Math.clamp(before - 1, 0, nodes - 4);
        double a = values[from + first];
        double b = values[from + first + 1];
        double c = values[from + first + 2];
        double d = values[from + first + 3];
        if ((b - a) * (c - b) > 0 && (c - b) * (d - c) > 0) {
            return places[first] * b * c * d / ((b - a) * (c - a) * (d - a))
                - places[first + 1] * a * c * d / ((b - a) * (c - b) * (d - b))
                + places[first + 2] * a * b * d / ((c - a) * (c - b) * (d - c))
                - places[first + 3] * a * b * c / ((d - a) * (d - b) * (d - c));
        }
        double low = values[from + before];
        double share = low / (low - values[from + before + 1]);
        return places[before] + share * (places[before + 1] - places[before]);
    }

    /** Powers' coefficients of the Chebyshev polynomials, by their recurrence. */
    private static double[][] powersOfSeries(int count) {
        double[][] series = new double[count][count];
        series[0][0] = 1;
        series[1][1] = 1;
        for (int n = 2; n < count; n++) {
            for (int k = 0; k < n; k++) {
                series[n][k + 1] += 2 * series[n - 1][k];
                series[n][k] -= series[n - 2][k];
            }
        }
        return series;
    }
}
