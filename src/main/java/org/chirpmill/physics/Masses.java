package org.chirpmill.physics;

/**
 * Relations between the masses of a binary. Masses are in any one unit, usually solar masses; the mass ratio is
 * q = m2 / m1, at most 1 where body 1 is the heavier one, as in bilby.
 *
 * <p>Powers come from {@link StrictMath}, so that every machine finds the same bits.
 */
public final class Masses {
    /**
     * How far the symmetric mass ratio may lie above 1/4, relative to it, and still mean equal masses: eight units in
     * the last place, more than its own computation from two masses can be wrong by.
     */
    private static final double ROUNDING = 8 * 0x1p-52;

    private Masses() {}

    /** Total mass, M = m1 + m2. */
    public static double totalMass(double massOne, double massTwo) {
        return massOne + massTwo;
    }

    /** Chirp mass, (m1 m2)^(3/5) / M^(1/5). */
    public static double chirpMass(double massOne, double massTwo) {
        return StrictMath.pow(massOne * massTwo, 0.6) / StrictMath.pow(massOne + massTwo, 0.2);
    }

    /** Mass ratio, q = m2 / m1. */
    public static double massRatio(double massOne, double massTwo) {
        return massTwo / massOne;
    }

    /** Symmetric mass ratio, eta = m1 m2 / M^2; at most 1/4 also after rounding. */
    public static double symmetricMassRatio(double massOne, double massTwo) {
        double total = massOne + massTwo;
        return Math.min(massOne * massTwo / (total * total), 0.25);
    }

    /** Symmetric mass ratio of a mass ratio, eta = q / (1 + q)^2; at most 1/4 also after rounding. */
    public static double symmetricMassRatio(double massRatio) {
        return symmetricMassRatio(1, massRatio);
    }

    /**
     * Relative difference of the masses, delta = |m1 - m2| / M = sqrt(1 - 4 eta).
     *
     * @param symmetricMassRatio eta; above 1/4 by no more than rounding it counts as 1/4
     * @return delta, or NaN where no binary has this eta
     */
    public static double relativeDifference(double symmetricMassRatio) {
        double square = 1 - 4 * symmetricMassRatio;
        return square < 0 && square >= -ROUNDING ? 0 : Math.sqrt(square);
    }

    /**
     * Symmetric mass ratio of a chirp mass and a total mass, eta = (chirp mass / M)^(5/3).
     *
     * <p>Within eight units in the last place of 1/4 the result is 1/4: closer than that the two masses cannot tell
     * equal components from unequal ones, and equal ones are what users mean.
     */
    public static double symmetricMassRatioOfChirpAndTotal(double chirpMass, double totalMass) {
        double eta = StrictMath.pow(chirpMass / totalMass, 5.0 / 3.0);
        return Math.abs(1 - 4 * eta) <= ROUNDING ? 0.25 : eta;
    }

    /**
     * Mass ratio of a symmetric mass ratio, the root q &lt;= 1 of eta = q / (1 + q)^2, as 4 eta / (1 + delta)^2, which
     * does not cancel for small eta as (1 - delta) / (1 + delta) would.
     */
    public static double massRatioOfSymmetric(double symmetricMassRatio) {
        double sum = 1 + relativeDifference(symmetricMassRatio);
        return 4 * symmetricMassRatio / (sum * sum);
    }

    /** Total mass of a chirp mass and a mass ratio, M = chirp mass ((1 + q)^2 / q)^(3/5). */
    public static double totalMassOfChirpAndRatio(double chirpMass, double massRatio) {
        return chirpMass * ThreeFifths.power((1 + massRatio) * (1 + massRatio) / massRatio);
    }

    /**
     * The mass of one body from the other's and the chirp mass: m x with x the positive root of x^3 = a (1 + x), where
     * a = (chirp mass / m)^5.
     *
     * <p>Newton's iteration from above the root, where the cubic is convex, so it descends until rounding stops it.
     * The closed form that is often used takes the root of a negative number where the other body is about three
     * times as heavy or more.
     */
    public static double companionOfChirp(double chirpMass, double mass) {
        double quotient = chirpMass / mass;
        double a = quotient * quotient * quotient * quotient * quotient;
        if (!(a > 0) || a == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        double x = Math.max(StrictMath.cbrt(2 * a), Math.sqrt(2 * a));
        double previous;
        do {
            previous = x;
            x -= (x * x * x - a * (1 + x)) / (3 * x * x - a);
        } while (x < previous);
        return mass * previous;
    }
}
