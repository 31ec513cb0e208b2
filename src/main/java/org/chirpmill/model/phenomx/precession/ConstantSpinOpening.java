package org.chirpmill.model.phenomx.precession;

import java.util.Arrays;

/**
 * The opening angle beta between J and the orbital angular momentum of a binary whose total spin keeps its size, since
 * the other body has none: what the two-spin angles of such a binary are. Work space of one thread.
 */
public final class ConstantSpinOpening {
    private final double[] row = new double[Precession.ROW_SIZE];
    private final double[] angles = new double[EulerAngles.SIZE];
    private double normOffset;

    /**
     * Takes a binary. Where the expansion of the two-spin angles fails for it, LALSimulation has the orbital angular
     * momentum of the single-spin ones.
     *
     * @param binary the binary; its spin, which may be larger than 1, is on the heavier body
     * @param referenceVelocity v = (pi M f)^(1/3) where the spin is given
     */
    public void take(PrecessingBinary binary, double referenceVelocity) {
        take(binary, referenceVelocity, false);
    }

    /** The same always with the orbital angular momentum of spins of constant norm; the other spin counts little. */
    public void takeWithConstantNorms(PrecessingBinary binary, double referenceVelocity) {
        take(binary, referenceVelocity, true);
    }

    private void take(PrecessingBinary binary, double referenceVelocity, boolean hasConstantNorms) {
        Arrays.fill(row, 0);
        SpinGeometry spins = SpinGeometry.of(binary);
        SpinNutation nutation = SpinNutation.of(binary, spins, referenceVelocity);
        boolean holds = SecularRates.of(binary, spins, nutation, SpinCouplings.of(binary, spins)).converges();
        OrbitalMomentum momentum = holds && !hasConstantNorms
            ? OrbitalMomentum.ofCouplings(binary, spins) : OrbitalMomentum.ofConstantNorms(binary);
        momentum.write(row, 0);
        row[PrecessionRow.ETA] = binary.eta();
        row[PrecessionRow.ALONG] = nutation.along();
        row[PrecessionRow.PERP_SQUARED] = nutation.perpSquared();
        normOffset = nutation.halfSpread();
    }

    /** beta, rad, at a velocity v = (pi M f22)^(1/3). */
    public double at(double v) {
        EulerAngles.writeOpening(row, 0, v, normOffset, angles, 0);
        return EulerAngles.beta(angles);
    }
}
