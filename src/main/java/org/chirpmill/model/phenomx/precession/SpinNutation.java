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
 * @param perpExcess perpSquared minus halfSpread, from which small spins' digits would be gone after the difference
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
    double perpExcess,
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
            double[] base = new double[PrecessionRow.WEIGHED_NORM_SQUARED - PrecessionRow.RATIO + 1];
            writeBase(q, gap, spins, base, -PrecessionRow.RATIO);
            NutationCubic.solveRow(base, -PrecessionRow.RATIO, momentum, 0, roots, 0);
            offset = 0.5 * l * (roots[NutationCubic.UPPER] + roots[NutationCubic.LOWER]);
            halfSpread = 0.5 * l * (roots[NutationCubic.UPPER] - roots[NutationCubic.LOWER]);
        }
        double tilt = offset / momentum;
        double perpAtOffset = spins.perpSquared() + tilt * spins.along() - 0.25 * tilt * tilt;
        double perpSquared = perpAtOffset + offset;
        double perpExcess = perpAtOffset + (offset - halfSpread);
        double contrast = gap * (spins.perpOneSquared() - spins.perpTwoSquared())
            + tilt * (spins.alongOne() + q * spins.alongTwo()) - 0.25 * (1 + q) * tilt * tilt;
        double along = spins.along() - 0.5 * tilt;
        return new SpinNutation(frozen, q, gap, l, momentum, offset,
            roots[NutationCubic.UPPER], roots[NutationCubic.LOWER], roots[NutationCubic.SPAN],
            roots[NutationCubic.REST] - l * roots[NutationCubic.LOWER],
            along, perpSquared, perpSquared + along * along, halfSpread, perpExcess, contrast);
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
        return spins.perpProduct() + 0.5 * middle()
            * (reducedMomentum + spins.alongTwo() - q * spins.alongOne() + 0.5 * q * middle());
    }

    /** The cubic and the geometry of its roots at any v, v being now that of the reference frequency. */
    void write(SpinGeometry spins, double v, double[] rows, int offset) {
        writeBase(q, gap, spins, rows, offset);
        rows[offset + PrecessionRow.NORM_OFFSET] = -meanOffset;
        rows[offset + PrecessionRow.BASE_SHIFT_0] = -0.5 * middle();
        rows[offset + PrecessionRow.BASE_SHIFT_1] = 0.5 * middle() / v;
    }

    private static void writeBase(double q, double gap, SpinGeometry spins, double[] rows, int offset) {
        rows[offset + PrecessionRow.RATIO] = q;
        rows[offset + PrecessionRow.GAP] = gap;
        rows[offset + PrecessionRow.ALONG_ONE] = spins.alongOne();
        rows[offset + PrecessionRow.ALONG_TWO] = spins.alongTwo();
        rows[offset + PrecessionRow.PERP_ONE_SQUARED] = spins.perpOneSquared();
        rows[offset + PrecessionRow.PERP_TWO_SQUARED] = spins.perpTwoSquared();
        rows[offset + PrecessionRow.PERP_PRODUCT] = spins.perpProduct();
        rows[offset + PrecessionRow.PERP_CROSS_SQUARED] = spins.perpCross() * spins.perpCross();
        rows[offset + PrecessionRow.WEIGHED_NORM_SQUARED] =
            spins.normTwoSquared() + q * q * spins.normOneSquared() + 2 * q * spins.product();
    }
}
