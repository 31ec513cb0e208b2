package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.SineCosine;
import org.chirpmill.model.phenomx.precession.InspiralAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The angle between J and the direction in which most is emitted, from that between J and the orbital angular momentum:
 * arXiv:2107.08876, Eqs. 39 to 41 and 47, from the ratio of the (2, 1) to the (2, 2) mode in post-Newtonian order 1.5.
 *
 * <p>Eq. 47 wants the spins' part across the orbital angular momentum L as (J - (L0 - L)) sin(iota), J and L0 those at
 * the reference. LALSimulation has J and L0 in units of the total mass squared there and L in solar masses squared, so
 * that of J - L0 next to nothing is left. The models are what it computes; the units are kept.
 */
final class EmissionBeta {
    private final SineCosine half = new SineCosine();
    private double squareTerm;
    private double cubicTerm;
    private double acrossFactor;
    /** (J - L0) over the total mass in solar masses squared. */
    private double remainder;
    private InspiralAngles momenta;

    /**
     * Takes a binary.
     *
     * @param binary the binary with the spins at the reference frequency
     * @param newMomenta its angular momenta
     */
    void take(PrecessingBinary binary, InspiralAngles newMomenta) {
        momenta = newMomenta;
        double eta = binary.eta();
        double delta = binary.delta();
        double alignedSpin = binary.chiEffective() / binary.massOne();
        squareTerm = 2 * (55 * eta - 107);
        cubicTerm = 56 * (3 * Math.PI - (1 + delta - eta) * alignedSpin);
        remainder = (momenta.totalMomentum() - momenta.referenceMomentum())
            / (binary.totalMassSolar() * binary.totalMassSolar());
        acrossFactor = 14 * (6 + 6 * delta + 5 * eta) / (binary.massOne() * binary.massOne());
    }

    /**
     * The angle at a velocity.
     *
     * @param v v = (pi M f22)^(1/3)
     * @param iota the angle between J and the orbital angular momentum, rad
     * @return rad
     */
    double at(double v, double iota) {
        half.take(iota / 2);
        double cosine = half.cosine();
        double sine = half.sine();
        double cube = v * v * v;
        double common = 84 + squareTerm * v * v + cubicTerm * cube;
        // Numerator and denominator times the cosine.
        double product = sine * cosine;
        double spin = acrossFactor * Math.abs(momenta.orbitalMomentum(v) + remainder) * product * cube;
        double numerator = 2 * common * product - spin * (1 - 4 * sine * sine);
        double denominator = 2 * (common * cosine * cosine + 2 * spin * product);
        return 2 * Arctangent.ofPoint(numerator, denominator);
    }
}
