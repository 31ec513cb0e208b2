package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.chirpmill.model.lanes.Lanes;

/** {@link NutationCubic} at many points at once, in its names and its order. One thread. */
final class NutationCubicLanes {
    /** Each takes the third power of what is missing, at most 16 % before the first: 3e-18 after the third. */
    private static final int HALLEY_STEPS = 3;

    private final double[] linear = Lanes.array(EulerAngleLanes.MOST);
    private final double[] quadratic = Lanes.array(EulerAngleLanes.MOST);
    private final double[] constant = Lanes.array(EulerAngleLanes.MOST);
    private final double[] isolated = Lanes.array(EulerAngleLanes.MOST);
    /** Of the two other roots. */
    private final double[] sums = Lanes.array(EulerAngleLanes.MOST);
    private final double[] products = Lanes.array(EulerAngleLanes.MOST);

    /** Writes upper, lower, span and rest at the velocities. */
    void solve(double[] rows, int row, double[] velocity, double[] inverseVelocity, int count,
            double[] upper, double[] lower, double[] span, double[] rest) {
        coefficients(rows, row, velocity, inverseVelocity, count);
        double aOverU = rows[row + PrecessionRow.RATIO] * rows[row + PrecessionRow.GAP] * rows[row + PrecessionRow.ETA];
        isolate(aOverU, inverseVelocity, count);
        if (pair(aOverU, inverseVelocity, count)) {
            isolateFromPair(aOverU, inverseVelocity, count);
        }
        roots(rows[row + PrecessionRow.RATIO], aOverU, velocity, inverseVelocity, count, upper, lower, span, rest);
    }

    /** b, c and d of the cubic q l zeta^3 + b zeta^2 + c zeta + d. */
    private void coefficients(double[] rows, int row, double[] velocity, double[] inverseVelocity, int count) {
        double q = rows[row + PrecessionRow.RATIO];
        double gapEta = rows[row + PrecessionRow.GAP] * rows[row + PrecessionRow.ETA];
        double one = rows[row + PrecessionRow.ALONG_ONE];
        double two = rows[row + PrecessionRow.ALONG_TWO];
        double perpOne = rows[row + PrecessionRow.PERP_ONE_SQUARED];
        double perpTwo = rows[row + PrecessionRow.PERP_TWO_SQUARED];
        double product = rows[row + PrecessionRow.PERP_PRODUCT];
        double weighed = rows[row + PrecessionRow.WEIGHED_NORM_SQUARED];
        double cross = rows[row + PrecessionRow.PERP_CROSS_SQUARED];
        double shift0 = rows[row + PrecessionRow.BASE_SHIFT_0];
        double shift1 = rows[row + PrecessionRow.BASE_SHIFT_1];
        double difference = q * one - two;
        double turn = 2 * (q * two * perpOne - one * perpTwo - product * difference);
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector l = DoubleVector.fromArray(SPECIES, inverseVelocity, i).mul(gapEta);
            DoubleVector shift = v.fma(shift1, shift0);
            DoubleVector gram = shift.mul(-weighed).add(turn).fma(shift, DoubleVector.broadcast(SPECIES, cross));
            DoubleVector shiftedDifference = shift.fma(2 * q, difference);
            DoubleVector shiftedProduct = shift.fma(q, difference)
                .fma(shift, DoubleVector.broadcast(SPECIES, product));
            DoubleVector shiftedOne = shift.add(2 * one).neg().fma(shift, DoubleVector.broadcast(SPECIES, perpOne));
            DoubleVector shiftedTwo = shift.mul(-q).add(2 * two).mul(q)
                .fma(shift, DoubleVector.broadcast(SPECIES, perpTwo));
            DoubleVector torque = shiftedDifference.mul(shiftedProduct)
                .add(shift.add(one).mul(shiftedTwo)).sub(shift.mul(-q).add(two).mul(q).mul(shiftedOne));
            l.sub(shiftedDifference.add(shiftedDifference)).mul(l).add(weighed).intoArray(quadratic, i);
            l.mul(shiftedProduct).sub(torque).mul(4).intoArray(linear, i);
            gram.mul(-4).intoArray(constant, i);
        }
    }

    /**
     * The root that lies farthest from the others, times q l: see {@link NutationCubic#isolatedRoot}. By Halley's
     * iteration, which needs half as many divisions as Newton's.
     */
    private void isolate(double aOverU, double[] inverseVelocity, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, inverseVelocity, i).mul(aOverU);
            DoubleVector b = DoubleVector.fromArray(SPECIES, quadratic, i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, linear, i).mul(a);
            DoubleVector d = DoubleVector.fromArray(SPECIES, constant, i).mul(a).mul(a);
            DoubleVector mean = b.mul(-1.0 / 3);
            DoubleVector atMean = b.mul(b).mul(2.0 / 27).sub(c.mul(1.0 / 3)).fma(b, d);
            DoubleVector square = b.mul(b).sub(c.mul(3));
            DoubleVector radius = square.blend(0, square.compare(LT, 0)).sqrt().mul(2.0 / 3);
            DoubleVector y = mean.add(radius).blend(mean.sub(radius), atMean.compare(GE, 0));
            for (int step = 0; step < HALLEY_STEPS; step++) {
                DoubleVector slope = y.mul(3).add(b.add(b)).fma(y, c);
                DoubleVector value = y.add(b).fma(y, c).fma(y, d);
                DoubleVector halfCurvature = y.fma(DoubleVector.broadcast(SPECIES, 3), b);
                DoubleVector divisor = slope.mul(slope).sub(value.mul(halfCurvature));
                y = y.sub(DoubleVector.zero(SPECIES).blend(value.mul(slope).div(divisor), slope.compare(GT, 0)));
            }
            y.intoArray(isolated, i);
        }
    }

    /**
     * The pair's sum and product: where the isolated root is large, as quotients of it, else the sum from the quadratic
     * coefficient. Says whether there are points of the second kind.
     */
    private boolean pair(double aOverU, double[] inverseVelocity, int count) {
        boolean someSmall = false;
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, inverseVelocity, i).mul(aOverU);
            DoubleVector b = DoubleVector.fromArray(SPECIES, quadratic, i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, linear, i);
            DoubleVector d = DoubleVector.fromArray(SPECIES, constant, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, isolated, i);
            VectorMask<Double> large = y.mul(y).mul(y).abs().compare(GE, a.mul(a).mul(d).abs());
            VectorMask<Double> some = y.compare(NE, 0);
            DoubleVector quotient = DoubleVector.broadcast(SPECIES, 1).div(a.blend(y, large));
            DoubleVector largeProduct = DoubleVector.zero(SPECIES).blend(d.neg().mul(quotient), some);
            DoubleVector largeSum = DoubleVector.zero(SPECIES).blend(c.sub(a.mul(largeProduct)).mul(quotient), some);
            DoubleVector smallSum = b.add(y).neg().mul(quotient);
            DoubleVector smallProduct = c.sub(y.mul(smallSum)).mul(quotient);
            smallSum.blend(largeSum, large).intoArray(sums, i);
            smallProduct.blend(largeProduct, large).intoArray(products, i);
            someSmall |= !large.allTrue();
        }
        return someSmall;
    }

    /** Where the isolated root is not large, it has more digits as a quotient of the pair's product. */
    private void isolateFromPair(double aOverU, double[] inverseVelocity, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, inverseVelocity, i).mul(aOverU);
            DoubleVector d = DoubleVector.fromArray(SPECIES, constant, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, isolated, i);
            VectorMask<Double> large = y.mul(y).mul(y).abs().compare(GE, a.mul(a).mul(d).abs());
            d.neg().div(DoubleVector.fromArray(SPECIES, products, i)).blend(y, large).intoArray(isolated, i);
        }
    }

    private void roots(double q, double aOverU, double[] velocity, double[] inverseVelocity, int count,
            double[] upper, double[] lower, double[] span, double[] rest) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, i);
            DoubleVector product = DoubleVector.fromArray(SPECIES, products, i);
            DoubleVector root = DoubleVector.fromArray(SPECIES, isolated, i);
            DoubleVector mean = DoubleVector.fromArray(SPECIES, quadratic, i).mul(-1.0 / 3);
            VectorMask<Double> thirdIsIsolated = root.compare(LE, mean);
            DoubleVector square = sum.mul(sum).sub(product.mul(4));
            DoubleVector distance = square.blend(0, square.compare(LT, 0)).sqrt();
            DoubleVector larger = sum.sub(distance).blend(sum.add(distance), sum.compare(GE, 0)).mul(0.5);
            DoubleVector smaller = DoubleVector.zero(SPECIES).blend(product.div(larger), larger.compare(NE, 0));
            VectorMask<Double> ascending = larger.compare(GT, smaller);
            DoubleVector high = smaller.blend(larger, ascending);
            DoubleVector low = larger.blend(smaller, ascending);
            DoubleVector l = DoubleVector.fromArray(SPECIES, inverseVelocity, i).mul(aOverU / q);
            DoubleVector rootOverA = root.mul(DoubleVector.fromArray(SPECIES, velocity, i)).mul(1 / aOverU);
            DoubleVector rootOverQ = root.mul(1 / q);
            rootOverA.blend(high, thirdIsIsolated).intoArray(upper, i);
            high.blend(low, thirdIsIsolated).intoArray(lower, i);
            rootOverQ.sub(l.mul(low)).blend(l.mul(high).sub(rootOverQ), thirdIsIsolated).intoArray(span, i);
            DoubleVector gap = l.mul(low).sub(rootOverQ);
            l.mul(distance).blend(gap.blend(0, gap.compare(LT, 0)), thirdIsIsolated).intoArray(rest, i);
        }
    }
}
