package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.phenomx.precession.ReferenceOrientation;

/**
 * alpha and cos(beta) of an integrated orbit about J, and their slopes by M f; velocities are (pi M f)^(1/3). Work
 * space of one thread.
 */
final class OrbitAngles {
    private final double[] direction = new double[4];
    private final double[] state = new double[SpinTaylorOrbit.SIZE];
    private final double[] rates = new double[SpinTaylorOrbit.SIZE];

    private SpinTaylorOrbit orbit;
    private ReferenceOrientation orientation;

    /** Takes an orbit and how J lies. */
    void set(SpinTaylorOrbit newOrbit, ReferenceOrientation newOrientation) {
        orbit = newOrbit;
        orientation = newOrientation;
    }

    /** The velocity at M f. */
    static double velocity(double f) {
        return CubeRoot.of(Math.PI * f);
    }

    /** M f at a velocity. */
    static double frequency(double v) {
        return v * v * v / Math.PI;
    }

    /** alpha, rad, to whole turns. */
    double alpha(double v) {
        orbit.directionAt(v, direction);
        return Arctangent.ofPoint(orientation.sideways(direction[0], direction[1]),
            orientation.inward(direction[0], direction[1], direction[2]));
    }

    /** cos(beta). */
    double cosine(double v) {
        orbit.directionAt(v, direction);
        return orientation.along(direction[0], direction[1], direction[2]);
    }

    /** d alpha / d(M f). */
    double alphaSlope(double v) {
        double perM = takeRates(v);
        double inward = orientation.inward(state[0], state[1], state[2]);
        double sideways = orientation.sideways(state[0], state[1]);
        return (inward * orientation.sideways(rates[0], rates[1])
            - sideways * orientation.inward(rates[0], rates[1], rates[2])) * perM
            / (inward * inward + sideways * sideways);
    }

    /** d cos(beta) / d(M f). */
    double cosineSlope(double v) {
        double perM = takeRates(v);
        return orientation.along(rates[0], rates[1], rates[2]) * perM;
    }

    /** State and rates at a velocity; gives dv / d(M f). */
    private double takeRates(double v) {
        orbit.at(v, state);
        orbit.rates(v, state, rates);
        return v / (3 * frequency(v));
    }
}
