package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.spintaylor.SpinTaylorOrbit.Ending;

/**
 * The integration of a binary's precession from the reference velocity to one velocity, step by step: says which step
 * is to be taken, judges it, and keeps it. {@link OrbitStepper} takes the steps of one leg, {@link OrbitLanes} those of
 * several side by side.
 *
 * <p>After {@link #begin}, and until {@link #isDone}: {@link #accepts} the error of the step from {@link #velocity} by
 * {@link #length}; where it does, {@link #keep} gives the place for the step's interpolant and {@link #advance} goes
 * on. Work space of one thread, which the next binary takes again.
 */
final class OrbitLeg {
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
    /** Numbers of a state. */
    private static final int SIZE = OrbitEquations.SIZE;
    /** Numbers that are vectors' components: all but the time and what is carried. */
    private static final int VECTORS = OrbitEquations.TIME;
    /** How far an inspiral is continued behind its end, at least, of the velocity. */
    private static final double BEYOND = 0.02;

    private final double tolerance;
    private final OrbitEquations equations;
    private final OrbitSteps steps;
    private final boolean isUp;
    private final Bracket bracket = new Bracket();
    private final double[] state = new double[SIZE];
    private final double[] rates = new double[SIZE];
    private final double[] weights = new double[SIZE];
    /** Of a velocity within a step. */
    private final double[] within = new double[SIZE];
    private final double[] ratesWithin = new double[SIZE];

    /** Where it ends: at the goal, or a little behind a reason to end. */
    private double limit;
    private double endVelocity;
    /** The reason to end, once it is met. */
    private Ending ending;
    private boolean isDone;
    private double v;
    private double logV;
    private double h;
    private double next;
    private double allowed;
    private double error;
    private boolean grows;
    /** How fast the frame turns in the step under way. */
    private double turn;
    /** The frame's angle at its start. */
    private double angle;

    /**
     * A leg of a walk.
     *
     * @param tolerance the largest error of a step in a unit vector's component
     * @param equations the walk's binary
     * @param steps receives the steps
     * @param isUp whether it leads to high velocities
     */
    OrbitLeg(double tolerance, OrbitEquations equations, OrbitSteps steps, boolean isUp) {
        this.tolerance = tolerance;
        this.equations = equations;
        this.steps = steps;
        this.isUp = isUp;
    }

    /** Sets out from a state at a velocity towards another velocity. */
    void begin(double vReference, double[] reference, double goal) {
        limit = goal;
        v = vReference;
        logV = ScalarMath.log(v);
        endVelocity = v;
        angle = 0;
        turn = 0;
        grows = true;
        System.arraycopy(reference, 0, state, 0, SIZE);
        equations.rates(v, logV, 0, state, 0, rates, 0);
        ending = endingAt(v);
        isDone = ending != null || v == limit;
        if (!isDone) {
            equations.weights(v, state, weights);
            turnAlong();
            h = firstStep(Math.copySign(LONGEST * v, goal - v));
            double precession = Math.abs(OrbitSteps.turned(turn, v, goal));
            allowed = tolerance / Math.max(1, precession / USUAL_PRECESSION);
            limitStep();
        }
    }

    boolean isDone() {
        return isDone;
    }

    /** Why it ended. */
    Ending ending() {
        return ending == null ? Ending.VELOCITY_REACHED : ending;
    }

    /** The velocity up to which there is no reason to end. */
    double endVelocity() {
        return endVelocity;
    }

    OrbitEquations equations() {
        return equations;
    }

    OrbitSteps steps() {
        return steps;
    }

    /** Where the step begins; once it is done, the last velocity with a state. */
    double velocity() {
        return v;
    }

    /** The logarithm of that. */
    double logVelocity() {
        return logV;
    }

    /** How much of the velocity it is to take. */
    double length() {
        return h;
    }

    /** What it takes of the velocity, with which its interpolant is computed: the length as velocities are rounded. */
    double width() {
        return next - v;
    }

    /** How fast the frame turns, see {@link OrbitEquations#rates}. */
    double turn() {
        return turn;
    }

    /** The state at the step's start. */
    double[] state() {
        return state;
    }

    /** The rates there. */
    double[] rates() {
        return rates;
    }

    /** What errors of the state's numbers count, squared. */
    double[] weights() {
        return weights;
    }

    /** Whether a step of this error will do; where not, a shorter one is to be taken, if it is not done. */
    boolean accepts(double stepError) {
        error = stepError / allowed;
        if (error <= 1) {
            return true;
        }
        h *= Double.isNaN(error) ? SMALLEST_GROWTH : growth(1);
        grows = false;
        if (Math.abs(h) < (ending == null ? SHORTEST : SHORTEST_BEYOND) * v) {
            ending = ending == null ? Ending.CHIRP_SLOWS : ending;
            isDone = true;
        } else {
            beginStep();
        }
        return false;
    }

    /** Keeps the step that was accepted, and says where in the steps' interpolants its own is to be written. */
    int keep() {
        return steps.add(isUp, v, next, angle, turn, state);
    }

    /**
     * Goes on from the end of the step that was kept.
     *
     * @param endLog the logarithm of the velocity there
     * @param end states
     * @param endRates the same of rates
     * @param at where the state at the step's end begins
     * @param ratesAt where the rates there do
     * @param stride from one number to the next
     */
    void advance(double endLog, double[] end, double[] endRates, int at, int ratesAt, int stride) {
        for (int i = 0; i < SIZE; i++) {
            state[i] = end[at + i * stride];
            rates[i] = endRates[ratesAt + i * stride];
        }
        logV = endLog;
        if (ending == null) {
            ending = endingAt(next);
            endVelocity = ending == null ? next : refine(v, next);
            if (ending != null) {
                double beyond = endVelocity * (1 + Math.copySign(BEYOND, h));
                limit = h > 0 ? Math.max(next, beyond) : Math.min(next, beyond);
            }
        }
        angle += OrbitSteps.turned(turn, v, next);
        v = next;
        h = Math.copySign(Math.min(Math.abs(h) * growth(grows ? LARGEST_GROWTH : 1), LONGEST * v), h);
        grows = true;
        isDone = v == limit;
        if (!isDone) {
            beginStep();
        }
    }

    private void beginStep() {
        equations.weights(v, state, weights);
        turnAlong();
        limitStep();
    }

    private void limitStep() {
        boolean last = Math.abs(limit - v) <= Math.abs(h) * (1 + 1e-12);
        h = last ? limit - v : h;
        next = last ? limit : v + h;
    }

    private double growth(double largest) {
        double root = Math.sqrt(Math.sqrt(Math.sqrt(error)));
        return Math.min(largest, Math.max(SMALLEST_GROWTH, SAFETY / root));
    }

    /** Makes the frame turn with the vectors, from the step's rates on. */
    private void turnAlong() {
        double square = v * v;
        double change = OrbitEquations.turn(state, rates, weights);
        turn += change * square * square;
        for (int i = 0; i < VECTORS; i += 3) {
            rates[i] += change * state[i + 1];
            rates[i + 1] -= change * state[i];
        }
    }

    private double firstStep(double longest) {
        double fastest = 0;
        for (int i = 0; i < VECTORS; i++) {
            fastest = Math.max(fastest, Math.abs(rates[i]));
        }
        return Math.copySign(Math.min(Math.abs(longest), FIRST / fastest), longest);
    }

    /** The reason to end at the state, which belongs to a velocity, or null. */
    private Ending endingAt(double velocity) {
        if (equations.energyLoss(velocity, state, 0) < 0) {
            return Ending.ENERGY_RISES;
        }
        if (velocity >= 1) {
            return Ending.VELOCITY_OF_LIGHT;
        }
        // Time must not run backwards, and the chirp must quicken.
        return rates[OrbitEquations.TIME] > 0 && equations.quickening(velocity, logV, state, 0, rates, 0) > 0
            ? null : Ending.CHIRP_SLOWS;
    }

    /** The velocity within the last step up to which there is no reason to end. */
    private double refine(double from, double to) {
        bracket.set(from, margin(from), to, margin(to));
        while (!bracket.isClosed()) {
            double place = bracket.next();
            bracket.take(place, margin(place));
        }
        return from < to ? bracket.low() : bracket.high();
    }

    /** How far a velocity within the last step is from a reason to end; negative where there is one. */
    private double margin(double place) {
        double log = ScalarMath.log(place);
        steps.inFrame(steps.newest(isUp), place, within);
        equations.rates(place, log, turn, within, 0, ratesWithin, 0);
        double least = Math.min(Math.min(equations.energyLoss(place, within, 0), 1 - place),
            equations.quickening(place, log, within, 0, ratesWithin, 0));
        return ratesWithin[OrbitEquations.TIME] > 0 && least > 0 ? least : Math.min(least, -Double.MIN_NORMAL);
    }
}
