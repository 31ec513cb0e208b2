package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.physics.PhysicalConstants.EULER_GAMMA;

import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * The orbit-averaged equations of two precessing black holes: precession to third order beyond the leading spin terms
 * (arXiv:1501.01529, Eq. A.2, and arXiv:1212.5520, Eqs. 3.4 and 4.7) and the chirp as TaylorT4 expands it
 * (arXiv:0907.0700, Eq. 3.6, with the spins of gr-qc/0605140, Eq. 8.3, and arXiv:1501.01529), as LALSimulation's
 * SpinTaylorT4 has them with spins to third order, phases to order three and a half, and no spins in the orbital
 * angular momentum.
 *
 * <p>The state is {@link #SIZE} numbers: the unit vector L along the orbital angular momentum, the dimensionless spins
 * s1 and s2, the time in units of M, and by how much a vector that is carried along with L without turning about it
 * has turned as seen from the z axis. The variable is v = (pi M f)^(1/3), f the frequency of the (2, 2) mode.
 */
final class OrbitEquations {
    /** First of the three components of the orbit's direction. */
    static final int ORBIT = 0;
    /** First of the three components of s1. */
    static final int ONE = 3;
    /** First of the three components of s2. */
    static final int TWO = 6;
    /** The time. */
    static final int TIME = 9;
    /** The integral of (1 - cos beta) d alpha, beta and alpha being the Euler angles of L about the z axis, rad. */
    static final int CARRIED = 10;
    /** Numbers of a state. */
    static final int SIZE = 11;

    private static final double LOG_16 = StrictMath.log(16);

    private double eta;
    /** 5 / (32 eta): dt/dv is that over v^9 times the chirp's series. */
    private double inverseNewton;
    /** L = (eta / v)(1 + momentum v^2), units of M^2. */
    private double momentum;
    /** m1 / m2. */
    private double ratio;
    /** m2 / m1. */
    private double inverseRatio;

    // The chirp's series: constants, then coefficients of L.s1, L.s2, and of their products and s1.s2.
    private double chirp2;
    private double chirp3;
    private double chirp4;
    private double chirp5;
    private double chirp6;
    private double chirpLog;
    private double chirp7;
    private double chirp3One;
    private double chirp3Two;
    private double chirp4OneOne;
    private double chirp4TwoTwo;
    private double chirp4OneTwo;
    private double chirp4Dot;
    private double chirp5One;
    private double chirp5Two;
    private double chirp6One;
    private double chirp6Two;
    private double chirp6OneOne;
    private double chirp6TwoTwo;
    private double chirp6OneTwo;
    private double chirp6Dot;

    // Coefficients of the spins' squared norms, and these norms, which are constant: part of the constants above.
    private double chirp4NormOne;
    private double chirp4NormTwo;
    private double chirp6NormOne;
    private double chirp6NormTwo;
    private double normOne;
    private double normTwo;

    private final OrbitEnergy energy = new OrbitEnergy();

    // Precession of s1 about L, in orders of v beyond the leading one, and by s1 x s2; then of s2; of L by s1 x s2.
    private double turnOne0;
    private double turnOne1One;
    private double turnOne1Two;
    private double turnOne2;
    private double turnOne3One;
    private double turnOne3Two;
    private double mutualOne0;
    private double mutualOne2;
    private double turnTwo0;
    private double turnTwo1One;
    private double turnTwo1Two;
    private double turnTwo2;
    private double turnTwo3One;
    private double turnTwo3Two;
    private double mutualTwo0;
    private double mutualTwo2;
    private double mutualOrbit3;

    /** Sets the coefficients of a binary. */
    void set(PrecessingBinary binary) {
        double m1 = binary.massOne();
        double m2 = binary.massTwo();
        eta = binary.eta();
        inverseNewton = 5 / (32 * eta);
        momentum = 1.5 + eta / 6;
        ratio = m1 / m2;
        inverseRatio = m2 / m1;
        normOne = norm(binary.chiOneX(), binary.chiOneY(), binary.chiOneZ());
        normTwo = norm(binary.chiTwoX(), binary.chiTwoY(), binary.chiTwoZ());
        setChirp(m1, m2);
        energy.set(m1, m2, eta, normOne, normTwo);
        setPrecession(m1, m2);
    }

    /**
     * Writes the coefficients that {@link #rates} takes.
     *
     * @param row receives them as {@link OrbitRow} says
     * @param at where the first is to be
     * @param stride from one to the next
     */
    void write(double[] row, int at, int stride) {
        row[at + stride * OrbitRow.INVERSE_NEWTON] = inverseNewton;
        row[at + stride * OrbitRow.MOMENTUM] = momentum;
        row[at + stride * OrbitRow.RATIO] = ratio;
        row[at + stride * OrbitRow.INVERSE_RATIO] = inverseRatio;
        row[at + stride * OrbitRow.CHIRP_2] = chirp2;
        row[at + stride * OrbitRow.CHIRP_3] = chirp3;
        row[at + stride * OrbitRow.CHIRP_4] = chirp4;
        row[at + stride * OrbitRow.CHIRP_5] = chirp5;
        row[at + stride * OrbitRow.CHIRP_6] = chirp6;
        row[at + stride * OrbitRow.CHIRP_LOG] = chirpLog;
        row[at + stride * OrbitRow.CHIRP_7] = chirp7;
        row[at + stride * OrbitRow.CHIRP_3_ONE] = chirp3One;
        row[at + stride * OrbitRow.CHIRP_3_TWO] = chirp3Two;
        row[at + stride * OrbitRow.CHIRP_4_ONE_ONE] = chirp4OneOne;
        row[at + stride * OrbitRow.CHIRP_4_TWO_TWO] = chirp4TwoTwo;
        row[at + stride * OrbitRow.CHIRP_4_ONE_TWO] = chirp4OneTwo;
        row[at + stride * OrbitRow.CHIRP_4_DOT] = chirp4Dot;
        row[at + stride * OrbitRow.CHIRP_5_ONE] = chirp5One;
        row[at + stride * OrbitRow.CHIRP_5_TWO] = chirp5Two;
        row[at + stride * OrbitRow.CHIRP_6_ONE] = chirp6One;
        row[at + stride * OrbitRow.CHIRP_6_TWO] = chirp6Two;
        row[at + stride * OrbitRow.CHIRP_6_ONE_ONE] = chirp6OneOne;
        row[at + stride * OrbitRow.CHIRP_6_TWO_TWO] = chirp6TwoTwo;
        row[at + stride * OrbitRow.CHIRP_6_ONE_TWO] = chirp6OneTwo;
        row[at + stride * OrbitRow.CHIRP_6_DOT] = chirp6Dot;
        row[at + stride * OrbitRow.TURN_ONE_0] = turnOne0;
        row[at + stride * OrbitRow.TURN_ONE_1_ONE] = turnOne1One;
        row[at + stride * OrbitRow.TURN_ONE_1_TWO] = turnOne1Two;
        row[at + stride * OrbitRow.TURN_ONE_2] = turnOne2;
        row[at + stride * OrbitRow.TURN_ONE_3_ONE] = turnOne3One;
        row[at + stride * OrbitRow.TURN_ONE_3_TWO] = turnOne3Two;
        row[at + stride * OrbitRow.MUTUAL_ONE_0] = mutualOne0;
        row[at + stride * OrbitRow.MUTUAL_ONE_2] = mutualOne2;
        row[at + stride * OrbitRow.TURN_TWO_0] = turnTwo0;
        row[at + stride * OrbitRow.TURN_TWO_1_ONE] = turnTwo1One;
        row[at + stride * OrbitRow.TURN_TWO_1_TWO] = turnTwo1Two;
        row[at + stride * OrbitRow.TURN_TWO_2] = turnTwo2;
        row[at + stride * OrbitRow.TURN_TWO_3_ONE] = turnTwo3One;
        row[at + stride * OrbitRow.TURN_TWO_3_TWO] = turnTwo3Two;
        row[at + stride * OrbitRow.MUTUAL_TWO_0] = mutualTwo0;
        row[at + stride * OrbitRow.MUTUAL_TWO_2] = mutualTwo2;
        row[at + stride * OrbitRow.MUTUAL_ORBIT_3] = mutualOrbit3;
    }

    private static double norm(double x, double y, double z) {
        return x * x + y * y + z * z;
    }

    private void setChirp(double m1, double m2) {
        double one = m1 * m1;
        double two = m2 * m2;
        double square = eta * eta;
        chirp2 = -(743 + 924 * eta) / 336;
        chirp3 = 4 * Math.PI;
        chirp3One = one * chirp3Spin(m1);
        chirp3Two = two * chirp3Spin(m2);
        chirp4NormOne = (7.0 / 96 - 2.5) * one;
        chirp4NormTwo = (7.0 / 96 - 2.5) * two;
        chirp4 = (34103 + 122949 * eta + 59472 * square) / 18144 + chirp4NormOne * normOne + chirp4NormTwo * normTwo;
        chirp4OneOne = (7.5 - 1.0 / 96) * one;
        chirp4TwoTwo = (7.5 - 1.0 / 96) * two;
        chirp4OneTwo = 721.0 / 48 * eta;
        chirp4Dot = -247.0 / 48 * eta;
        chirp5 = -Math.PI * (4159 + 15876 * eta) / 672;
        chirp5One = one * chirp5Spin(m1);
        chirp5Two = two * chirp5Spin(m2);
        chirp6NormOne = one * one * chirp6Norm(m1);
        chirp6NormTwo = two * two * chirp6Norm(m2);
        chirp6 = 16447322263.0 / 139708800 - 1712.0 / 105 * EULER_GAMMA - 856.0 / 105 * LOG_16
            + eta * (-56198689.0 / 217728 + 451.0 / 48 * Math.PI * Math.PI)
            + 16.0 / 3 * Math.PI * Math.PI + square * (541.0 / 896 - 5605.0 / 2592 * eta)
            + chirp6NormOne * normOne + chirp6NormTwo * normTwo;
        chirpLog = -1712.0 / 105;
        chirp6One = one * Math.PI * (-37.0 / 3 - 151.0 / 6 / m1);
        chirp6Two = two * Math.PI * (-37.0 / 3 - 151.0 / 6 / m2);
        chirp6OneOne = one * one * chirp6Along(m1);
        chirp6TwoTwo = two * two * chirp6Along(m2);
        chirp6OneTwo = eta * (16225.0 / 224 - 12931.0 / 288 * eta);
        chirp6Dot = eta * (10879.0 / 672 + 7525.0 / 288 * eta);
        chirp7 = Math.PI * (-13245 + 717350 * eta + 731960 * square) / 12096;
    }

    private static double chirp3Spin(double m) {
        return -19.0 / 6 - 25.0 / 4 / m;
    }

    private static double chirp5Spin(double m) {
        return -809.0 / (84 * m) + 13795.0 / 1008 - 527.0 / 24 * m - 79.0 / 6 * m * m;
    }

    private static double chirp6Norm(double m) {
        return (1019.0 / 64 - 659.0 / 224) / (m * m) + (251.0 / 576 + 73.0 / 48) / m + 1333.0 / 576 - 43.0 / 4;
    }

    private static double chirp6Along(double m) {
        return (-493.0 / 64 + 1977.0 / 224) / (m * m) + (19747.0 / 576 - 73.0 / 16) / m + 5645.0 / 576 + 129.0 / 4;
    }

    private void setPrecession(double m1, double m2) {
        double one = m1 * m1;
        double two = m2 * m2;
        turnOne0 = turn0(m1);
        turnOne1One = 1.5 * one * (1 - 1 / m1);
        turnOne1Two = -1.5 * two;
        turnOne2 = turn2(m1);
        turnOne3One = one * turn3Own(m1);
        turnOne3Two = two * turn3Other(m1);
        mutualOne0 = 0.5 * two;
        mutualOne2 = 0.5 * two * m1 * (1 + m1);
        turnTwo0 = turn0(m2);
        turnTwo1One = -1.5 * one;
        turnTwo1Two = 1.5 * two * (1 - 1 / m2);
        turnTwo2 = turn2(m2);
        turnTwo3One = one * turn3Other(m2);
        turnTwo3Two = two * turn3Own(m2);
        mutualTwo0 = 0.5 * one;
        mutualTwo2 = 0.5 * one * m2 * (1 + m2);
        mutualOrbit3 = 0.5 * eta * (m2 * (1 + m2) - m1 * (1 + m1));
    }

    private static double turn0(double m) {
        return 1.5 - m - 0.5 * m * m;
    }

    private static double turn2(double m) {
        return 1.125 + m * (-0.5 + m * (7.0 / 12 + m * (-7.0 / 6 - m / 24)));
    }

    private static double turn3Own(double m) {
        return -0.5 * (6.5 - 4.5 / m - 1.5 * m - 0.5 * m * m) - 1.5 * (1.5 / m - m - 0.5 * m * m);
    }

    private static double turn3Other(double m) {
        return -0.5 * (3 + 3 * m + m * m);
    }

    /** log(to / from) of numbers at most a fifth apart, from their difference and sum: an area hyperbolic tangent. */
    static double logRatio(double difference, double sum) {
        double s = difference / sum;
        double square = s * s;
        double series = Math.fma(square, 1.0 / 13, 1.0 / 11);
        series = Math.fma(square, Math.fma(square, series, 1.0 / 9), 1.0 / 7);
        series = Math.fma(square, Math.fma(square, series, 1.0 / 5), 1.0 / 3);
        return 2 * Math.fma(s * square, series, s);
    }

    /** Writes the state of the binary at a velocity where the orbital angular momentum is the z axis, at time zero. */
    void start(PrecessingBinary binary, double[] state, int at) {
        state[at + ORBIT] = 0;
        state[at + ORBIT + 1] = 0;
        state[at + ORBIT + 2] = 1;
        state[at + ONE] = binary.chiOneX();
        state[at + ONE + 1] = binary.chiOneY();
        state[at + ONE + 2] = binary.chiOneZ();
        state[at + TWO] = binary.chiTwoX();
        state[at + TWO + 1] = binary.chiTwoY();
        state[at + TWO + 2] = binary.chiTwoZ();
        state[at + TIME] = 0;
        state[at + CARRIED] = 0;
    }

    /** A vector along L + S1 + S2 with the orbital angular momentum as it precesses here. */
    void totalMomentum(double v, double[] state, double[] axis) {
        double orbit = 1 + momentum * v * v;
        for (int i = 0; i < 3; i++) {
            axis[i] = orbit * state[ORBIT + i] + v * (ratio * state[ONE + i] + inverseRatio * state[TWO + i]);
        }
    }

    /**
     * The chirp's series: dv/dt is (32 eta / 5) v^9 times it.
     *
     * @param v velocity
     * @param logV its logarithm
     * @param one L.s1
     * @param two L.s2
     * @param dot s1.s2
     */
    private double chirp(double v, double logV, double one, double two, double dot) {
        double four = Math.fma(one, Math.fma(chirp4OneTwo, two, chirp4OneOne * one),
            Math.fma(chirp4TwoTwo * two, two, Math.fma(chirp4Dot, dot, chirp4)));
        double sixOne = Math.fma(chirp6OneOne, one, Math.fma(chirp6OneTwo, two, chirp6One));
        double sixTwo = Math.fma(chirp6TwoTwo, two, chirp6Two);
        double six = Math.fma(one, sixOne, Math.fma(two, sixTwo,
            Math.fma(chirp6Dot, dot, Math.fma(chirpLog, logV, chirp6))));
        double three = Math.fma(chirp3Two, two, Math.fma(chirp3One, one, chirp3));
        double five = Math.fma(chirp5Two, two, Math.fma(chirp5One, one, chirp5));
        double square = v * v;
        double high = Math.fma(square, Math.fma(v, chirp7, six), Math.fma(v, five, four));
        double low = Math.fma(square, Math.fma(v, three, chirp2), 1);
        return Math.fma(square * square, high, low);
    }

    /**
     * What is missing in the derivative by time of omega at a state whose spins are not as long as they should be: one
     * within a step of a method of low order.
     */
    double chirpOfNorms(double v, double[] state, int at) {
        double one = dot(state, at + ONE, state, at + ONE) - normOne;
        double two = dot(state, at + TWO, state, at + TWO) - normTwo;
        double square = v * v;
        double fourth = square * square;
        return 3 * square * fourth * fourth * v / inverseNewton * fourth
            * (chirp4NormOne * one + chirp4NormTwo * two + square * (chirp6NormOne * one + chirp6NormTwo * two));
    }

    /** dE/dv over -eta v: the orbit loses energy as it chirps while this is positive. */
    double energyLoss(double v, double[] state, int at) {
        return energy.loss(v, state, at);
    }

    /**
     * The state's derivative by v in a frame that turns.
     *
     * @param v velocity
     * @param logV its logarithm
     * @param turn how fast the frame turns about its z axis: turn / v^4 is its angle's derivative by v
     * @param state states
     * @param at where the state begins
     * @param rates receives the derivative
     * @param to where it begins
     */
    void rates(double v, double logV, double turn, double[] state, int at, double[] rates, int to) {
        double lx = state[at];
        double ly = state[at + 1];
        double lz = state[at + 2];
        double ax = state[at + 3];
        double ay = state[at + 4];
        double az = state[at + 5];
        double bx = state[at + 6];
        double by = state[at + 7];
        double bz = state[at + 8];
        double one = Math.fma(lz, az, Math.fma(ly, ay, lx * ax));
        double two = Math.fma(lz, bz, Math.fma(ly, by, lx * bx));
        double dot = Math.fma(az, bz, Math.fma(ay, by, ax * bx));

        double square = v * v;
        double turnOne1 = Math.fma(turnOne1One, one, turnOne1Two * two);
        double turnOne3 = Math.fma(turnOne3One, one, turnOne3Two * two);
        double turnOne = Math.fma(square, Math.fma(v, turnOne3, turnOne2), Math.fma(v, turnOne1, turnOne0));
        double turnTwo1 = Math.fma(turnTwo1One, one, turnTwo1Two * two);
        double turnTwo3 = Math.fma(turnTwo3One, one, turnTwo3Two * two);
        double turnTwo = Math.fma(square, Math.fma(v, turnTwo3, turnTwo2), Math.fma(v, turnTwo1, turnTwo0));
        double mutualOne = v * Math.fma(square, mutualOne2, mutualOne0);
        double mutualTwo = v * Math.fma(square, mutualTwo2, mutualTwo0);
        double mutualOrbit = v * square * mutualOrbit3;

        double crossX = Math.fma(ay, bz, -az * by);
        double crossY = Math.fma(az, bx, -ax * bz);
        double crossZ = Math.fma(ax, by, -ay * bx);
        double oneX = turnOne * Math.fma(ly, az, -lz * ay);
        double oneY = turnOne * Math.fma(lz, ax, -lx * az);
        double oneZ = turnOne * Math.fma(lx, ay, -ly * ax);
        double twoX = turnTwo * Math.fma(ly, bz, -lz * by);
        double twoY = turnTwo * Math.fma(lz, bx, -lx * bz);
        double twoZ = turnTwo * Math.fma(lx, by, -ly * bx);

        // L takes what the spins lose; the part of s1 x s2 along L changes its norm and not its direction.
        double lever = -v / Math.fma(momentum, square, 1);
        double along = mutualOrbit * Math.fma(lz, crossZ, Math.fma(ly, crossY, lx * crossX));
        double byOne = lever * ratio;
        double byTwo = lever * inverseRatio;
        double byBoth = lever * mutualOrbit;
        double byL = -lever * along;
        double orbitX = Math.fma(byOne, oneX, Math.fma(byTwo, twoX, Math.fma(byBoth, crossX, byL * lx)));
        double orbitY = Math.fma(byOne, oneY, Math.fma(byTwo, twoY, Math.fma(byBoth, crossY, byL * ly)));
        double orbitZ = Math.fma(byOne, oneZ, Math.fma(byTwo, twoZ, Math.fma(byBoth, crossZ, byL * lz)));
        // From here on dt/dv, for which the chirp is waited for.
        double fourth = square * square;
        double pace = inverseNewton / (fourth * chirp(v, logV, one, two, dot));
        double turning = turn / fourth;
        rates[to] = Math.fma(pace, orbitX, turning * ly);
        rates[to + 1] = Math.fma(pace, orbitY, -turning * lx);
        rates[to + 2] = pace * orbitZ;
        rates[to + 3] = Math.fma(pace, Math.fma(-mutualOne, crossX, oneX), turning * ay);
        rates[to + 4] = Math.fma(pace, Math.fma(-mutualOne, crossY, oneY), -turning * ax);
        rates[to + 5] = pace * Math.fma(-mutualOne, crossZ, oneZ);
        rates[to + 6] = Math.fma(pace, Math.fma(mutualTwo, crossX, twoX), turning * by);
        rates[to + 7] = Math.fma(pace, Math.fma(mutualTwo, crossY, twoY), -turning * bx);
        rates[to + 8] = pace * Math.fma(mutualTwo, crossZ, twoZ);
        rates[to + 9] = pace / (fourth * v);
        double area = Math.fma(lx, orbitY, -ly * orbitX);
        double across = Math.fma(lx, lx, ly * ly);
        // Near the axis's other end 1 + lz would cancel; at it the angles have no meaning.
        rates[to + 10] = pace * (lz >= 0 ? area / (1 + lz) : across > 0 ? area * (1 - lz) / across : 0);
    }

    /**
     * d^2 omega / dt^2 over (96 eta / 5) v^10 (dv/dt), which is positive while the chirp quickens.
     *
     * @param v velocity
     * @param logV its logarithm
     * @param state states
     * @param at where the state begins
     * @param rates its derivative by v, in a frame that turns or not
     * @param from where that begins
     */
    double quickening(double v, double logV, double[] state, int at, double[] rates, int from) {
        double one = dot(state, at + ORBIT, state, at + ONE);
        double two = dot(state, at + ORBIT, state, at + TWO);
        double dot = dot(state, at + ONE, state, at + TWO);
        double oneRate = dot(rates, from + ORBIT, state, at + ONE) + dot(state, at + ORBIT, rates, from + ONE);
        double twoRate = dot(rates, from + ORBIT, state, at + TWO) + dot(state, at + ORBIT, rates, from + TWO);
        double dotRate = dot(rates, from + ONE, state, at + TWO) + dot(state, at + ONE, rates, from + TWO);
        double three = 3 * (chirp3 + chirp3One * one + chirp3Two * two)
            + v * (chirp3One * oneRate + chirp3Two * twoRate);
        double four = 4 * (chirp4 + chirp4Dot * dot + one * (chirp4OneTwo * two + chirp4OneOne * one)
            + chirp4TwoTwo * two * two) + v * (chirp4Dot * dotRate
            + oneRate * (chirp4OneTwo * two + 2 * chirp4OneOne * one)
            + twoRate * (chirp4OneTwo * one + 2 * chirp4TwoTwo * two));
        double five = 5 * (chirp5 + chirp5One * one + chirp5Two * two)
            + v * (chirp5One * oneRate + chirp5Two * twoRate);
        double six = 6 * (chirp6 + chirpLog * logV + chirp6Dot * dot
            + one * (chirp6One + chirp6OneTwo * two + chirp6OneOne * one) + two * (chirp6Two + chirp6TwoTwo * two))
            + chirpLog + v * (chirp6Dot * dotRate
            + oneRate * (chirp6One + chirp6OneTwo * two + 2 * chirp6OneOne * one)
            + twoRate * (chirp6Two + chirp6OneTwo * one + 2 * chirp6TwoTwo * two));
        return 11 * chirp(v, logV, one, two, dot)
            + v * v * (2 * chirp2 + v * (three + v * (four + v * (five + v * (six + 7 * v * chirp7)))));
    }

    /**
     * How far an error of each number moves the orbit's direction, squared: for the spins their parts of the orbital
     * angular momentum; the time moves nothing, and what is carried matters less the nearer L is to the axis's other
     * end, where alpha has no meaning.
     *
     * @param v velocity
     * @param state the state
     * @param to receives {@link #SIZE} numbers
     */
    void weights(double v, double[] state, double[] to) {
        double one = Math.min(1, v * ratio);
        double two = Math.min(1, v * inverseRatio);
        for (int i = 0; i < 3; i++) {
            to[ORBIT + i] = 1;
            to[ONE + i] = one * one;
            to[TWO + i] = two * two;
        }
        double near = 0.5 * (1 + state[ORBIT + 2]);
        to[CARRIED] = near * near;
    }

    /**
     * How fast the three vectors turn about the z axis: the angle's derivative by v, averaged with the squares of
     * their distances from it.
     *
     * @param state the state
     * @param rates its derivative by v
     * @param weights of the components
     */
    static double turn(double[] state, double[] rates, double[] weights) {
        double moment = 0;
        double sum = 0;
        for (int i = 0; i < TIME; i += 3) {
            double x = state[i];
            double y = state[i + 1];
            moment += weights[i] * (x * x + y * y);
            sum += weights[i] * (x * rates[i + 1] - y * rates[i]);
        }
        return moment > 0 ? sum / moment : 0;
    }

    static double dot(double[] a, int i, double[] b, int j) {
        return a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2];
    }
}
