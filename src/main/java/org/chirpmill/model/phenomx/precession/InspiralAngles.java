package org.chirpmill.model.phenomx.precession;

import java.util.Arrays;

/**
 * The post-Newtonian Euler angles of one binary at any velocity, before they are oriented to an observer, with the
 * angular momenta that go with them. Work space of one thread, binary after binary.
 */
public final class InspiralAngles {
    /**
     * Kinds of places at which two-spin angles are not smooth: where the nutation becomes so small that it counts for
     * nothing, and, alpha alone, where the residue of either of its terms vanishes, of which LALSimulation takes the
     * absolute value.
     */
    public static final int KINKS = 3;

    private final double[] row = new double[Precession.ROW_SIZE];
    private final double[] angles = new double[EulerAngles.SIZE];
    private final double[] work = new double[NutationAngles.SIZE];
    private double eta;
    private OrbitalMomentum momentum;
    private double referenceMomentum;
    private double totalMomentum;
    private double tilt;

    /**
     * Takes a binary.
     *
     * @param binary the binary; its spins may be larger than 1
     * @param referenceVelocity v = (pi M f)^(1/3) where the spins are given
     * @param wanted two-spin angles fall back to single-spin ones where their expansion fails
     */
    public void take(PrecessingBinary binary, double referenceVelocity, Precession.Angles wanted) {
        Arrays.fill(row, 0);
        eta = binary.eta();
        momentum = Precession.writeAngles(binary, referenceVelocity, wanted, row, 0);
        referenceMomentum = momentum.at(referenceVelocity, eta);
        SpinGeometry spins = SpinGeometry.of(binary);
        double along = referenceMomentum + spins.along();
        double across = Math.sqrt(spins.perpSquared());
        totalMomentum = Math.sqrt(along * along + across * across);
        tilt = StrictMath.atan2(across, along);
    }

    /** Whether the angles are the two-spin ones. */
    public boolean isTwoSpin() {
        return row[PrecessionRow.TWO_SPIN] != 0;
    }

    /**
     * Evaluates the angles.
     *
     * @param v (pi M f22)^(1/3), f22 the frequency at which the (2, 2) mode has them
     * @param logV its natural logarithm
     */
    public void evaluate(double v, double logV) {
        EulerAngles.ofVelocity(row, 0, v, logV, angles, 0);
    }

    /**
     * How fast the phase of the nutation changes with M f, without sign: arXiv:1703.03967, Eq. 51.
     *
     * @param v v = (pi M f22)^(1/3)
     */
    public double nutationRate(double v) {
        double perV = -(row[PrecessionRow.PHASE_1] + (2 * row[PrecessionRow.PHASE_2]
            + 3 * row[PrecessionRow.PHASE_3] / v) / v) / (v * v);
        return Math.abs(perV * Math.PI / (3 * v * v));
    }

    /**
     * Writes what changes sign where the angles have a jump or a kink: see {@link #KINKS}.
     *
     * @param v v = (pi M f22)^(1/3)
     * @param out receives {@link #KINKS} numbers
     */
    public void kinks(double v, double[] out) {
        if (row[PrecessionRow.NUTATES] == 0) {
            Arrays.fill(out, 1);
            return;
        }
        double newtonian = row[PrecessionRow.ETA] / v;
        double shift = row[PrecessionRow.BASE_SHIFT_0] + row[PrecessionRow.BASE_SHIFT_1] * v;
        NutationCubic.solveRow(row, 0, newtonian, shift, work, 0);
        double upper = work[NutationCubic.UPPER];
        double lower = work[NutationCubic.LOWER];
        out[0] = row[PrecessionRow.GAP] * newtonian * (upper - lower) - NutationPhase.LEAST_SPREAD;
        NutationAngles.write(row, 0, newtonian, shift, upper, lower, work[NutationCubic.SPAN], 1, work, 0);
        out[1] = work[NutationAngles.INWARD_RESIDUE];
        out[2] = work[NutationAngles.OUTWARD_RESIDUE];
    }

    /** alpha, rad, where last evaluated. */
    public double alpha() {
        return angles[EulerAngles.ALPHA];
    }

    /** beta, rad, where last evaluated. */
    public double beta() {
        return EulerAngles.beta(angles);
    }

    /** The orbital angular momentum at a velocity by the expansion that holds at the reference, units of M^2. */
    public double orbitalMomentum(double v) {
        return momentum.at(v, eta);
    }

    /** The same at the reference. */
    public double referenceMomentum() {
        return referenceMomentum;
    }

    /** The angle between J and the orbital angular momentum at the reference, rad. */
    public double tilt() {
        return tilt;
    }

    /** The norm of the total angular momentum at the reference, units of M^2. */
    public double totalMomentum() {
        return totalMomentum;
    }
}
