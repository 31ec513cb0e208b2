package org.chirpmill.physics;

/**
 * The masses of both bodies, in the unit of the masses they were made from.
 *
 * <p>The factories take every pair of quantities that determines a binary. Where a pair belongs to no binary, say a
 * total mass below the mass of one body, the result holds NaN or a mass that is not positive: see
 * {@link #arePhysical}.
 *
 * @param one mass of body 1
 * @param two mass of body 2; the lighter one where a symmetric quantity leaves the order open
 */
public record ComponentMasses(double one, double two) {

    /** Whether both are positive finite numbers. */
    public boolean arePhysical() {
        return one > 0 && two > 0 && one < Double.POSITIVE_INFINITY && two < Double.POSITIVE_INFINITY;
    }

    /** From m1 and M: m2 = M - m1. */
    public static ComponentMasses ofPrimaryAndTotal(double massOne, double totalMass) {
        return new ComponentMasses(massOne, totalMass - massOne);
    }

    /** From m1 and q: m2 = q m1. */
    public static ComponentMasses ofPrimaryAndRatio(double massOne, double massRatio) {
        return new ComponentMasses(massOne, massRatio * massOne);
    }

    /** From m1 and eta, with {@link Masses#massRatioOfSymmetric}. */
    public static ComponentMasses ofPrimaryAndSymmetricRatio(double massOne, double symmetricMassRatio) {
        return ofPrimaryAndRatio(massOne, Masses.massRatioOfSymmetric(symmetricMassRatio));
    }

    /** From m1 and the chirp mass, with {@link Masses#companionOfChirp}; body 2 may turn out the heavier one. */
    public static ComponentMasses ofPrimaryAndChirp(double massOne, double chirpMass) {
        return new ComponentMasses(massOne, Masses.companionOfChirp(chirpMass, massOne));
    }

    /** From m2 and M: m1 = M - m2. */
    public static ComponentMasses ofSecondaryAndTotal(double massTwo, double totalMass) {
        return new ComponentMasses(totalMass - massTwo, massTwo);
    }

    /** From m2 and q: m1 = m2 / q. */
    public static ComponentMasses ofSecondaryAndRatio(double massTwo, double massRatio) {
        return new ComponentMasses(massTwo / massRatio, massTwo);
    }

    /** From m2 and eta, with {@link Masses#massRatioOfSymmetric}. */
    public static ComponentMasses ofSecondaryAndSymmetricRatio(double massTwo, double symmetricMassRatio) {
        return ofSecondaryAndRatio(massTwo, Masses.massRatioOfSymmetric(symmetricMassRatio));
    }

    /** From m2 and the chirp mass, with {@link Masses#companionOfChirp}; body 1 may turn out the lighter one. */
    public static ComponentMasses ofSecondaryAndChirp(double massTwo, double chirpMass) {
        return new ComponentMasses(Masses.companionOfChirp(chirpMass, massTwo), massTwo);
    }

    /** From M and q: m1 = M / (1 + q), m2 = q m1. */
    public static ComponentMasses ofTotalAndRatio(double totalMass, double massRatio) {
        return ofPrimaryAndRatio(totalMass / (1 + massRatio), massRatio);
    }

    /**
     * From M and eta: m1 = M (1 + delta) / 2, m2 = 2 M eta / (1 + delta), which does not cancel for small eta as
     * M (1 - delta) / 2 would.
     */
    public static ComponentMasses ofTotalAndSymmetricRatio(double totalMass, double symmetricMassRatio) {
        double sum = 1 + Masses.relativeDifference(symmetricMassRatio);
        return new ComponentMasses(totalMass * sum / 2, 2 * totalMass * symmetricMassRatio / sum);
    }

    /** From M and the chirp mass, with {@link Masses#symmetricMassRatioOfChirpAndTotal}. */
    public static ComponentMasses ofTotalAndChirp(double totalMass, double chirpMass) {
        return ofTotalAndSymmetricRatio(totalMass, Masses.symmetricMassRatioOfChirpAndTotal(chirpMass, totalMass));
    }

    /** From the chirp mass and q, with {@link Masses#totalMassOfChirpAndRatio}. */
    public static ComponentMasses ofChirpAndRatio(double chirpMass, double massRatio) {
        return ofTotalAndRatio(Masses.totalMassOfChirpAndRatio(chirpMass, massRatio), massRatio);
    }

    /** From the chirp mass and eta: M = chirp mass / eta^(3/5). */
    public static ComponentMasses ofChirpAndSymmetricRatio(double chirpMass, double symmetricMassRatio) {
        return ofTotalAndSymmetricRatio(chirpMass / StrictMath.pow(symmetricMassRatio, 0.6), symmetricMassRatio);
    }
}
