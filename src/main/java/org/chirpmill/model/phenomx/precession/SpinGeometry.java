package org.chirpmill.model.phenomx.precession;

/**
 * Both spins at the reference frequency by what rotations about the orbital angular momentum leave alone. Units of the
 * total mass squared, and their square.
 *
 * @param alongOne S1 along the orbital angular momentum
 * @param alongTwo S2 along it
 * @param perpOneSquared square of S1's part in the orbital plane
 * @param perpTwoSquared the same of S2
 * @param perpProduct scalar product of the parts in the plane
 * @param perpCross their cross product along the orbital angular momentum
 */
record SpinGeometry(
    double alongOne,
    double alongTwo,
    double perpOneSquared,
    double perpTwoSquared,
    double perpProduct,
    double perpCross) {

    /**
     * A spin counts as aligned where its tilt is within 2^-52 rad of 0 or pi, about which doubles lie no closer: a tilt
     * written as pi is aligned. All others nutate: the cubic of the turning points cancels nothing at small tilts.
     */
    private static final double ALIGNED = 0x1p-52;

    static SpinGeometry of(PrecessingBinary binary) {
        double one = binary.massOne() * binary.massOne();
        double two = binary.massTwo() * binary.massTwo();
        double x1 = one * binary.chiOneX();
        double y1 = one * binary.chiOneY();
        double x2 = two * binary.chiTwoX();
        double y2 = two * binary.chiTwoY();
        return new SpinGeometry(one * binary.chiOneZ(), two * binary.chiTwoZ(),
            x1 * x1 + y1 * y1, x2 * x2 + y2 * y2, x1 * x2 + y1 * y2, x1 * y2 - y1 * x2);
    }

    double normOneSquared() {
        return alongOne * alongOne + perpOneSquared;
    }

    double normTwoSquared() {
        return alongTwo * alongTwo + perpTwoSquared;
    }

    double along() {
        return alongOne + alongTwo;
    }

    /** S1 . S2. */
    double product() {
        return alongOne * alongTwo + perpProduct;
    }

    /** Square of the total spin's part in the plane. */
    double perpSquared() {
        return perpOneSquared + perpTwoSquared + 2 * perpProduct;
    }

    /** Whether a spin vanishes or lies along the orbital angular momentum. */
    boolean hasAlignedSpin() {
        return isAligned(alongOne, perpOneSquared) || isAligned(alongTwo, perpTwoSquared);
    }

    private static boolean isAligned(double along, double perpSquared) {
        return perpSquared <= ALIGNED * along * (ALIGNED * along);
    }
}
