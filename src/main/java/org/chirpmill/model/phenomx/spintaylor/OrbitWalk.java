package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.phenomx.spintaylor.SpinTaylorOrbit.Outcome;

/**
 * One binary's integration: its two legs from the reference velocity, which do not depend on each other. Work space of
 * one thread, which the next binary takes again.
 */
final class OrbitWalk {
    /** Largest error of a step: how far it moves the orbit's direction. */
    static final double TOLERANCE = 5e-12;

    private final OrbitEquations equations = new OrbitEquations();
    private final OrbitSteps steps = new OrbitSteps();
    private final OrbitLeg down;
    private final OrbitLeg up;
    private final double[] reference = new double[OrbitEquations.SIZE];
    private final double[] axis = new double[3];

    private Inspiral inspiral;

    /** A walk whose steps have this error at most in a unit vector's component. */
    OrbitWalk(double tolerance) {
        down = new OrbitLeg(tolerance, equations, steps, false);
        up = new OrbitLeg(tolerance, equations, steps, true);
    }

    /** Sets out. */
    void begin(Inspiral newInspiral) {
        inspiral = newInspiral;
        equations.set(inspiral.binary());
        equations.start(inspiral.binary(), reference, 0);
        equations.totalMomentum(inspiral.vReference(), reference, axis);
        steps.begin(axis);
        steps.turnIn(reference);
        down.begin(inspiral.vReference(), reference, inspiral.vStart());
        up.begin(inspiral.vReference(), reference, inspiral.vEnd());
    }

    /** Whether it is that of an inspiral, to the last bit. */
    boolean isOf(Inspiral other) {
        return other.equals(inspiral);
    }

    /** The leg towards low velocities. */
    OrbitLeg down() {
        return down;
    }

    /** The leg towards high ones. */
    OrbitLeg up() {
        return up;
    }

    /** How both ended. */
    Outcome outcome() {
        return new Outcome(down.ending(), up.ending());
    }

    double firstVelocity() {
        return down.velocity();
    }

    double lastVelocity() {
        return up.velocity();
    }

    double endVelocity() {
        return up.endVelocity();
    }

    double referenceVelocity() {
        return inspiral.vReference();
    }

    /** The state at the reference, in the turning frame. */
    double[] reference() {
        return reference;
    }

    OrbitEquations equations() {
        return equations;
    }

    OrbitSteps steps() {
        return steps;
    }
}
