package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

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

    /** Largest error of a step: how far it moves the orbit's direction. */
    static final double TOLERANCE = 5e-12;
    /** Radians of precession over which errors of that size may add up; in longer inspirals each is to be smaller. */
    private static final double USUAL_PRECESSION = 10;
    /** Share of the step that the error allows. */
    private static final double SAFETY = 0.85;
    private static final double LARGEST_GROWTH = 5;
    private static final double SMALLEST_GROWTH = 0.2;
    /** Longest step, of the velocity. */
    private static final double LONGEST = 0.2;
    /** Shortest step, of the velocity; shorter ones lead to where the chirp comes to a halt. */
    private static final double SHORTEST = 1e-8;
    /** The same behind the inspiral's end, where little is asked for. */
    private static final double SHORTEST_BEYOND = 1e-4;
    /** First step, radians that the fastest of the vectors moves. */
    private static final double FIRST = 0.05;
    /** Numbers that are vectors' components: all but the time and what is carried. */
    private static final int VECTORS = TIME;
    /** How far an inspiral is continued behind its end, at least, of the velocity. */
    private static final double BEYOND = 0.02;
    /** Where the rates at the end of a step begin. */
    private static final int END_RATES = EighthOrderMethod.STAGES * SIZE;

    private final double tolerance;
    private final OrbitEquations equations = new OrbitEquations();
    private final OrbitSteps steps = new OrbitSteps();
    private final Bracket bracket = new Bracket();
    /** Logarithms of the velocities of a step's stages. */
    private final double[] logs = new double[EighthOrderMethod.ALL_STAGES];
    private final double[] reference = new double[SIZE];
    private final double[] rates = new double[EighthOrderMethod.ALL_STAGES * SIZE];
    private final double[] state = new double[SIZE];
    private final double[] weights = new double[SIZE];
    private final double[] estimates = new double[2 * SIZE];
    private double[] end = new double[SIZE];
    private double[] now = new double[SIZE];

    private double firstVelocity;
    private double lastVelocity;
    private double endVelocity;
    private double referenceVelocity;
    /** How fast the frame turns in the step under way. */
    private double turn;
    /** The frame's angle at its start. */
    private double angle;
    private long evaluations;

    /** Work space with the tolerance of a step that keeps angles to 1e-10 rad. */
    public SpinTaylorOrbit() {
        this(TOLERANCE);
    }

    /** Work space with a tolerance of one's own: the largest error of a step in a unit vector's component. */
    SpinTaylorOrbit(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * Integrates a binary's precession.
     *
     * @param binary the binary; its spins are those at the reference velocity
     * @param vReference velocity (pi M f)^(1/3) where the orbital angular momentum is the z axis
     * @param vStart the lowest velocity wanted, at most the reference
     * @param vEnd the highest, at least the reference
     * @return how both integrations ended; {@link #at} is good between {@link #firstVelocity} and {@link #lastVelocity}
     */
    public Outcome solve(PrecessingBinary binary, double vReference, double vStart, double vEnd) {
        equations.set(binary);
        equations.start(binary, reference, 0);
        referenceVelocity = vReference;
        equations.totalMomentum(vReference, reference, state);
        steps.begin(state);
        steps.turnIn(reference);
        Ending down = integrate(vStart);
        firstVelocity = lastVelocity;
        steps.turnBack();
        Ending up = integrate(vEnd);
        return new Outcome(down, up);
    }

    /** The lowest velocity with a state. */
    public double firstVelocity() {
        return firstVelocity;
    }

    /** The velocity up to which there is no reason to end; states are known a little beyond it. */
    public double endVelocity() {
        return endVelocity;
    }

    /** The velocity at which the binary's spins were given. */
    public double referenceVelocity() {
        return referenceVelocity;
    }

    /** The highest velocity with a state. */
    public double lastVelocity() {
        return lastVelocity;
    }

    /**
     * The state at a velocity.
     *
     * @param v velocity, from the first to the last
     * @param out receives {@link #SIZE} numbers: L, spin 1, spin 2, time, carried
     */
    public void at(double v, double[] out) {
        check(v);
        if (firstVelocity == lastVelocity) {
            System.arraycopy(reference, 0, out, 0, SIZE);
            steps.turnOut(out, 0);
        } else {
            steps.at(v, referenceVelocity, out);
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
        steps.directionAt(v, referenceVelocity, out);
    }

    /** L and what is carried along with it in a frame that turns, and its angle: {@link #FRAMED} numbers. */
    void inTurningFrame(double v, double[] out) {
        check(v);
        steps.inTurningFrame(v, referenceVelocity, out);
    }

    /** The turning frame's three axes at angle 0, three components each. */
    void axes(double[] out) {
        steps.axes(out);
    }

    /** Writes the unit vector, of three components, about which {@link #CARRIED} has the Euler angles. */
    public void axis(double[] out) {
        steps.axis(out);
    }

    /** The time at a velocity, units of the total mass; 0 at the reference. */
    public double timeAt(double v) {
        check(v);
        return firstVelocity == lastVelocity ? 0 : steps.timeAt(steps.stepOf(v, referenceVelocity), v);
    }

    /** The velocity at a time; the first or the last one where it lies before or after them. */
    public double velocityAt(double time) {
        return time == 0 ? referenceVelocity
            : Math.max(firstVelocity, Math.min(lastVelocity, steps.velocityAt(time)));
    }

    private void check(double v) {
        if (!(v >= firstVelocity && v <= lastVelocity)) {
            throw new IllegalArgumentException(
                v + " does not lie between " + firstVelocity + " and " + lastVelocity);
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
        equations.rates(v, ScalarMath.log(v), 0, state, 0, out, 0);
    }

    /** How often the equations were evaluated since this work space was made. */
    long evaluations() {
        return evaluations;
    }

    /** How many steps the last binary took. */
    int steps() {
        return steps.count();
    }

    /** Integrates from the reference to a velocity, or as far as it goes. */
    private Ending integrate(double goal) {
        double v = referenceVelocity;
        double logV = ScalarMath.log(v);
        lastVelocity = v;
        endVelocity = v;
        angle = 0;
        turn = 0;
        System.arraycopy(reference, 0, now, 0, SIZE);
        equations.rates(v, logV, 0, now, 0, rates, 0);
        evaluations++;
        Ending ending = endingAt(v, logV, now, rates, 0);
        if (ending != null) {
            return ending;
        }
        double h = Math.copySign(LONGEST * v, goal - v);
        double limit = goal;
        double allowed = tolerance;
        boolean first = true;
        boolean grows = true;
        while (v != limit) {
            equations.weights(v, now, weights);
            turnAlong(v);
            if (first) {
                h = firstStep(h);
                double precession = Math.abs(OrbitSteps.turned(turn, v, goal));
                allowed = tolerance / Math.max(1, precession / USUAL_PRECESSION);
                first = false;
            }
            boolean last = Math.abs(limit - v) <= Math.abs(h) * (1 + 1e-12);
            h = last ? limit - v : h;
            double error = step(v, logV, h) / allowed;
            if (!(error <= 1)) {
                h *= Double.isNaN(error) ? SMALLEST_GROWTH : growth(error, 1);
                grows = false;
                if (Math.abs(h) < (ending == null ? SHORTEST : SHORTEST_BEYOND) * v) {
                    return ending == null ? Ending.CHIRP_SLOWS : ending;
                }
                continue;
            }
            double next = last ? limit : v + h;
            complete(v, h);
            steps.add(v, next, angle, turn, now, end, rates);
            logV = logs[EighthOrderMethod.STAGES];
            if (ending == null) {
                ending = endingAt(next, logV, end, rates, END_RATES);
                endVelocity = ending == null ? next : refine(v, next);
                if (ending != null) {
                    double beyond = endVelocity * (1 + Math.copySign(BEYOND, h));
                    limit = h > 0 ? Math.max(next, beyond) : Math.min(next, beyond);
                }
            }
            angle += OrbitSteps.turned(turn, v, next);
            v = next;
            lastVelocity = v;
            double[] spare = now;
            now = end;
            end = spare;
            System.arraycopy(rates, END_RATES, rates, 0, SIZE);
            h = Math.copySign(Math.min(Math.abs(h) * growth(error, grows ? LARGEST_GROWTH : 1), LONGEST * v), h);
            grows = true;
        }
        return ending == null ? Ending.VELOCITY_REACHED : ending;
    }

    private static double growth(double error, double largest) {
        double root = Math.sqrt(Math.sqrt(Math.sqrt(error)));
        return Math.min(largest, Math.max(SMALLEST_GROWTH, SAFETY / root));
    }

    /** Makes the frame turn with the vectors, from the first stage's rates on. */
    private void turnAlong(double v) {
        double square = v * v;
        double change = OrbitEquations.turn(now, rates, weights);
        turn += change * square * square;
        for (int i = 0; i < VECTORS; i += 3) {
            rates[i] += change * now[i + 1];
            rates[i + 1] -= change * now[i];
        }
    }

    private double firstStep(double h) {
        double fastest = 0;
        for (int i = 0; i < VECTORS; i++) {
            fastest = Math.max(fastest, Math.abs(rates[i]));
        }
        return Math.copySign(Math.min(Math.abs(h), FIRST / fastest), h);
    }

    /** Takes a step from {@link #now}, whose rates are there, to {@link #end}; gives its error. */
    private double step(double v, double logV, double h) {
        // Ahead of the stages, of which each waits for the one before: these wait for nothing.
        for (int stage = 1; stage < EighthOrderMethod.ALL_STAGES; stage++) {
            double change = EighthOrderMethod.node(stage) * h;
            logs[stage] = logV + OrbitEquations.logRatio(change, 2 * v + change);
        }
        for (int stage = 1; stage < EighthOrderMethod.STAGES; stage++) {
            EighthOrderMethod.state(stage, h, now, rates, state);
            evaluate(v, h, stage, state);
        }
        EighthOrderMethod.state(EighthOrderMethod.STAGES, h, now, rates, end);
        return EighthOrderMethod.error(h, rates, weights, estimates);
    }

    /** The rates at the end of a step and the stages that the interpolant takes. */
    private void complete(double v, double h) {
        evaluate(v, h, EighthOrderMethod.STAGES, end);
        for (int stage = EighthOrderMethod.STAGES + 1; stage < EighthOrderMethod.ALL_STAGES; stage++) {
            EighthOrderMethod.state(stage, h, now, rates, state);
            evaluate(v, h, stage, state);
        }
    }

    private void evaluate(double v, double h, int stage, double[] at) {
        equations.rates(v + EighthOrderMethod.node(stage) * h, logs[stage], turn, at, 0, rates, stage * SIZE);
        evaluations++;
    }

    /** The reason to end at a state, or null. */
    private Ending endingAt(double v, double logV, double[] at, double[] derivative, int from) {
        if (equations.energyLoss(v, at, 0) < 0) {
            return Ending.ENERGY_RISES;
        }
        if (v >= 1) {
            return Ending.VELOCITY_OF_LIGHT;
        }
        // Time must not run backwards, and the chirp must quicken.
        return derivative[from + TIME] > 0 && equations.quickening(v, logV, at, 0, derivative, from) > 0
            ? null : Ending.CHIRP_SLOWS;
    }

    /** The velocity within the last step up to which there is no reason to end. */
    private double refine(double from, double to) {
        bracket.set(from, margin(from), to, margin(to));
        while (!bracket.isClosed()) {
            double v = bracket.next();
            bracket.take(v, margin(v));
        }
        return from < to ? bracket.low() : bracket.high();
    }

    /** How far a velocity within the last step is from a reason to end; negative where there is one. */
    private double margin(double v) {
        double logV = ScalarMath.log(v);
        steps.inFrame(steps.count() - 1, v, state);
        equations.rates(v, logV, turn, state, 0, estimates, 0);
        double least = Math.min(Math.min(equations.energyLoss(v, state, 0), 1 - v),
            equations.quickening(v, logV, state, 0, estimates, 0));
        return estimates[TIME] > 0 && least > 0 ? least : Math.min(least, -Double.MIN_NORMAL);
    }
}
