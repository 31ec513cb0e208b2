package org.chirpmill.model.phenomx.spintaylor;

import java.util.Arrays;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The precession of an inspiral: directions of the orbit and of both spins as functions of the velocity, integrated
 * from a reference velocity down and up. Work space of one thread, which the next binary takes again.
 *
 * <p>Vectors have components in the frame of the source at the reference velocity, whose z axis is along the orbital
 * angular momentum there, as LALSimulation's SimInspiralSpinTaylorPNEvolveOrbit gives them.
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
    /** The integral of (1 - cos beta) d alpha from the reference velocity on, rad; the angles are about the axis. */
    public static final int TURN = OrbitEquations.TURN;
    /** Numbers of a state. */
    public static final int SIZE = OrbitEquations.SIZE;

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

    /** Largest error of a step in a unit vector's component, root mean square. */
    private static final double TOLERANCE = 1e-13;
    /** Share of the step that the error allows. */
    private static final double SAFETY = 0.9;
    private static final double LARGEST_GROWTH = 5;
    private static final double SMALLEST_GROWTH = 0.2;
    /** Longest step, of the velocity. */
    private static final double LONGEST = 0.2;
    /** First step, radians that the fastest of the vectors moves. */
    private static final double FIRST = 0.2;
    /** Numbers whose error counts: all but the time and the turn. */
    private static final int VECTORS = TIME;
    /** Times that an end is halved towards its place. */
    private static final int HALVINGS = 50;

    private final double tolerance;
    private final OrbitEquations equations = new OrbitEquations();
    private final double[] reference = new double[SIZE];
    private final double[] rates = new double[EighthOrderMethod.ALL_STAGES * SIZE];
    private final double[] state = new double[SIZE];
    private double[] end = new double[SIZE];
    private double[] now = new double[SIZE];

    private double firstVelocity;
    private double lastVelocity;
    private double referenceVelocity;
    /** Steps down, then steps up. */
    private int steps;
    private int stepsDown;
    private double[] starts = new double[64];
    private double[] lengths = new double[64];
    private double[] interpolants = new double[64 * STRIDE];
    private long evaluations;

    /** A step's state at its start and its interpolant. */
    private static final int STRIDE = (1 + EighthOrderMethod.INTERPOLANT) * SIZE;

    /** Work space with the tolerance of a step that keeps angles to 1e-10 rad. */
    public SpinTaylorOrbit() {
        this(TOLERANCE);
    }

    /** Work space with a tolerance of one's own: the largest error of a step in a unit vector's component. */
    SpinTaylorOrbit(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * Integrates a binary's precession, with the turn about the z axis.
     *
     * @param binary the binary; its spins are those at the reference velocity
     * @param vReference velocity (pi M f)^(1/3) where the orbital angular momentum is the z axis
     * @param vStart the lowest velocity wanted, at most the reference
     * @param vEnd the highest, at least the reference
     * @return how both integrations ended; {@link #at} is good between {@link #firstVelocity} and {@link #lastVelocity}
     */
    public Outcome solve(PrecessingBinary binary, double vReference, double vStart, double vEnd) {
        return solve(binary, 0, 0, 1, vReference, vStart, vEnd);
    }

    /**
     * Integrates a binary's precession.
     *
     * @param binary the binary; its spins are those at the reference velocity
     * @param axisX of the unit vector about which the turn has the Euler angles
     * @param axisY its y component
     * @param axisZ its z component
     * @param vReference velocity (pi M f)^(1/3) where the orbital angular momentum is the z axis
     * @param vStart the lowest velocity wanted, at most the reference
     * @param vEnd the highest, at least the reference
     * @return how both integrations ended; {@link #at} is good between {@link #firstVelocity} and {@link #lastVelocity}
     */
    public Outcome solve(PrecessingBinary binary, double axisX, double axisY, double axisZ, double vReference,
            double vStart, double vEnd) {
        equations.set(binary);
        equations.setAxis(axisX, axisY, axisZ);
        equations.start(binary, reference, 0);
        referenceVelocity = vReference;
        steps = 0;
        Ending down = integrate(vStart);
        firstVelocity = lastVelocity;
        stepsDown = steps;
        Ending up = integrate(vEnd);
        return new Outcome(down, up);
    }

    /** The lowest velocity with a state. */
    public double firstVelocity() {
        return firstVelocity;
    }

    /** The highest velocity with a state. */
    public double lastVelocity() {
        return lastVelocity;
    }

    /**
     * The state at a velocity.
     *
     * @param v velocity, from the first to the last
     * @param out receives {@link #SIZE} numbers: L, spin 1, spin 2, time, turn
     */
    public void at(double v, double[] out) {
        if (!(v >= firstVelocity && v <= lastVelocity)) {
            throw new IllegalArgumentException(
                v + " does not lie between " + firstVelocity + " and " + lastVelocity);
        }
        if (v == referenceVelocity) {
            System.arraycopy(reference, 0, out, 0, SIZE);
            return;
        }
        int step = stepOf(v);
        double x = (v - starts[step]) / lengths[step];
        for (int i = 0; i < SIZE; i++) {
            int at = step * STRIDE + i;
            out[i] = EighthOrderMethod.interpolate(x, interpolants[at], interpolants, at + SIZE);
        }
    }

    /**
     * L and the turn alone at a velocity, in less time.
     *
     * @param v velocity, from the first to the last
     * @param out receives four numbers: L, turn
     */
    public void directionAt(double v, double[] out) {
        if (v == referenceVelocity) {
            System.arraycopy(reference, ORBIT, out, 0, 3);
            out[3] = reference[TURN];
            return;
        }
        int step = stepOf(v);
        double x = (v - starts[step]) / lengths[step];
        int at = step * STRIDE;
        for (int i = 0; i < 3; i++) {
            out[i] = EighthOrderMethod.interpolate(
                x, interpolants[at + ORBIT + i], interpolants, at + ORBIT + i + SIZE);
        }
        out[3] = EighthOrderMethod.interpolate(x, interpolants[at + TURN], interpolants, at + TURN + SIZE);
    }

    /**
     * The derivative by velocity of a state.
     *
     * @param v velocity
     * @param state the state there
     * @param out receives {@link #SIZE} numbers
     */
    public void rates(double v, double[] state, double[] out) {
        equations.rates(v, StrictMath.log(v), state, 0, out, 0);
    }

    /** How often the equations were evaluated since this work space was made. */
    long evaluations() {
        return evaluations;
    }

    /** How many steps the last binary took. */
    int steps() {
        return steps;
    }

    /** The step that has a velocity: the last one to begin before it on its way from the reference. */
    private int stepOf(double v) {
        boolean down = v < referenceVelocity;
        int low = down ? 0 : stepsDown;
        int high = down ? stepsDown : steps;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (down ? starts[middle] >= v : starts[middle] <= v) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Integrates from the reference to a velocity, or as far as it goes; {@link #lastVelocity} is where it ended. */
    private Ending integrate(double goal) {
        double v = referenceVelocity;
        lastVelocity = v;
        System.arraycopy(reference, 0, now, 0, SIZE);
        equations.rates(v, StrictMath.log(v), now, 0, rates, 0);
        evaluations++;
        Ending ending = endingAt(v, now, rates, 0);
        double h = firstStep(v, goal);
        boolean grows = true;
        while (ending == null && v != goal) {
            boolean last = Math.abs(goal - v) <= Math.abs(h) * (1 + 1e-12);
            h = last ? goal - v : h;
            double error = step(v, h);
            if (!(error <= 1)) {
                h *= Double.isNaN(error) ? SMALLEST_GROWTH
                    : Math.max(SMALLEST_GROWTH, SAFETY * StrictMath.pow(error, -0.125));
                grows = false;
                if (Math.abs(h) < 1e-12 * v) {
                    return Ending.CHIRP_SLOWS;
                }
                continue;
            }
            double next = last ? goal : v + h;
            record(v, h, next);
            ending = endingAt(next, end, rates, EighthOrderMethod.STAGES * SIZE);
            if (ending != null) {
                next = refine(ending, v, next);
            }
            v = next;
            lastVelocity = v;
            double[] spare = now;
            now = end;
            end = spare;
            System.arraycopy(rates, EighthOrderMethod.STAGES * SIZE, rates, 0, SIZE);
            double growth = Math.min(grows ? LARGEST_GROWTH : 1,
                Math.max(SMALLEST_GROWTH, SAFETY * StrictMath.pow(error, -0.125)));
            grows = true;
            h = Math.copySign(Math.min(Math.abs(h) * growth, LONGEST * v), h);
        }
        return ending == null ? Ending.VELOCITY_REACHED : ending;
    }

    private double firstStep(double v, double goal) {
        double fastest = 0;
        for (int i = 0; i < VECTORS; i++) {
            fastest = Math.max(fastest, Math.abs(rates[i]));
        }
        return Math.copySign(Math.min(LONGEST * v, FIRST / fastest), goal - v);
    }

    /** Takes a step from {@link #now}, whose rates are there, to {@link #end}; gives its error over the tolerance. */
    private double step(double v, double h) {
        for (int stage = 1; stage < EighthOrderMethod.STAGES; stage++) {
            EighthOrderMethod.state(stage, h, now, rates, state);
            evaluate(v, h, stage, state);
        }
        EighthOrderMethod.state(EighthOrderMethod.STAGES, h, now, rates, end);
        return EighthOrderMethod.error(h, rates, VECTORS) / tolerance;
    }

    private void evaluate(double v, double h, int stage, double[] at) {
        double velocity = v + EighthOrderMethod.node(stage) * h;
        equations.rates(velocity, StrictMath.log(velocity), at, 0, rates, stage * SIZE);
        evaluations++;
    }

    private void record(double v, double h, double next) {
        evaluate(v, h, EighthOrderMethod.STAGES, end);
        for (int stage = EighthOrderMethod.STAGES + 1; stage < EighthOrderMethod.ALL_STAGES; stage++) {
            EighthOrderMethod.state(stage, h, now, rates, state);
            evaluate(v, h, stage, state);
        }
        if (steps == starts.length) {
            starts = Arrays.copyOf(starts, 2 * steps);
            lengths = Arrays.copyOf(lengths, 2 * steps);
            interpolants = Arrays.copyOf(interpolants, 2 * steps * STRIDE);
        }
        starts[steps] = v;
        lengths[steps] = next - v;
        System.arraycopy(now, 0, interpolants, steps * STRIDE, SIZE);
        EighthOrderMethod.interpolant(h, now, end, rates, interpolants, steps * STRIDE + SIZE);
        steps++;
    }

    /** The reason to end at a state, or null. */
    private Ending endingAt(double v, double[] at, double[] derivative, int from) {
        if (equations.energyLoss(v, at, 0) < 0) {
            return Ending.ENERGY_RISES;
        }
        if (v >= 1) {
            return Ending.VELOCITY_OF_LIGHT;
        }
        return equations.chirp(v, at, 0) > 0 && equations.quickening(v, at, 0, derivative, from) > 0
            ? null : Ending.CHIRP_SLOWS;
    }

    /** The velocity within the last step up to which its reason to end is not met. */
    private double refine(Ending ending, double from, double to) {
        double good = from;
        double bad = to;
        int derivative = (EighthOrderMethod.STAGES + 1) * SIZE;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = 0.5 * (good + bad);
            double x = (middle - from) / (to - from);
            for (int i = 0; i < SIZE; i++) {
                int at = (steps - 1) * STRIDE + i;
                state[i] = EighthOrderMethod.interpolate(x, interpolants[at], interpolants, at + SIZE);
            }
            equations.rates(middle, StrictMath.log(middle), state, 0, rates, derivative);
            if (endingAt(middle, state, rates, derivative) == null) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }
}
