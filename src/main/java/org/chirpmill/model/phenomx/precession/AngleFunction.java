package org.chirpmill.model.phenomx.precession;

/** Euler angles as functions of log v, such as {@link AngleTable} turns into polynomials. */
@FunctionalInterface
public interface AngleFunction {
    /** Numbers a velocity of angles whose epsilon is taken elsewhere. */
    int SIZE_APART = 7;

    /**
     * Whether epsilon is that of another velocity close by, as LALSimulation's is where it integrates. Next to J it is
     * alpha there that epsilon follows: out then also receives, as numbers 4 to 6, alpha, cos(beta / 2) and
     * sin(beta / 2) of that other velocity.
     */
    default boolean isEpsilonApart() {
        return false;
    }

    /**
     * Writes the angles at velocities v = (pi M f22)^(1/3), where f22 is the frequency at which the (2, 2) mode has
     * these angles.
     *
     * @param logV natural logarithms of the velocities, ascending
     * @param count how many
     * @param out receives alpha and epsilon = -gamma, rad, without jumps by whole turns, cos(beta / 2) and
     *     sin(beta / 2), {@code count} numbers each. Where L passes next to J, alpha and epsilon may move as fast as
     *     they will, or jump by the same number of turns, if alpha - epsilon moves slowly: in
     *     d(alpha - epsilon) = 2 sin^2(beta / 2) d(alpha) nothing is large. Where it passes next to -J, so with
     *     alpha + epsilon
     */
    void at(double[] logV, int count, double[][] out);
}
