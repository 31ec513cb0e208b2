package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/**
 * {@link NutationAngles} at many points at once, in its names. Both terms have one form: with large = J + M and small =
 * J - M of one turning point, they differ in which point counts above and below. One thread.
 */
final class NutationAngleLanes {
    private final double[] along = Lanes.array(EulerAngleLanes.MOST);
    private final double[] across = Lanes.array(EulerAngleLanes.MOST);
    private final double[] upperIn = Lanes.array(EulerAngleLanes.MOST);
    private final double[] upperOut = Lanes.array(EulerAngleLanes.MOST);
    private final double[] lowerIn = Lanes.array(EulerAngleLanes.MOST);
    private final double[] lowerOut = Lanes.array(EulerAngleLanes.MOST);
    /** (P1^2 - P2^2) over the root of J - M at the lower, of J + M at the upper turning point. */
    private final double[] lowerQuotient = Lanes.array(EulerAngleLanes.MOST);
    private final double[] upperQuotient = Lanes.array(EulerAngleLanes.MOST);
    private final double[] lowerDifference = Lanes.array(EulerAngleLanes.MOST);
    private final double[] upperDifference = Lanes.array(EulerAngleLanes.MOST);
    private final double[] residue = Lanes.array(EulerAngleLanes.MOST);
    private final double[] inward = Lanes.array(EulerAngleLanes.MOST);
    private final double[] outward = Lanes.array(EulerAngleLanes.MOST);
    private final double[] inwardAngle = Lanes.array(EulerAngleLanes.MOST);
    private final double[] outwardAngle = Lanes.array(EulerAngleLanes.MOST);

    /** What the residue at M = J is the magnitude of: both terms bend where it changes its sign. */
    double[] residue() {
        return residue;
    }

    /** P1^2 - P2^2 at the lower turning point: where it changes its sign, the residue may do so without being zero. */
    double[] difference() {
        return lowerDifference;
    }

    /** Adds the sum of both terms to phi and their difference to zeta wherever S nutates. */
    void add(double[] rows, int row, double[] velocity, double[] upper, double[] lower, double[] span,
            double[] spread, double[] sine, double[] cosine, int count, double[] phi, double[] zeta) {
        turningPoint(rows, row, velocity, upper, count, false, upperIn, upperOut, upperQuotient, upperDifference);
        turningPoint(rows, row, velocity, lower, count, true, lowerIn, lowerOut, lowerQuotient, lowerDifference);
        residues(rows, row, velocity, upper, lower, span, count);
        double gap = rows[row + PrecessionRow.GAP];
        arguments(gap, upper, lower, upperIn, lowerIn, sine, cosine, count, inwardAngle);
        arguments(gap, upper, lower, upperOut, lowerOut, sine, cosine, count, outwardAngle);
        LaneMath.arctangent(inwardAngle, 0, count, inwardAngle);
        LaneMath.arctangent(outwardAngle, 0, count, outwardAngle);
        for (int i = 0; i < count; i += COUNT) {
            VectorMask<Double> nutates =
                DoubleVector.fromArray(SPECIES, spread, i).compare(GE, NutationPhase.LEAST_SPREAD);
            DoubleVector in = DoubleVector.fromArray(SPECIES, inward, i)
                .mul(DoubleVector.fromArray(SPECIES, inwardAngle, i));
            DoubleVector out = DoubleVector.fromArray(SPECIES, outward, i)
                .mul(DoubleVector.fromArray(SPECIES, outwardAngle, i));
            DoubleVector oldPhi = DoubleVector.fromArray(SPECIES, phi, i);
            DoubleVector oldZeta = DoubleVector.fromArray(SPECIES, zeta, i);
            oldPhi.blend(oldPhi.add(in).add(out), nutates).intoArray(phi, i);
            oldZeta.blend(oldZeta.add(in).sub(out), nutates).intoArray(zeta, i);
        }
    }

    /** The roots of J - M and J + M at a turning point, the quotient of one of them, and P1^2 - P2^2. */
    private void turningPoint(double[] rows, int row, double[] velocity, double[] root, int count, boolean isLower,
            double[] in, double[] out, double[] quotient, double[] differences) {
        double q = rows[row + PrecessionRow.RATIO];
        double gap = rows[row + PrecessionRow.GAP];
        double eta = rows[row + PrecessionRow.ETA];
        double one = rows[row + PrecessionRow.ALONG_ONE];
        double two = rows[row + PrecessionRow.ALONG_TWO];
        double product = rows[row + PrecessionRow.PERP_PRODUCT];
        double perpOne = rows[row + PrecessionRow.PERP_ONE_SQUARED];
        double perpTwo = rows[row + PrecessionRow.PERP_TWO_SQUARED];
        double shift0 = rows[row + PrecessionRow.BASE_SHIFT_0];
        double shift1 = rows[row + PrecessionRow.BASE_SHIFT_1];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector zeta = DoubleVector.fromArray(SPECIES, root, i);
            DoubleVector momentum = DoubleVector.broadcast(SPECIES, eta).div(v);
            DoubleVector shift = v.fma(shift1, shift0);
            DoubleVector mean = shift.mul(gap).add(momentum.add(one).add(two));
            DoubleVector turn = shift.mul(gap);
            DoubleVector perp = turn.add(2 * (one + two)).mul(turn).neg().add(perpOne + perpTwo + 2 * product);
            DoubleVector s = shift.sub(zeta.mul(0.5));
            DoubleVector scalar = s.mul(q).add(q * one - two).fma(s, zeta.mul(0.5 * gap).fma(momentum,
                DoubleVector.broadcast(SPECIES, product)));
            DoubleVector difference = s.mul((1 + q) * gap).add(2 * (one + q * two)).mul(s).neg()
                .add(perpOne - perpTwo);
            difference.intoArray(differences, i);
            DoubleVector sum = Lanes.atLeast(zeta.mul(gap).mul(mean.sub(zeta.mul(0.25 * gap))).add(perp), 0);
            DoubleVector m = mean.sub(zeta.mul(0.5 * gap));
            DoubleVector j = mean.fma(mean, perp).sqrt();
            // J^2 - M^2, the square of the sum of two vectors, parallel or opposed.
            VectorMask<Double> opposed = scalar.compare(LT, 0);
            DoubleVector apart = sum.sub(scalar.mul(4));
            DoubleVector acrossRoot = sum.blend(difference.mul(difference).div(apart), opposed).sqrt();
            // Of J - M and J + M one may be small.
            VectorMask<Double> forward = m.compare(GE, 0);
            DoubleVector large = j.add(m.abs()).sqrt();
            DoubleVector small = acrossRoot.div(large);
            DoubleVector minus = large.blend(small, forward);
            DoubleVector plus = small.blend(large, forward);
            minus.intoArray(in, i);
            plus.intoArray(out, i);
            DoubleVector smallRoot = isLower ? minus : plus;
            DoubleVector other = isLower ? j.add(m) : j.sub(m);
            DoubleVector direct = DoubleVector.zero(SPECIES)
                .blend(difference.div(smallRoot), smallRoot.compare(GT, 0));
            DoubleVector limit = apart.mul(other).sqrt();
            limit = limit.blend(limit.neg(), difference.compare(LT, 0));
            VectorMask<Double> nearPole = opposed.and(smallRoot.mul(smallRoot).compare(LT, other));
            direct.blend(limit, nearPole).intoArray(quotient, i);
        }
    }

    /** What multiplies both arctangents. */
    private void residues(double[] rows, int row, double[] velocity, double[] upper, double[] lower, double[] span,
            int count) {
        double q = rows[row + PrecessionRow.RATIO];
        double gap = rows[row + PrecessionRow.GAP];
        double eta = rows[row + PrecessionRow.ETA];
        double one = rows[row + PrecessionRow.ALONG_ONE];
        double two = rows[row + PrecessionRow.ALONG_TWO];
        double shift0 = rows[row + PrecessionRow.BASE_SHIFT_0];
        double shift1 = rows[row + PrecessionRow.BASE_SHIFT_1];
        double delta = gap / (1 + q);
        double product = 2 * rows[row + PrecessionRow.PERP_PRODUCT]
            + rows[row + PrecessionRow.PERP_ONE_SQUARED] + rows[row + PrecessionRow.PERP_TWO_SQUARED];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, velocity, i);
            DoubleVector momentum = DoubleVector.broadcast(SPECIES, eta).div(v);
            DoubleVector shift = v.fma(shift1, shift0);
            DoubleVector turn = shift.mul(gap);
            DoubleVector mean = turn.add(momentum.add(one).add(two));
            DoubleVector perp = turn.add(2 * (one + two)).mul(turn).neg().add(product);
            DoubleVector j = mean.fma(mean, perp).sqrt();
            // The shift moves both spins such that q S1 + S2 along L stays.
            double effective = (q * one + two) / (1 + q);
            DoubleVector base = momentum.add(effective).mul(2);
            DoubleVector upperAlong = mean.sub(DoubleVector.fromArray(SPECIES, upper, i).mul(0.5 * gap));
            DoubleVector lowerAlong = mean.sub(DoubleVector.fromArray(SPECIES, lower, i).mul(0.5 * gap));
            DoubleVector in = j.add(lowerAlong).sub(base).mul(DoubleVector.fromArray(SPECIES, lowerIn, i))
                .sub(DoubleVector.fromArray(SPECIES, lowerQuotient, i).mul(delta));
            DoubleVector out = j.sub(upperAlong).add(base).mul(DoubleVector.fromArray(SPECIES, upperOut, i))
                .sub(DoubleVector.fromArray(SPECIES, upperQuotient, i).mul(delta));
            DoubleVector half = DoubleVector.broadcast(SPECIES, -0.5).blend(0.5, momentum.compare(GE, effective));
            DoubleVector scale = half.div(DoubleVector.fromArray(SPECIES, span, i).mul(eta).sqrt());
            in.intoArray(residue, i);
            in.abs().mul(scale).div(DoubleVector.fromArray(SPECIES, upperIn, i)).intoArray(inward, i);
            out.abs().mul(scale).div(DoubleVector.fromArray(SPECIES, lowerOut, i)).intoArray(outward, i);
        }
    }

    /** The tangent of |psi - atan((below / above) tan psi)|, with the sign of sin(2 psi). */
    private static void arguments(double gap, double[] upper, double[] lower, double[] above, double[] below,
            double[] sine, double[] cosine, int count, double[] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, i);
            DoubleVector a = DoubleVector.fromArray(SPECIES, above, i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, below, i);
            DoubleVector halfSpread = DoubleVector.fromArray(SPECIES, upper, i)
                .sub(DoubleVector.fromArray(SPECIES, lower, i)).mul(0.5 * gap);
            DoubleVector weighed = a.mul(c).mul(c).add(b.mul(s).mul(s));
            halfSpread.mul(s).mul(c).div(a.add(b).mul(weighed)).intoArray(out, i);
        }
    }
}
