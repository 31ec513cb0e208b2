package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
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
    private final double[] upperIn = Lanes.array(EulerAngleLanes.MOST);
    private final double[] upperOut = Lanes.array(EulerAngleLanes.MOST);
    private final double[] lowerIn = Lanes.array(EulerAngleLanes.MOST);
    private final double[] lowerOut = Lanes.array(EulerAngleLanes.MOST);
    /** (P1^2 - P2^2) over the root of J - M at the lower, of J + M at the upper turning point. */
    private final double[] lowerQuotient = Lanes.array(EulerAngleLanes.MOST);
    private final double[] upperQuotient = Lanes.array(EulerAngleLanes.MOST);
    private final double[] lowerDifference = Lanes.array(EulerAngleLanes.MOST);
    private final double[] upperDifference = Lanes.array(EulerAngleLanes.MOST);
    private final double[] momentum = Lanes.array(EulerAngleLanes.MOST);
    private final double[] shifts = Lanes.array(EulerAngleLanes.MOST);
    private final double[] means = Lanes.array(EulerAngleLanes.MOST);
    private final double[] perps = Lanes.array(EulerAngleLanes.MOST);
    private final double[] norms = Lanes.array(EulerAngleLanes.MOST);
    /** At the turning point in hand: J^2 - M^2, the spins' scalar product across L, and their squared difference. */
    private final double[] acrossSquared = Lanes.array(EulerAngleLanes.MOST);
    private final double[] scalars = Lanes.array(EulerAngleLanes.MOST);
    private final double[] apartSquared = Lanes.array(EulerAngleLanes.MOST);
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
    void add(double[] rows, int row, double[] velocity, double[] inverseVelocity, double[] upper, double[] lower,
            double[] span, double[] spread, double[] sine, double[] cosine, int count, double[] phi, double[] zeta) {
        momenta(rows, row, velocity, inverseVelocity, count);
        turningPoint(rows, row, upper, count, false, upperIn, upperOut, upperQuotient, upperDifference);
        turningPoint(rows, row, lower, count, true, lowerIn, lowerOut, lowerQuotient, lowerDifference);
        residues(rows, row, upper, lower, span, count);
        arguments(rows[row + PrecessionRow.GAP], upper, lower, sine, cosine, count);
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

    /** L, the base's shift, J's part along L at the base, its part across squared, and J's norm. */
    private void momenta(double[] rows, int row, double[] velocity, double[] inverseVelocity, int count) {
        double gap = rows[row + PrecessionRow.GAP];
        double eta = rows[row + PrecessionRow.ETA];
        double along = rows[row + PrecessionRow.ALONG_ONE] + rows[row + PrecessionRow.ALONG_TWO];
        double perpSquared = rows[row + PrecessionRow.PERP_ONE_SQUARED] + rows[row + PrecessionRow.PERP_TWO_SQUARED]
            + 2 * rows[row + PrecessionRow.PERP_PRODUCT];
        double shift0 = rows[row + PrecessionRow.BASE_SHIFT_0];
        double shift1 = rows[row + PrecessionRow.BASE_SHIFT_1];
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector l = DoubleVector.fromArray(SPECIES, inverseVelocity, i).mul(eta);
            DoubleVector shift = DoubleVector.fromArray(SPECIES, velocity, i).fma(shift1, shift0);
            DoubleVector turn = shift.mul(gap);
            DoubleVector mean = turn.add(l.add(along));
            DoubleVector perp = turn.add(2 * along).mul(turn).neg().add(perpSquared);
            l.intoArray(momentum, i);
            shift.intoArray(shifts, i);
            mean.intoArray(means, i);
            perp.intoArray(perps, i);
            mean.fma(mean, perp).sqrt().intoArray(norms, i);
        }
    }

    /** The roots of J - M and J + M at a turning point, the quotient of one of them, and P1^2 - P2^2. */
    private void turningPoint(double[] rows, int row, double[] root, int count, boolean isLower,
            double[] in, double[] out, double[] quotient, double[] differences) {
        double q = rows[row + PrecessionRow.RATIO];
        double gap = rows[row + PrecessionRow.GAP];
        double one = rows[row + PrecessionRow.ALONG_ONE];
        double two = rows[row + PrecessionRow.ALONG_TWO];
        double product = rows[row + PrecessionRow.PERP_PRODUCT];
        double perpDifference = rows[row + PrecessionRow.PERP_ONE_SQUARED]
            - rows[row + PrecessionRow.PERP_TWO_SQUARED];
        boolean someOpposed = false;
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector zeta = DoubleVector.fromArray(SPECIES, root, i);
            DoubleVector mean = DoubleVector.fromArray(SPECIES, means, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, shifts, i).sub(zeta.mul(0.5));
            DoubleVector scalar = s.mul(q).add(q * one - two).fma(s, zeta.mul(0.5 * gap)
                .fma(DoubleVector.fromArray(SPECIES, momentum, i), DoubleVector.broadcast(SPECIES, product)));
            s.mul((1 + q) * gap).add(2 * (one + q * two)).mul(s).neg().add(perpDifference)
                .intoArray(differences, i);
            DoubleVector square = zeta.mul(gap).mul(mean.sub(zeta.mul(0.25 * gap)))
                .add(DoubleVector.fromArray(SPECIES, perps, i));
            square.blend(0, square.compare(LT, 0)).intoArray(acrossSquared, i);
            scalar.intoArray(scalars, i);
            someOpposed |= scalar.compare(LT, 0).anyTrue();
        }
        if (someOpposed) {
            acrossOpposed(differences, count);
        }
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector m = DoubleVector.fromArray(SPECIES, means, i)
                .sub(DoubleVector.fromArray(SPECIES, root, i).mul(0.5 * gap));
            DoubleVector difference = DoubleVector.fromArray(SPECIES, differences, i);
            DoubleVector across = DoubleVector.fromArray(SPECIES, acrossSquared, i).sqrt();
            DoubleVector large = DoubleVector.fromArray(SPECIES, norms, i).add(m.abs()).sqrt();
            // One division gives across / large and one over either of the two.
            VectorMask<Double> vanishes = across.compare(EQ, 0);
            DoubleVector divisor = across.blend(1, vanishes);
            DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1).div(large.mul(divisor));
            // Of J - M and J + M one may be small.
            DoubleVector small = across.mul(divisor).mul(inverse);
            DoubleVector overSmall = difference.mul(large).mul(large).mul(inverse).blend(0, vanishes);
            DoubleVector overLarge = difference.mul(divisor).mul(inverse);
            VectorMask<Double> forward = m.compare(GE, 0);
            large.blend(small, forward).intoArray(in, i);
            small.blend(large, forward).intoArray(out, i);
            // Where M is 0 both are the same.
            overLarge.blend(overSmall, m.mul(isLower ? 1 : -1).compare(GE, 0)).intoArray(quotient, i);
        }
        if (someOpposed) {
            quotientNearPole(gap, root, count, isLower, isLower ? in : out, quotient, differences);
        }
    }

    /** J^2 - M^2, the square of the sum of two vectors, where these are opposed. */
    private void acrossOpposed(double[] differences, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector scalar = DoubleVector.fromArray(SPECIES, scalars, i);
            DoubleVector sum = DoubleVector.fromArray(SPECIES, acrossSquared, i);
            DoubleVector difference = DoubleVector.fromArray(SPECIES, differences, i);
            DoubleVector apart = sum.sub(scalar.mul(4));
            apart.intoArray(apartSquared, i);
            sum.blend(difference.mul(difference).div(apart), scalar.compare(LT, 0)).intoArray(acrossSquared, i);
        }
    }

    /** The quotient's limit where opposed vectors nearly cancel. */
    private void quotientNearPole(double gap, double[] root, int count, boolean isLower, double[] smallRoots,
            double[] quotient, double[] differences) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector m = DoubleVector.fromArray(SPECIES, means, i)
                .sub(DoubleVector.fromArray(SPECIES, root, i).mul(0.5 * gap));
            DoubleVector j = DoubleVector.fromArray(SPECIES, norms, i);
            DoubleVector other = isLower ? j.add(m) : j.sub(m);
            DoubleVector limit = DoubleVector.fromArray(SPECIES, apartSquared, i).mul(other).sqrt();
            limit = limit.blend(limit.neg(), DoubleVector.fromArray(SPECIES, differences, i).compare(LT, 0));
            DoubleVector smallRoot = DoubleVector.fromArray(SPECIES, smallRoots, i);
            VectorMask<Double> nearPole = DoubleVector.fromArray(SPECIES, scalars, i).compare(LT, 0)
                .and(smallRoot.mul(smallRoot).compare(LT, other));
            DoubleVector.fromArray(SPECIES, quotient, i).blend(limit, nearPole).intoArray(quotient, i);
        }
    }

    /** What multiplies both arctangents. */
    private void residues(double[] rows, int row, double[] upper, double[] lower, double[] span, int count) {
        double q = rows[row + PrecessionRow.RATIO];
        double gap = rows[row + PrecessionRow.GAP];
        double eta = rows[row + PrecessionRow.ETA];
        double delta = gap / (1 + q);
        // The shift moves both spins such that q S1 + S2 along L stays.
        double effective =
            (q * rows[row + PrecessionRow.ALONG_ONE] + rows[row + PrecessionRow.ALONG_TWO]) / (1 + q);
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector mean = DoubleVector.fromArray(SPECIES, means, i);
            DoubleVector j = DoubleVector.fromArray(SPECIES, norms, i);
            DoubleVector l = DoubleVector.fromArray(SPECIES, momentum, i);
            DoubleVector base = l.add(effective).mul(2);
            DoubleVector upperAlong = mean.sub(DoubleVector.fromArray(SPECIES, upper, i).mul(0.5 * gap));
            DoubleVector lowerAlong = mean.sub(DoubleVector.fromArray(SPECIES, lower, i).mul(0.5 * gap));
            DoubleVector in = j.add(lowerAlong).sub(base).mul(DoubleVector.fromArray(SPECIES, lowerIn, i))
                .sub(DoubleVector.fromArray(SPECIES, lowerQuotient, i).mul(delta));
            DoubleVector out = j.sub(upperAlong).add(base).mul(DoubleVector.fromArray(SPECIES, upperOut, i))
                .sub(DoubleVector.fromArray(SPECIES, upperQuotient, i).mul(delta));
            DoubleVector half = DoubleVector.broadcast(SPECIES, -0.5).blend(0.5, l.compare(GE, effective));
            DoubleVector inDivisor = DoubleVector.fromArray(SPECIES, upperIn, i);
            DoubleVector outDivisor = DoubleVector.fromArray(SPECIES, lowerOut, i);
            DoubleVector scale = half.div(DoubleVector.fromArray(SPECIES, span, i).mul(eta).sqrt()
                .mul(inDivisor).mul(outDivisor));
            in.intoArray(residue, i);
            in.abs().mul(scale).mul(outDivisor).intoArray(inward, i);
            out.abs().mul(scale).mul(inDivisor).intoArray(outward, i);
        }
    }

    /**
     * The tangents of |psi - atan((below / above) tan psi)|, with the sign of sin(2 psi), where below and above are the
     * roots of J - M or J + M at the turning points.
     */
    private void arguments(double gap, double[] upper, double[] lower, double[] sine, double[] cosine, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, sine, i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosine, i);
            DoubleVector halfSpread =
                DoubleVector.fromArray(SPECIES, upper, i).sub(DoubleVector.fromArray(SPECIES, lower, i)).mul(0.5 * gap);
            DoubleVector above = DoubleVector.fromArray(SPECIES, upperIn, i);
            DoubleVector below = DoubleVector.fromArray(SPECIES, lowerIn, i);
            DoubleVector inDivisor = above.add(below).mul(above.mul(c).mul(c).add(below.mul(s).mul(s)));
            above = DoubleVector.fromArray(SPECIES, upperOut, i);
            below = DoubleVector.fromArray(SPECIES, lowerOut, i);
            DoubleVector outDivisor = above.add(below).mul(above.mul(c).mul(c).add(below.mul(s).mul(s)));
            DoubleVector quotient = halfSpread.mul(s).mul(c).div(inDivisor.mul(outDivisor));
            quotient.mul(outDivisor).intoArray(inwardAngle, i);
            quotient.mul(inDivisor).intoArray(outwardAngle, i);
        }
    }
}
