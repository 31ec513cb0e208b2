package org.chirpmill.model.phenomx.spintaylor;

import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The steps in time that LALSimulation takes through an inspiral: those of {@link FehlbergMethod}, each component's
 * error held to 1e-12 of 1 and of itself, steps made longer and shorter as the GNU Scientific Library does. Only their
 * lengths matter here, for which all of LALSimulation's variables count: the orbit's phase, and a direction in its
 * plane, at first the x axis, that does not turn about the orbital angular momentum. Work space of one thread.
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

    // A state in time has omega in the place of the time of a state in v, then the orbit's phase and the direction.
    private static final int OMEGA = OrbitEquations.TIME;
    private static final int PHASE = OMEGA + 1;
    private static final int DIRECTION = PHASE + 1;
    private static final int COUNT = FehlbergMethod.SIZE;

    /** How near, relative, a frequency lies to one whose logarithm is known. */
    private static final double NEAR = 0.1;

    private final OrbitEquations equations = new OrbitEquations();
    private double anchor;
    private double logAnchor;
    private final double[] state = new double[COUNT];
    private final double[] next = new double[COUNT];
    /** Of all stages, the first of which is the step's start. */
    private final double[] rates = new double[FehlbergMethod.STAGES * COUNT];
    private final double[] difference = new double[COUNT];
    private final double[] axis = new double[3];
    private final double[] orbitDirection = new double[4];
    private final double[] across = new double[3];
    private final double[] beside = new double[3];
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
        double h = trial * power(REFUSED / step(trial), 0.2);
        // The error goes with the fifth power of the step, but for a part with the sixth: once more.
        return MARGIN * Math.abs(h) * power(REFUSED / step(h), 0.2);
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
                    : Math.max(SMALLEST_GROWTH, SAFETY * power(error, -0.2));
                continue;
            }
            time += h;
            System.arraycopy(next, 0, state, 0, COUNT);
            rates(state, 0);
            double last = chirp;
            chirp = rates[OMEGA];
            if ((up ? state[OMEGA] > stop : state[OMEGA] < stop)
                || equations.energyLoss(CubeRoot.of(state[OMEGA]), state, 0) < 0
                || (up ? chirp <= last : chirp >= last)) {
                return time;
            }
            if (error < SMALL) {
                h *= Math.max(1, Math.min(LARGEST_GROWTH, SAFETY * power(error, -1.0 / 6)));
            }
        }
        return time;
    }

    /** For lengths of steps, which the last digits do not matter to. */
    private static double power(double x, double exponent) {
        return ScalarMath.exp(exponent * ScalarMath.log(x));
    }

    private void begin(SpinTaylorOrbit orbit, double v) {
        orbit.at(v, vRates);
        System.arraycopy(vRates, 0, state, 0, OrbitEquations.TIME);
        state[OMEGA] = v * v * v;
        state[PHASE] = 0;
        rates(state, 0);
    }

    /** From the reference, where L is the z axis and the direction the x axis, to a velocity. */
    private void carryDirection(SpinTaylorOrbit orbit, double v) {
        orbit.axis(axis);
        orbit.directionAt(orbit.referenceVelocity(), orbitDirection);
        turnAxisInto(orbitDirection);
        double cosine = across[0];
        double sine = beside[0];
        orbit.directionAt(v, orbitDirection);
        turnAxisInto(orbitDirection);
        double cosTurn = ScalarMath.cos(orbitDirection[3]);
        double sinTurn = ScalarMath.sin(orbitDirection[3]);
        double alongAcross = cosine * cosTurn - sine * sinTurn;
        double alongBeside = sine * cosTurn + cosine * sinTurn;
        for (int i = 0; i < 3; i++) {
            state[DIRECTION + i] = alongAcross * across[i] + alongBeside * beside[i];
        }
    }

    /** What the shortest rotation of the orbit's axis into L makes of a vector across the axis, and across both. */
    private void turnAxisInto(double[] l) {
        // Of x, y and z the one that is the least along the axis, and what of it is across.
        double x = Math.abs(axis[0]);
        double y = Math.abs(axis[1]);
        double z = Math.abs(axis[2]);
        int least = x <= y && x <= z ? 0 : y <= z ? 1 : 2;
        double along = axis[least];
        double norm = Math.sqrt(1 - along * along);
        for (int i = 0; i < 3; i++) {
            across[i] = ((i == least ? 1 : 0) - along * axis[i]) / norm;
        }
        CarriedVector.turn(axis, across, l[0], l[1], l[2], across);
        beside[0] = l[1] * across[2] - l[2] * across[1];
        beside[1] = l[2] * across[0] - l[0] * across[2];
        beside[2] = l[0] * across[1] - l[1] * across[0];
    }

    /** Takes a step from the state, whose rates are there; gives its error over the tolerance, or NaN for too far. */
    private double step(double h) {
        for (int stage = 1; stage < FehlbergMethod.STAGES; stage++) {
            FehlbergMethod.state(stage, h, state, rates, next);
            if (!(next[OMEGA] > 0)) {
                return Double.NaN;
            }
            rates(next, stage * COUNT);
        }
        FehlbergMethod.state(FehlbergMethod.STAGES, h, state, rates, next);
        FehlbergMethod.difference(h, rates, difference);
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < COUNT; i++) {
            double allowed = TOLERANCE * (1 + Math.abs(scales[i] * next[i]));
            largest = Math.max(largest, Math.abs(scales[i] * difference[i]) / allowed);
        }
        return largest;
    }

    /** The derivative by time of a state in time, written into the rates. */
    private void rates(double[] at, int to) {
        double v = CubeRoot.of(at[OMEGA]);
        equations.rates(v, logV(at[OMEGA]), 0, at, 0, vRates, 0);
        double chirp = 1 / vRates[OrbitEquations.TIME];
        double x = vRates[0] * chirp;
        double y = vRates[1] * chirp;
        double z = vRates[2] * chirp;
        // Within a step vectors are not as long as they should be, which shows in the errors. LALSimulation's
        // derivative of L is perpendicular to L by two vector products with it, ours without.
        double square = at[0] * at[0] + at[1] * at[1] + at[2] * at[2];
        rates[to] = x * square;
        rates[to + 1] = y * square;
        rates[to + 2] = z * square;
        for (int i = OrbitEquations.ONE; i < OrbitEquations.TIME; i++) {
            rates[to + i] = vRates[i] * chirp;
        }
        rates[to + OMEGA] = 3 * v * v * chirp + equations.chirpOfNorms(v, at, 0);
        rates[to + PHASE] = at[OMEGA] * (1 + at[OMEGA] * at[OMEGA] * phaseShift(at));
        // The direction turns with L and not about it.
        double turning = at[DIRECTION] * x + at[DIRECTION + 1] * y + at[DIRECTION + 2] * z;
        double along = at[DIRECTION] * at[0] + at[DIRECTION + 1] * at[1] + at[DIRECTION + 2] * at[2];
        rates[to + DIRECTION] = along * x - turning * at[0];
        rates[to + DIRECTION + 1] = along * y - turning * at[1];
        rates[to + DIRECTION + 2] = along * z - turning * at[2];
    }

    /** log v, which is a third of omega's: by a series, which unlike the logarithm does not wait for the cube root. */
    private double logV(double omega) {
        if (!(Math.abs(omega - anchor) < NEAR * anchor)) {
            anchor = omega;
            logAnchor = ScalarMath.log(omega);
        }
        return (logAnchor + OrbitEquations.logRatio(omega - anchor, omega + anchor)) / 3;
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
