package org.chirpmill.model.phenomx.precession;

import org.chirpmill.source.SourceParameters;

/**
 * A binary in units of its total mass, body 1 the heavier. As in LALSimulation, bodies of equal mass are exchanged.
 *
 * @param totalMassSolar total mass, solar masses
 * @param massOne mass of body 1 over the total mass
 * @param massTwo the same of body 2
 * @param delta (m1 - m2) / M, from the masses: sqrt(1 - 4 eta) would lose half its digits near equal masses
 * @param chiOneX dimensionless spin of body 1 in the frame of the orbital angular momentum, x component
 * @param chiOneY y component
 * @param chiOneZ z component
 * @param chiTwoX dimensionless spin of body 2, x component
 * @param chiTwoY y component
 * @param chiTwoZ z component
 * @param exchanged whether the source gave the bodies in the other order
 */
public record PrecessingBinary(
    double totalMassSolar,
    double massOne,
    double massTwo,
    double delta,
    double chiOneX,
    double chiOneY,
    double chiOneZ,
    double chiTwoX,
    double chiTwoY,
    double chiTwoZ,
    boolean exchanged) {

    /** The binary of a source; its frame, and so the spins' components, stay as they are when bodies change places. */
    public static PrecessingBinary of(SourceParameters source) {
        double one = source.massOneSolar();
        double two = source.massTwoSolar();
        double total = one + two;
        if (one > two) {
            return new PrecessingBinary(total, one / total, two / total, (one - two) / total,
                source.spinOneX(), source.spinOneY(), source.spinOneZ(),
                source.spinTwoX(), source.spinTwoY(), source.spinTwoZ(), false);
        }
        return new PrecessingBinary(total, two / total, one / total, (two - one) / total,
            source.spinTwoX(), source.spinTwoY(), source.spinTwoZ(),
            source.spinOneX(), source.spinOneY(), source.spinOneZ(), true);
    }

    /** Symmetric mass ratio. */
    public double eta() {
        return massOne * massTwo;
    }

    /** Mass ratio m2 / m1, at most 1. */
    double ratio() {
        return massTwo / massOne;
    }

    /** 1 - m2 / m1, exact to rounding also near equal masses. */
    double gap() {
        return delta / massOne;
    }

    /** Mass-weighted aligned spin. */
    public double chiEffective() {
        return massOne * chiOneZ + massTwo * chiTwoZ;
    }

    /** The spins along the orbital angular momentum, S1 + S2, units of the total mass squared. */
    public double alignedSpin() {
        return massOne * massOne * chiOneZ + massTwo * massTwo * chiTwoZ;
    }

    /** The spins along the x axis of the orbital plane, S1 + S2, units of the total mass squared. */
    public double spinX() {
        return massOne * massOne * chiOneX + massTwo * massTwo * chiTwoX;
    }

    /** The spins along its y axis, likewise. */
    public double spinY() {
        return massOne * massOne * chiOneY + massTwo * massTwo * chiTwoY;
    }

    /** The effective precession spin chi_p, arXiv:1408.1810, Eq. 3.4. */
    public double chiP() {
        double weightOne = 2 + 1.5 * massTwo / massOne;
        double weightTwo = 2 + 1.5 * massOne / massTwo;
        double perpOne = weightOne * massOne * massOne * StrictMath.hypot(chiOneX, chiOneY);
        double perpTwo = weightTwo * massTwo * massTwo * StrictMath.hypot(chiTwoX, chiTwoY);
        return Math.max(perpOne, perpTwo) / (weightOne * massOne * massOne);
    }
}
