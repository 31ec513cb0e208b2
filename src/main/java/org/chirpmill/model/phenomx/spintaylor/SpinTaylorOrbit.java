package org.chirpmill.model.phenomx.spintaylor;

import java.util.List;
import org.chirpmill.model.ScalarMath;

/**
 * The precession of an inspiral: directions of the orbit and of both spins as functions of the velocity, integrated
 * from a reference velocity down and up. Work space of one thread, which the next binary takes again.
 *
 * <p>Vectors have components in the frame of the source at the reference velocity, whose z axis is along the orbital
 * angular momentum there, as LALSimulation's SimInspiralSpinTaylorPNEvolveOrbit gives them.
 *
 * <p>All vectors turn about the total angular momentum J, nearly at one rate. They are integrated in a frame that
 * turns about it as well, at a rate times v^-4 that is chosen anew at each step: what is left to integrate is
 * nutation, and steps are two to three times as long.
 */
public final class SpinTaylorOrbit {
    /** First of three: the unit vector along the orbital angular momentum. */
    public static final int ORBIT = OrbitEquations.ORBIT;
    /** First of three: the dimensionless spin of body 1, the heavier. */
    public static final int SPIN_ONE = OrbitEquations.ONE;
    /** First of three: the dimensionless spin of body 2. */
    public static final int SPIN_TWO = OrbitEquations.TWO;
    /** Time since the reference velocity, units of the total mass. */
    public static final int TIME = OrbitEquations.TIME;
    /**
     * The integral of (1 - cos beta) d alpha from the reference velocity on, rad, of the Euler angles of L about
     * {@link #axis}: by so much a vector that is carried along with L, and does not turn about it, has turned.
     */
    public static final int CARRIED = OrbitEquations.CARRIED;
    /** Numbers of a state. */
    public static final int SIZE = OrbitEquations.SIZE;
    /** L, what is carried along, and the angle of the turning frame. */
    static final int FRAMED = 5;

    /** Why an integration ended. */
    public enum Ending {
        /** The velocity asked for is reached. */
        VELOCITY_REACHED,
        /** From there on the orbit's energy would rise as it chirps. */
        ENERGY_RISES,
        /** From there on the chirp would slow down, d^2 omega / dt^2 being negative. */
        CHIRP_SLOWS,
        /** The velocity of light. */
        VELOCITY_OF_LIGHT
    }

    /**
     * How an integration ended.
     *
     * @param down the ending towards low velocities
     * @param up the ending towards high ones
     */
    public record Outcome(Ending down, Ending up) {
        /** Whether both velocities asked for were reached. */
        public boolean complete() {
            return down == Ending.VELOCITY_REACHED && up == Ending.VELOCITY_REACHED;
        }
    }

    private final OrbitStepper stepper = new OrbitStepper();
    private final WalksAhead ahead;
    private OrbitWalk walk;

    /** Work space with the tolerance of a step that keeps angles to 1e-10 rad. */
    public SpinTaylorOrbit() {
        this(OrbitWalk.TOLERANCE);
    }

    /** Work space with a tolerance of one's own: the largest error of a step in a unit vector's component. */
    SpinTaylorOrbit(double tolerance) {
        walk = new OrbitWalk(tolerance);
        ahead = new WalksAhead(tolerance);
    }

    /**
     * Integrates inspirals of which most will be asked for next, several side by side where the JVM can: {@link #solve}
     * of one of them takes it then, and no bit of it shows how it was integrated. Those of a call before are forgotten.
     */
    public void solveAhead(List<Inspiral> inspirals) {
        ahead.go(inspirals);
    }

    /**
     * Integrates a binary's precession.
     *
     * @return how both integrations ended; {@link #at} is good between {@link #firstVelocity} and {@link #lastVelocity}
     */
    public Outcome solve(Inspiral inspiral) {
        walk = ahead.exchange(walk, inspiral);
        if (!walk.isOf(inspiral)) {
            walk.begin(inspiral);
            stepper.finish(walk.down());
            stepper.finish(walk.up());
        }
        return walk.outcome();
    }

    /** The lowest velocity with a state. */
    public double firstVelocity() {
        return walk.firstVelocity();
    }

    /** The velocity up to which there is no reason to end; states are known a little beyond it. */
    public double endVelocity() {
        return walk.endVelocity();
    }

    /** The velocity at which the binary's spins were given. */
    public double referenceVelocity() {
        return walk.referenceVelocity();
    }

    /** The highest velocity with a state. */
    public double lastVelocity() {
        return walk.lastVelocity();
    }

    /**
     * The state at a velocity.
     *
     * @param v velocity, from the first to the last
     * @param out receives {@link #SIZE} numbers: L, spin 1, spin 2, time, carried
     */
    public void at(double v, double[] out) {
        check(v);
        if (walk.firstVelocity() == walk.lastVelocity()) {
            System.arraycopy(walk.reference(), 0, out, 0, SIZE);
            walk.steps().turnOut(out, 0);
        } else {
            walk.steps().at(v, walk.referenceVelocity(), out);
        }
    }

    /**
     * L and the turn of a vector that is carried along with it, in less time.
     *
     * @param v velocity, from the first to the last
     * @param out receives four numbers: L, {@link #CARRIED}
     */
    public void directionAt(double v, double[] out) {
        check(v);
        walk.steps().directionAt(v, walk.referenceVelocity(), out);
    }

    /** L and what is carried along with it in a frame that turns, and its angle: {@link #FRAMED} numbers. */
    void inTurningFrame(double v, double[] out) {
        check(v);
        walk.steps().inTurningFrame(v, walk.referenceVelocity(), out);
    }

    /** The turning frame's three axes at angle 0, three components each. */
    void axes(double[] out) {
        walk.steps().axes(out);
    }

    /** Writes the unit vector, of three components, about which {@link #CARRIED} has the Euler angles. */
    public void axis(double[] out) {
        walk.steps().axis(out);
    }

    /** The time at a velocity, units of the total mass; 0 at the reference. */
    public double timeAt(double v) {
        check(v);
        return walk.firstVelocity() == walk.lastVelocity() ? 0
            : walk.steps().timeAt(walk.steps().stepOf(v, walk.referenceVelocity()), v);
    }

    /** The velocity at a time; the first or the last one where it lies before or after them. */
    public double velocityAt(double time) {
        // Where there is no step towards it there is nothing beyond the reference.
        OrbitLeg leg = time < 0 ? walk.down() : walk.up();
        return time == 0 || leg.velocity() == walk.referenceVelocity() ? walk.referenceVelocity()
            : Math.max(walk.firstVelocity(), Math.min(walk.lastVelocity(), walk.steps().velocityAt(time)));
    }

    private void check(double v) {
        if (!(v >= walk.firstVelocity() && v <= walk.lastVelocity())) {
            throw new IllegalArgumentException(
                v + " does not lie between " + walk.firstVelocity() + " and " + walk.lastVelocity());
        }
    }

    /**
     * The derivative by velocity of a state.
     *
     * @param v velocity
     * @param state the state there
     * @param out receives {@link #SIZE} numbers
     */
    public void rates(double v, double[] state, double[] out) {
        walk.equations().rates(v, ScalarMath.log(v), 0, state, 0, out, 0);
    }

    /** How many steps the last binary took. */
    int steps() {
        return walk.steps().count();
    }
}
