package org.chirpmill.parameters;

import org.chirpmill.physics.ComponentMasses;

/**
 * The dimensionless tidal deformabilities of both bodies.
 *
 * <p>Their combinations in the waveform's phase (arXiv:1402.5156), with delta = (m1 - m2) / M:
 * 13/8 lambda_tilde = A (lambda_1 + lambda_2) + B (lambda_1 - lambda_2),
 * 2 delta_lambda_tilde = C (lambda_1 + lambda_2) + D (lambda_1 - lambda_2).
 * delta keeps its sign, so the relations hold whichever body is the heavier one.
 *
 * @param one that of body 1
 * @param two that of body 2
 */
public record TidalDeformabilities(double one, double two) {

    /**
     * Both from lambda_tilde, assuming that they scale as the inverse fifth power of the masses, which equal radii
     * would give.
     */
    static TidalDeformabilities ofTilde(double lambdaTilde, ComponentMasses masses) {
        double eta = eta(masses);
        double ratio = masses.two() / masses.one();
        double fifthPower = ratio * ratio * ratio * ratio * ratio;
        double two = 13.0 / 8.0 * lambdaTilde
            / (symmetricInTilde(eta) * (fifthPower + 1) + antisymmetricInTilde(eta, masses) * (fifthPower - 1));
        return new TidalDeformabilities(fifthPower * two, two);
    }

    /** Both from lambda_tilde and delta_lambda_tilde, solving the two linear equations. */
    static TidalDeformabilities ofTildeAndDelta(
        double lambdaTilde, double deltaLambdaTilde, ComponentMasses masses) {

        double eta = eta(masses);
        double a = symmetricInTilde(eta);
        double b = antisymmetricInTilde(eta, masses);
        double c = symmetricInDelta(eta, masses);
        double d = antisymmetricInDelta(eta);
        double determinant = a * d - b * c;
        double left = 13.0 / 8.0 * lambdaTilde;
        double right = 2 * deltaLambdaTilde;
        double sum = (left * d - right * b) / determinant;
        double difference = (right * a - left * c) / determinant;
        return new TidalDeformabilities((sum + difference) / 2, (sum - difference) / 2);
    }

    /**
     * Both from that of body 1 and a combination of both, which is linear in them. Where it does not depend on body 2,
     * as delta_lambda_tilde does at one mass ratio, that one is infinite or NaN.
     */
    static TidalDeformabilities ofOne(double one, TideParameter combination, double value, ComponentMasses masses) {
        double known = combination.of(new TidalDeformabilities(one, 0), masses);
        return new TidalDeformabilities(
            one, (value - known) / combination.of(new TidalDeformabilities(0, 1), masses));
    }

    /** The same from that of body 2. */
    static TidalDeformabilities ofTwo(double two, TideParameter combination, double value, ComponentMasses masses) {
        double known = combination.of(new TidalDeformabilities(0, two), masses);
        return new TidalDeformabilities(
            (value - known) / combination.of(new TidalDeformabilities(1, 0), masses), two);
    }

    /** Both from half their sum and half of lambda_2 - lambda_1. */
    static TidalDeformabilities ofSymmetric(double symmetric, double antisymmetric) {
        return new TidalDeformabilities(symmetric - antisymmetric, symmetric + antisymmetric);
    }

    /** lambda_tilde, by which tides enter the phase first. */
    double tilde(ComponentMasses masses) {
        double eta = eta(masses);
        return 8.0 / 13.0 * (symmetricInTilde(eta) * (one + two) + antisymmetricInTilde(eta, masses) * (one - two));
    }

    /** delta_lambda_tilde, which enters one order later. */
    double deltaTilde(ComponentMasses masses) {
        double eta = eta(masses);
        return (symmetricInDelta(eta, masses) * (one + two) + antisymmetricInDelta(eta) * (one - two)) / 2;
    }

    private static double eta(ComponentMasses masses) {
        double total = masses.one() + masses.two();
        return masses.one() * masses.two() / (total * total);
    }

    private static double delta(ComponentMasses masses) {
        return (masses.one() - masses.two()) / (masses.one() + masses.two());
    }

    private static double symmetricInTilde(double eta) {
        return 1 + eta * (7 - 31 * eta);
    }

    private static double antisymmetricInTilde(double eta, ComponentMasses masses) {
        return delta(masses) * (1 + eta * (9 - 11 * eta));
    }

    private static double symmetricInDelta(double eta, ComponentMasses masses) {
        return delta(masses) * (1 + eta * (-13272 + 8944 * eta) / 1319);
    }

    private static double antisymmetricInDelta(double eta) {
        return 1 + eta * (-15910 + eta * (32850 + 3380 * eta)) / 1319;
    }
}
