package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/**
 * {@link JacobiSine} at many points at once. Where all moduli have vanished, further transformations would change
 * nothing, and are left out. One thread.
 */
final class JacobiSineLanes {
    private static final int MOST_STEPS = 7;
    /** A modulus that is nothing beside 1. */
    private static final double VANISHED = 1e-17;

    private final double[][] moduli = new double[MOST_STEPS][EulerAngleLanes.MOST + Lanes.PADDING];
    private final double[] complementary = Lanes.array(EulerAngleLanes.MOST);
    private final double[] scale = Lanes.array(EulerAngleLanes.MOST);
    private final double[] unused = Lanes.array(EulerAngleLanes.MOST);

    /** Writes sn(u | spread / span), where 1 - spread / span is rest / span. */
    void sine(double[] u, double[] spread, double[] rest, double[] span, int count, double[] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1).div(DoubleVector.fromArray(SPECIES, span, i));
            DoubleVector p = DoubleVector.fromArray(SPECIES, rest, i).mul(inverse).sqrt();
            DoubleVector sum = p.add(1);
            DoubleVector k = DoubleVector.fromArray(SPECIES, spread, i).mul(inverse).div(sum.mul(sum));
            k.intoArray(moduli[0], i);
            p.intoArray(complementary, i);
            k.add(1).intoArray(scale, i);
        }
        int steps = 1;
        while (steps < MOST_STEPS && descend(moduli[steps - 1], moduli[steps], count)) {
            steps++;
        }
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector.fromArray(SPECIES, u, i).div(DoubleVector.fromArray(SPECIES, scale, i)).intoArray(out, i);
        }
        LaneMath.sincos(out, 0, count, out, unused);
        for (int step = steps - 1; step >= 0; step--) {
            ascend(moduli[step], count, out);
        }
    }

    /** The next complementary moduli and moduli; whether any of these counts. */
    private boolean descend(double[] modulus, double[] next, int count) {
        DoubleVector largest = DoubleVector.zero(SPECIES);
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector p = DoubleVector.fromArray(SPECIES, complementary, i);
            DoubleVector root = p.sqrt();
            p = root.add(root).div(p.add(1));
            p.intoArray(complementary, i);
            DoubleVector k = DoubleVector.fromArray(SPECIES, modulus, i).div(p.add(1));
            k = k.mul(k);
            k.intoArray(next, i);
            k.add(1).mul(DoubleVector.fromArray(SPECIES, scale, i)).intoArray(scale, i);
            largest = largest.blend(k, k.compare(GT, largest));
        }
        return !(largest.reduceLanes(VectorOperators.MAX) < VANISHED);
    }

    private static void ascend(double[] modulus, int count, double[] out) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector k = DoubleVector.fromArray(SPECIES, modulus, i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, out, i);
            k.add(1).mul(s).div(s.mul(s).fma(k, DoubleVector.broadcast(SPECIES, 1))).intoArray(out, i);
        }
    }
}
