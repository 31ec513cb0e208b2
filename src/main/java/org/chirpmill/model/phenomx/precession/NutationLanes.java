package org.chirpmill.model.phenomx.precession;

import static jdk.incubator.vector.VectorOperators.GE;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.chirpmill.model.lanes.LaneMath;
import org.chirpmill.model.lanes.Lanes;

/** The nutation's share of the Euler angles, many points at once: see {@link NutationAngles}. One thread. */
final class NutationLanes {
    private final double[] upper = Lanes.array(EulerAngleLanes.MOST);
    private final double[] lower = Lanes.array(EulerAngleLanes.MOST);
    private final double[] span = Lanes.array(EulerAngleLanes.MOST);
    private final double[] rest = Lanes.array(EulerAngleLanes.MOST);
    private final double[] spread = Lanes.array(EulerAngleLanes.MOST);
    private final double[] psi = Lanes.array(EulerAngleLanes.MOST);
    private final double[] sine = Lanes.array(EulerAngleLanes.MOST);
    private final double[] cosine = Lanes.array(EulerAngleLanes.MOST);
    private final NutationCubicLanes cubic = new NutationCubicLanes();
    private final NutationAngleLanes angles = new NutationAngleLanes();
    private final JacobiSineLanes jacobi = new JacobiSineLanes();

    /** See {@link NutationAngleLanes#residue}; means nothing where S does not nutate. */
    double[] residue() {
        return angles.residue();
    }

    /** See {@link NutationAngleLanes#difference}; likewise. */
    double[] difference() {
        return angles.difference();
    }

    /**
     * Adds the nutation to phi and zeta.
     *
     * @param rows coefficient rows
     * @param row offset of the precession's block
     * @param velocity of the points
     * @param inverseVelocity one over it
     * @param count how many
     * @param phi receives its share, rad
     * @param zeta likewise
     * @param normOffset receives S^2 minus its average
     * @return whether S nutates at any of the points
     */
    boolean add(double[] rows, int row, double[] velocity, double[] inverseVelocity, int count,
            double[] phi, double[] zeta, double[] normOffset) {
        cubic.solve(rows, row, velocity, inverseVelocity, count, upper, lower, span, rest);
        double gapEta = rows[row + PrecessionRow.GAP] * rows[row + PrecessionRow.ETA];
        boolean nutates = false;
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, inverseVelocity, i);
            DoubleVector l = u.mul(gapEta);
            DoubleVector up = DoubleVector.fromArray(SPECIES, upper, i);
            DoubleVector width = up.sub(DoubleVector.fromArray(SPECIES, lower, i)).mul(l);
            width.intoArray(spread, i);
            nutates |= width.compare(GE, NutationPhase.LEAST_SPREAD).anyTrue();
            l.fma(up, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.NORM_OFFSET])).intoArray(normOffset, i);
            u.fma(rows[row + PrecessionRow.PHASE_3], rows[row + PrecessionRow.PHASE_2])
                .fma(u, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.PHASE_1]))
                .fma(u, DoubleVector.broadcast(SPECIES, rows[row + PrecessionRow.PHASE_0])).intoArray(psi, i);
        }
        if (nutates) {
            jacobi.sine(psi, spread, rest, span, count, sine);
            addSquare(count, normOffset);
            LaneMath.sincos(psi, 0, count, sine, cosine);
            angles.add(rows, row, velocity, inverseVelocity, upper, lower, span, spread, sine, cosine, count,
                phi, zeta);
        }
        return nutates;
    }

    private void addSquare(int count, double[] normOffset) {
        for (int i = 0; i < count; i += COUNT) {
            DoubleVector width = DoubleVector.fromArray(SPECIES, spread, i);
            VectorMask<Double> nutates = width.compare(GE, NutationPhase.LEAST_SPREAD);
            DoubleVector sn = DoubleVector.fromArray(SPECIES, sine, i);
            DoubleVector offset = DoubleVector.fromArray(SPECIES, normOffset, i);
            offset.blend(offset.sub(width.mul(sn).mul(sn)), nutates).intoArray(normOffset, i);
        }
    }
}
