package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The steps in time that LALSimulation takes through an inspiral: Fehlberg's method of order 5 with an error estimate
 * of order 4 (E. Fehlberg, NASA TR R-315, 1969, Table III), each component's error held to 1e-12 of 1 and of itself,
 * steps made longer and shorter as the GNU Scientific Library does. Only their lengths matter here, for which all of
 * LALSimulation's variables count: the orbit's phase, and a direction in its plane, at first the x axis, that does
 * not turn about the orbital angular momentum. Work space of one thread.
 */
final class FehlbergSteps {
    private static final double TOLERANCE = 1e-12;
    /** Error over tolerance above which a step is taken again. */
    private static final double REFUSED = 1.1;
    /** Error over tolerance below which the next step is longer. */
    private static final double SMALL = 0.5;
    private static final double SAFETY = 0.9;
    private static final double LARGEST_GROWTH = 5;
    private static final double SMALLEST_GROWTH = 0.2;
    /** What becomes of a step within which the frequency is not positive. */
    private static final double HALF = 0.5;
    /** How much longer than its estimate a step might be that ends here and began before, where steps are longer. */
    private static final double MARGIN = 1.5;
    /** Steps after which the search is given up; LALSimulation takes some thousands. */
    private static final int MOST_STEPS = 1_000_000;

    private static final double[][] STAGES = {
        {1.0 / 4},
        {3.0 / 32, 9.0 / 32},
        {1932.0 / 2197, -7200.0 / 2197, 7296.0 / 2197},
        {439.0 / 216, -8, 3680.0 / 513, -845.0 / 4104},
        {-8.0 / 27, 2, -3544.0 / 2565, 1859.0 / 4104, -11.0 / 40}
    };
    /** The step by order 5. */
    private static final double[] FIFTH = {16.0 / 135, 0, 6656.0 / 12825, 28561.0 / 56430, -9.0 / 50, 2.0 / 55};
    /** How it differs from that by order 4. */
    private static final double[] DIFFERENCE = {1.0 / 360, 0, -128.0 / 4275, -2197.0 / 75240, 1.0 / 50, 2.0 / 55};

    // A state in time has omega in the place of the time of a state in v, then the orbit's phase and the direction.
    private static final int OMEGA = OrbitEquations.TIME;
    private static final int PHASE = OMEGA + 1;
    private static final int DIRECTION = PHASE + 1;
    private static final int COUNT = DIRECTION + 3;
    /** Chords along which the direction is carried to where steps begin; a hundredth of a radian is near enough. */
    private static final int CHORDS = 256;

    private final OrbitEquations equations = new OrbitEquations();
    private final double[] state = new double[COUNT];
    private final double[] next = new double[COUNT];
    private final double[][] rates = new double[STAGES.length + 1][COUNT];
    private final double[] vRates = new double[OrbitEquations.SIZE];
    /** What a body's dimensionless spin adds to the orbit's precession, over omega^2. */
    private double precessionOne;
    private double precessionTwo;
    /** From a component to the one whose error LALSimulation compares: spins in units of M^2. */
    private final double[] scales = new double[COUNT];

    /** Sets the binary whose inspiral is stepped through. */
    void set(PrecessingBinary binary) {
        equations.set(binary);
        double one = binary.massOne() * binary.massOne();
        double two = binary.massTwo() * binary.massTwo();
        precessionOne = one * (0.5 + 1.5 / binary.massOne());
        precessionTwo = two * (0.5 + 1.5 / binary.massTwo());
        for (int i = 0; i < COUNT; i++) {
            scales[i] = i < OrbitEquations.ONE || i >= OrbitEquations.TIME ? 1 : i < OrbitEquations.TWO ? one : two;
        }
    }

    /** Bound of the lengths, in time, of steps at a velocity. */
    double longest(SpinTaylorOrbit orbit, double v, double trial) {
        begin(orbit, v);
        double h = trial * StrictMath.pow(REFUSED / step(trial), 0.2);
        // The error goes with the fifth power of the step, but for a part with the sixth: once more.
        return MARGIN * Math.abs(h) * StrictMath.pow(REFUSED / step(h), 0.2);
    }

    /**
     * The time, since the reference, at the end of the first step that gives LALSimulation a reason to stop, or after a
     * million steps, which no inspiral takes.
     *
     * @param orbit the inspiral
     * @param start time at which the steps begin
     * @param first length of the first step, negative towards low velocities
     * @param vStop velocity beyond which to stop
     */
    double end(SpinTaylorOrbit orbit, double start, double first, double vStop) {
        double vBegin = orbit.velocityAt(start);
        carryDirection(orbit, vBegin);
        begin(orbit, vBegin);
        double stop = vStop * vStop * vStop;
        boolean up = first > 0;
        double time = start;
        double h = first;
        double chirp = up ? 0 : Double.POSITIVE_INFINITY;
        for (int count = 0; count < MOST_STEPS; count++) {
            double error = step(h);
            if (!(error <= REFUSED)) {
                h *= Double.isNaN(error) ? HALF
                    : Math.max(SMALLEST_GROWTH, SAFETY * StrictMath.pow(error, -0.2));
                continue;
            }
            time += h;
            System.arraycopy(next, 0, state, 0, COUNT);
            rates(state, rates[0]);
            double last = chirp;
            chirp = rates[0][OMEGA];
            if ((up ? state[OMEGA] > stop : state[OMEGA] < stop)
                || equations.energyLoss(CubeRoot.of(state[OMEGA]), state, 0) < 0
                || (up ? chirp <= last : chirp >= last)) {
                return time;
            }
            if (error < SMALL) {
                h *= Math.max(1, Math.min(LARGEST_GROWTH, SAFETY * StrictMath.pow(error, -1.0 / 6)));
            }
        }
        return time;
    }

    private void begin(SpinTaylorOrbit orbit, double v) {
        orbit.at(v, vRates);
        System.arraycopy(vRates, 0, state, 0, OrbitEquations.TIME);
        state[OMEGA] = v * v * v;
        state[PHASE] = 0;
        rates(state, rates[0]);
    }

    /** From the reference to a velocity, with the least turn that takes L along each chord. */
    private void carryDirection(SpinTaylorOrbit orbit, double v) {
        double reference = orbit.referenceVelocity();
        double[] e = state;
        e[DIRECTION] = 1;
        e[DIRECTION + 1] = 0;
        e[DIRECTION + 2] = 0;
        double[] from = next;
        double[] to = vRates;
        orbit.directionAt(reference, to);
        for (int chord = 1; chord <= CHORDS && v != reference; chord++) {
            System.arraycopy(to, 0, from, 0, 3);
            orbit.directionAt(reference + (v - reference) * chord / CHORDS, to);
            double along = e[DIRECTION] * to[0] + e[DIRECTION + 1] * to[1] + e[DIRECTION + 2] * to[2];
            double cosine = from[0] * to[0] + from[1] * to[1] + from[2] * to[2];
            for (int i = 0; i < 3; i++) {
                e[DIRECTION + i] -= along / (1 + cosine) * (from[i] + to[i]);
            }
        }
    }

    /** Takes a step from the state, whose rates are there; gives its error over the tolerance, or NaN for too far. */
    private double step(double h) {
        for (int stage = 0; stage < STAGES.length; stage++) {
            advance(STAGES[stage], h);
            if (!(next[OMEGA] > 0)) {
                return Double.NaN;
            }
            rates(next, rates[stage + 1]);
        }
        advance(FIFTH, h);
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < COUNT; i++) {
            double difference = 0;
            for (int stage = 0; stage < DIFFERENCE.length; stage++) {
                difference += DIFFERENCE[stage] * rates[stage][i];
            }
            double allowed = TOLERANCE * (1 + Math.abs(scales[i] * next[i]));
            largest = Math.max(largest, Math.abs(h * scales[i] * difference) / allowed);
        }
        return largest;
    }

    private void advance(double[] weights, double h) {
        for (int i = 0; i < COUNT; i++) {
            double sum = 0;
            for (int stage = 0; stage < weights.length; stage++) {
                sum += weights[stage] * rates[stage][i];
            }
            next[i] = state[i] + h * sum;
        }
    }

    /** The derivative by time of a state in time. */
    private void rates(double[] at, double[] to) {
        double v = CubeRoot.of(at[OMEGA]);
        equations.rates(v, ScalarMath.log(v), 0, at, 0, vRates, 0);
        double chirp = 1 / vRates[OrbitEquations.TIME];
        for (int i = 0; i < OrbitEquations.TIME; i++) {
            to[i] = vRates[i] * chirp;
        }
        to[OMEGA] = 3 * v * v * chirp + equations.chirpOfNorms(v, at, 0);
        // The direction turns with L and not about it.
        double turning = at[DIRECTION] * to[0] + at[DIRECTION + 1] * to[1] + at[DIRECTION + 2] * to[2];
        double along = at[DIRECTION] * at[0] + at[DIRECTION + 1] * at[1] + at[DIRECTION + 2] * at[2];
        for (int i = 0; i < 3; i++) {
            to[DIRECTION + i] = along * to[i] - turning * at[i];
        }
        // Within a step vectors are not as long as they should be, which shows in the errors. LALSimulation's
        // derivative of L is perpendicular to L by two vector products with it, ours without.
        double square = OrbitEquations.dot(at, 0, at, 0);
        to[0] *= square;
        to[1] *= square;
        to[2] *= square;
        to[PHASE] = at[OMEGA] * (1 + at[OMEGA] * at[OMEGA] * phaseShift(at));
    }

    /** Of the precession, over omega^2: orbits about a plane that turns take a little longer, arXiv:1507.00406. */
    private double phaseShift(double[] at) {
        double along = 0;
        double square = 0;
        for (int i = 0; i < 3; i++) {
            double component =
                precessionOne * at[OrbitEquations.ONE + i] + precessionTwo * at[OrbitEquations.TWO + i];
            along += component * at[OrbitEquations.ORBIT + i];
            square += component * component;
        }
        return -0.25 * (square - along * along);
    }
}
