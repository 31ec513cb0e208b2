package org.chirpmill.model.phenomx.precession;

/**
 * How the norm of the total spin S nutates about its average, arXiv:1703.03967, Sec. III. Averages are those of
 * Eqs. 45 and A9 to A14, taken at the reference frequency and then held; lengths in units of the total mass squared.
 *
 * @param frozen whether a spin is aligned at the reference frequency: then S does not nutate
 * @param q mass ratio, at most 1
 * @param gap 1 - q
 * @param reducedMomentum l0 = (1 - q) L at the reference frequency, L Newtonian
 * @param momentum L there
 * @param meanOffset average of S^2 minus its value at the reference frequency
 * @param upper S+^2 minus its value at the reference frequency, over l0
 * @param lower the same of S-^2, negative
 * @param span S+^2 - S3^2 at the reference frequency
 * @param rest S0^2 - S3^2, S0 being S at the reference frequency
 * @param along average of the total spin's part along the orbital angular momentum, c1 / eta of Eq. 41
 * @param perpSquared average S^2 minus the square of that part: the average in-plane part of the total spin, squared
 * @param normSquared average of S^2
 * @param halfSpread (S+^2 - S-^2) / 2 at the reference frequency
 * @param contrast (1 - q) (P1^2 - P2^2), P the spins' average parts in the plane
 */
record SpinNutation(
    boolean frozen,
    double q,
    double gap,
    double reducedMomentum,
    double momentum,
    double meanOffset,
    double upper,
    double lower,
    double span,
    double rest,
    double along,
    double perpSquared,
    double normSquared,
    double halfSpread,
    double contrast) {

    /** S+^2 - S-^2 where a spin is aligned: LALSimulation's number, felt in the remnant's spin at 1e-10. */
    static final double FROZEN_SPREAD = 1e-9;

    static SpinNutation of(PrecessingBinary binary, SpinGeometry spins, double v) {
        double q = binary.ratio();
        double gap = binary.gap();
        double momentum = binary.eta() / v;
        double l = gap * momentum;
        double[] roots = new double[4];
        boolean frozen = spins.hasAlignedSpin();
        double offset = FROZEN_SPREAD / 2;
        double halfSpread = FROZEN_SPREAD / 2;
        if (!frozen) {
            double along1 = spins.alongOne();
            double along2 = spins.alongTwo();
            double torque = along1 * spins.perpTwoSquared() - along2 * spins.perpProduct()
                + q * (along1 * spins.perpProduct() - along2 * spins.perpOneSquared());
            NutationCubic.solve(q, l, l * l - 2 * l * (q * along1 - along2) + weighedNormSquared(q, spins),
                4 * (l * spins.perpProduct() - torque), -4 * spins.perpCross() * spins.perpCross(), roots, 0);
            offset = 0.5 * l * (roots[NutationCubic.UPPER] + roots[NutationCubic.LOWER]);
            halfSpread = 0.5 * l * (roots[NutationCubic.UPPER] - roots[NutationCubic.LOWER]);
        }
        double tilt = offset / momentum;
        double perpSquared = spins.perpSquared() + offset + tilt * spins.along() - 0.25 * tilt * tilt;
        double contrast = gap * (spins.perpOneSquared() - spins.perpTwoSquared())
            + tilt * (spins.alongOne() + q * spins.alongTwo()) - 0.25 * (1 + q) * tilt * tilt;
        double along = spins.along() - 0.5 * tilt;
        return new SpinNutation(frozen, q, gap, l, momentum, offset,
            roots[NutationCubic.UPPER], roots[NutationCubic.LOWER], roots[NutationCubic.SPAN],
            roots[NutationCubic.REST] - l * roots[NutationCubic.LOWER],
            along, perpSquared, perpSquared + along * along, halfSpread, contrast);
    }

    /** |S2 + q S1|^2 at the reference frequency. */
    private static double weighedNormSquared(double q, SpinGeometry spins) {
        return spins.normTwoSquared() + q * q * spins.normOneSquared() + 2 * q * spins.product();
    }

    /** Mean of {@link #upper} and {@link #lower}. */
    private double middle() {
        return 0.5 * (upper + lower);
    }

    /** Average of S1 along the orbital angular momentum, Eq. A9; not for frozen spins. */
    double alongOne(SpinGeometry spins) {
        return spins.alongOne() - 0.5 * middle();
    }

    /** Average of S2 along the orbital angular momentum, Eq. A10; not for frozen spins. */
    double alongTwo(SpinGeometry spins) {
        return spins.alongTwo() + 0.5 * q * middle();
    }

    /** Square of S1's average part in the plane. */
    double perpOneSquared(SpinGeometry spins) {
        return Math.max(0, spins.perpOneSquared() + spins.alongOne() * middle() - 0.25 * middle() * middle());
    }

    /** Square of S2's average part in the plane. */
    double perpTwoSquared(SpinGeometry spins) {
        return Math.max(0,
            spins.perpTwoSquared() - q * spins.alongTwo() * middle() - 0.25 * q * q * middle() * middle());
    }

    /** Average scalar product of the spins' parts in the plane. */
    double perpProduct(SpinGeometry spins) {
        return perpProduct(spins, middle());
    }

    private double perpProduct(SpinGeometry spins, double shift) {
        return spins.perpProduct() + 0.5 * shift
            * (reducedMomentum + spins.alongTwo() - q * spins.alongOne() + 0.5 * q * shift);
    }

    /** The cubic at any L and the geometry of its roots, with the average of S^2 as their base. */
    void write(SpinGeometry spins, double[] rows, int offset) {
        double spread = upper - lower;
        double slope = -2 * (q * spins.alongOne() - spins.alongTwo() - q * middle());
        double constant = weighedNormSquared(q, spins) + q * reducedMomentum * middle();
        double square = reducedMomentum * reducedMomentum + slope * reducedMomentum + constant;
        rows[offset + PrecessionRow.REDUCED_MOMENTUM] = reducedMomentum;
        rows[offset + PrecessionRow.CUBIC_SQUARE_1] = slope;
        rows[offset + PrecessionRow.CUBIC_SQUARE_0] = constant;
        rows[offset + PrecessionRow.CUBIC_LINEAR_0] = -0.25 * q * reducedMomentum * spread * spread;
        rows[offset + PrecessionRow.CUBIC_CONSTANT] = -0.25 * square * spread * spread;
        writeBase(spins, middle(), rows, offset);
    }

    /**
     * What {@link NutationAngles} adds at the reference frequency, with S^2 there as base: nearly aligned spins can
     * stand so close to a turning point that the base of the average does not see the distance.
     */
    void writeAnglesAtReference(SpinGeometry spins, double psi, double eta, double[] out, int at) {
        double[] base = new double[Precession.ROW_SIZE];
        base[PrecessionRow.ETA] = eta;
        writeBase(spins, 0, base, 0);
        NutationAngles.write(base, 0, momentum, upper, lower, span, psi, out, at);
    }

    /** Both spins where S^2 is its value at the reference frequency plus shift l0. */
    private void writeBase(SpinGeometry spins, double shift, double[] rows, int offset) {
        double tilt = gap * shift;
        rows[offset + PrecessionRow.RATIO] = q;
        rows[offset + PrecessionRow.GAP] = gap;
        rows[offset + PrecessionRow.DOUBLE_EFFECTIVE_SPIN] =
            2 * (q * spins.alongOne() + spins.alongTwo()) / (1 + q);
        rows[offset + PrecessionRow.ALONG] = spins.along() - 0.5 * tilt;
        rows[offset + PrecessionRow.PERP_SQUARED] =
            spins.perpSquared() + shift * reducedMomentum + tilt * spins.along() - 0.25 * tilt * tilt;
        rows[offset + PrecessionRow.CUBIC_LINEAR_1] = 4 * perpProduct(spins, shift);
        rows[offset + PrecessionRow.PERP_DIFFERENCE] = spins.perpOneSquared() - spins.perpTwoSquared()
            + shift * (spins.alongOne() + q * spins.alongTwo() - 0.25 * (1 + q) * tilt);
        rows[offset + PrecessionRow.ALONG_SUM] =
            spins.alongOne() + q * spins.alongTwo() - 0.5 * (1 + q) * tilt;
        rows[offset + PrecessionRow.ALONG_DIFFERENCE] = spins.alongTwo() - q * spins.alongOne() + q * shift;
    }
}
