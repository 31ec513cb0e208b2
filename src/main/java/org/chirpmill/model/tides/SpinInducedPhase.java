package org.chirpmill.model.tides;

/**
 * The phase that spinning stars have beyond spinning black holes: their quadrupoles at 2PN and 3PN, arXiv:1501.01529,
 * the quadrupoles' tail and the octupoles at 3.5PN, arXiv:1905.06011, Eq. 27.
 */
public final class SpinInducedPhase {
    private SpinInducedPhase() {}

    /** Writes all of it: for models whose inspiral is that of black holes. */
    public static void write(NeutronStars stars, double[] rows, int row) {
        double one = excess(stars.lambdaOne()) * square(stars.massOne() * stars.chiOne());
        double two = excess(stars.lambdaTwo()) * square(stars.massTwo() * stars.chiTwo());
        rows[row + TideRow.QUADRUPOLE_MINUS_1] =
            leading(stars) * SpinInducedMoments.AT_SECOND_ORDER * (one + two) * stars.turned().thirds(-1);
        rows[row + TideRow.QUADRUPOLE_1] = leading(stars) * (SpinInducedMoments.atThirdOrder(stars.massOne()) * one
            + SpinInducedMoments.atThirdOrder(stars.massTwo()) * two) * stars.turned().thirds(1);
        writeHighestOrder(stars, rows, row);
    }

    /** Writes the 3.5PN terms: for models whose inspiral has the quadrupoles otherwise. */
    public static void writeHighestOrder(NeutronStars stars, double[] rows, int row) {
        double phase = atHighestOrder(stars.massOne(), stars.chiOne(), stars.lambdaOne(), stars.massTwo(),
            stars.chiTwo()) + atHighestOrder(stars.massTwo(), stars.chiTwo(), stars.lambdaTwo(), stars.massOne(),
            stars.chiOne());
        rows[row + TideRow.QUADRUPOLE_2] = leading(stars) * phase * stars.turned().thirds(2);
    }

    /** The factor of the relative orders, with the sign of h = A exp(i phase). */
    private static double leading(NeutronStars stars) {
        return -3 / (128 * stars.eta());
    }

    /** One body's share, relative to the leading order. */
    private static double atHighestOrder(
            double mass, double chi, double lambda, double otherMass, double otherChi) {
        double spin = mass * chi;
        double octupole = SpinInducedMoments.octupole(SpinInducedMoments.quadrupole(lambda)) - 1;
        double spins = (mass + 308.0 / 3) * spin + (otherMass - 89.0 / 3) * otherMass * otherChi;
        return excess(lambda) * spin * spin * (10 * spins - 400 * Math.PI) - 440 * octupole * spin * spin * spin;
    }

    /** The quadrupole beyond a black hole's. */
    private static double excess(double lambda) {
        return SpinInducedMoments.quadrupole(lambda) - 1;
    }

    private static double square(double x) {
        return x * x;
    }
}
