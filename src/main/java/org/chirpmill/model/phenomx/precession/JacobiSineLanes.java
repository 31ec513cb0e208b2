package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/**
 * {@link JacobiSine} at many points at once. Where all moduli are small, the last two transformations are series, and
 * further ones would change nothing. One thread.
 */
final class JacobiSineLanes {
    private static final int MOST_STEPS = 7;
    /** Moduli whose fourth powers are nothing beside 1: the next one is a quarter of their squares, to all digits. */
    private static final double SMALL = 1e-4;

    private final double[][] moduli = new double[MOST_STEPS][EulerAngleLanes.MOST + Lanes.PADDING];
    private final double[] complementary = Lanes.array(EulerAngleLanes.MOST);
    private final double[] scale = Lanes.array(EulerAngleLanes.MOST);
    private final double[] unused = Lanes.array(EulerAngleLanes.MOST);

    /** Writes sn(u | spread / span), where 1 - spread / span is rest / span. */
    void sine(double[] u, double[] spread, double[] rest, double[] span, int count, double[] out) {
        double largest = begin(spread, rest, span, count);
        int steps = 1;
        while (steps < MOST_STEPS && largest >= SMALL) {
            largest = descend(moduli[steps - 1], moduli[steps], count);
            steps++;
        }
        boolean endsSmall = largest < SMALL;
        if (endsSmall) {
            scaleByNext(moduli[steps - 1], count);
        }
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector.fromArray(SPECIES, u, i).div(DoubleVector.fromArray(SPECIES, scale, i)).intoArray(out, i);
        }
        LaneMath.sincos(out, 0, count, out, unused);
        if (endsSmall) {
            ascendTwice(moduli[steps - 1], count, out);
        }
        for (int step = endsSmall ? steps - 2 : steps - 1; step >= 0; step--) {
            ascend(moduli[step], count, out);
        }
    }

    /** The first complementary moduli and moduli; the largest of these. */
    private double begin(double[] spread, double[] rest, double[] span, int count) {
        DoubleVector largest = DoubleVector.zero(SPECIES);
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector whole = DoubleVector.fromArray(SPECIES, span, i);
            // p = root / whole, and the modulus is spread / whole / (1 + p)^2.
            DoubleVector root = DoubleVector.fromArray(SPECIES, rest, i).mul(whole).sqrt();
            DoubleVector sum = whole.add(root);
            DoubleVector square = sum.mul(sum);
            DoubleVector quotient = DoubleVector.broadcast(SPECIES, 1).div(whole.mul(square));
            DoubleVector k = DoubleVector.fromArray(SPECIES, spread, i).mul(whole).mul(whole).mul(quotient);
            root.mul(square).mul(quotient).intoArray(complementary, i);
            k.intoArray(moduli[0], i);
            k.add(1).intoArray(scale, i);
            largest = largest.blend(k, k.compare(GT, largest));
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    /**
     * The next complementary moduli and moduli, 2 sqrt(p) / (1 + p) and (k / (1 + that))^2, where 1 + that is
     * (1 + sqrt(p))^2 / (1 + p); the largest modulus.
     */
    private double descend(double[] modulus, double[] next, int count) {
        DoubleVector largest = DoubleVector.zero(SPECIES);
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector p = DoubleVector.fromArray(SPECIES, complementary, i);
            DoubleVector root = p.sqrt();
            DoubleVector onePlus = p.add(1);
            DoubleVector square = root.add(1).mul(root.add(1));
            DoubleVector quotient = DoubleVector.broadcast(SPECIES, 1).div(onePlus.mul(square));
            root.add(root).mul(square).mul(quotient).intoArray(complementary, i);
            DoubleVector k = DoubleVector.fromArray(SPECIES, modulus, i).mul(onePlus).mul(onePlus).mul(quotient);
            k = k.mul(k);
            k.intoArray(next, i);
            k.add(1).mul(DoubleVector.fromArray(SPECIES, scale, i)).intoArray(scale, i);
            largest = largest.blend(k, k.compare(GT, largest));
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    private void scaleByNext(double[] modulus, int count) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector k = DoubleVector.fromArray(SPECIES, modulus, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, scale, i);
            k.mul(k).mul(0.25).fma(s, s).intoArray(scale, i);
        }
    }

    /** From the modulus after a small one, k^2 / 4, and from the small one k: 1 / (1 + x) to the fourth power. */
    private static void ascendTwice(double[] modulus, int count, double[] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector k = DoubleVector.fromArray(SPECIES, modulus, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, out, i);
            DoubleVector next = k.mul(k).mul(0.25);
            s = next.sub(next.mul(s).mul(s)).fma(s, s);
            DoubleVector x = k.mul(s).mul(s);
            DoubleVector shrunk = x.neg().add(1).fma(x, DoubleVector.broadcast(SPECIES, -1))
                .fma(x, DoubleVector.broadcast(SPECIES, 1));
            k.add(1).mul(s).mul(shrunk).intoArray(out, i);
        }
    }

    private static void ascend(double[] modulus, int count, double[] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector k = DoubleVector.fromArray(SPECIES, modulus, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, out, i);
            k.add(1).mul(s).div(s.mul(s).fma(k, DoubleVector.broadcast(SPECIES, 1))).intoArray(out, i);
        }
    }
}
