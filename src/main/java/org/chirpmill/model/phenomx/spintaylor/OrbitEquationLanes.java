package org.chirpmill.model.phenomx.spintaylor;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link OrbitEquations#rates} of several binaries side by side, in its names and its order, to the same bits. States
 * lie as {@link EighthOrderLanes} has them.
 */
final class OrbitEquationLanes {
    /** Coefficients as {@link OrbitRow} has them, of each one lane beside another. */
    private final double[] row = new double[OrbitRow.SIZE * COUNT];

    // L.s1, L.s2, s1.s2, and then the derivatives by time in units in which dt/dv is one.
    private final double[] dots = new double[3 * COUNT];
    private final double[] turns = new double[9 * COUNT];

    /** Puts a binary into a lane. */
    void set(int lane, OrbitEquations equations) {
        equations.write(row, lane, COUNT);
    }

    /**
     * The states' derivatives.
     *
     * @param velocities velocities
     * @param logs their logarithms
     * @param stage where in both its own begin, in units of vectors
     * @param turning how fast the frames turn
     * @param states states
     * @param rates receives the derivatives
     * @param to where they begin
     */
    void rates(double[] velocities, double[] logs, int stage, double[] turning, double[] states, double[] rates,
            int to) {
        turns(velocities, stage * COUNT, states);
        pace(velocities, logs, stage * COUNT, turning, states, rates, to);
    }

    private void turns(double[] velocities, int at, double[] state) {
        DoubleVector lx = DoubleVector.fromArray(SPECIES, state, 0);
        DoubleVector ly = DoubleVector.fromArray(SPECIES, state, COUNT);
        DoubleVector lz = DoubleVector.fromArray(SPECIES, state, 2 * COUNT);
        DoubleVector ax = DoubleVector.fromArray(SPECIES, state, 3 * COUNT);
        DoubleVector ay = DoubleVector.fromArray(SPECIES, state, 4 * COUNT);
        DoubleVector az = DoubleVector.fromArray(SPECIES, state, 5 * COUNT);
        DoubleVector bx = DoubleVector.fromArray(SPECIES, state, 6 * COUNT);
        DoubleVector by = DoubleVector.fromArray(SPECIES, state, 7 * COUNT);
        DoubleVector bz = DoubleVector.fromArray(SPECIES, state, 8 * COUNT);
        DoubleVector v = DoubleVector.fromArray(SPECIES, velocities, at);
        DoubleVector one = lz.fma(az, ly.fma(ay, lx.mul(ax)));
        DoubleVector two = lz.fma(bz, ly.fma(by, lx.mul(bx)));
        one.intoArray(dots, 0);
        two.intoArray(dots, COUNT);
        az.fma(bz, ay.fma(by, ax.mul(bx))).intoArray(dots, 2 * COUNT);

        DoubleVector square = v.mul(v);
        DoubleVector turnOne1 = one.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_ONE_1_ONE * COUNT),
            two.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_ONE_1_TWO * COUNT)));
        DoubleVector turnOne3 = one.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_ONE_3_ONE * COUNT),
            two.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_ONE_3_TWO * COUNT)));
        DoubleVector turnOne = square.fma(
            v.fma(turnOne3, DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_ONE_2 * COUNT)),
            v.fma(turnOne1, DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_ONE_0 * COUNT)));
        DoubleVector turnTwo1 = one.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_TWO_1_ONE * COUNT),
            two.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_TWO_1_TWO * COUNT)));
        DoubleVector turnTwo3 = one.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_TWO_3_ONE * COUNT),
            two.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_TWO_3_TWO * COUNT)));
        DoubleVector turnTwo = square.fma(
            v.fma(turnTwo3, DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_TWO_2 * COUNT)),
            v.fma(turnTwo1, DoubleVector.fromArray(SPECIES, row, OrbitRow.TURN_TWO_0 * COUNT)));
        DoubleVector mutualOne = v.mul(square.fma(
            DoubleVector.fromArray(SPECIES, row, OrbitRow.MUTUAL_ONE_2 * COUNT),
            DoubleVector.fromArray(SPECIES, row, OrbitRow.MUTUAL_ONE_0 * COUNT)));
        DoubleVector mutualTwo = v.mul(square.fma(
            DoubleVector.fromArray(SPECIES, row, OrbitRow.MUTUAL_TWO_2 * COUNT),
            DoubleVector.fromArray(SPECIES, row, OrbitRow.MUTUAL_TWO_0 * COUNT)));
        DoubleVector mutualOrbit = v.mul(square)
            .mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.MUTUAL_ORBIT_3 * COUNT));

        DoubleVector crossX = ay.fma(bz, az.mul(by).neg());
        DoubleVector crossY = az.fma(bx, ax.mul(bz).neg());
        DoubleVector crossZ = ax.fma(by, ay.mul(bx).neg());
        DoubleVector oneX = ly.fma(az, lz.mul(ay).neg()).mul(turnOne);
        DoubleVector oneY = lz.fma(ax, lx.mul(az).neg()).mul(turnOne);
        DoubleVector oneZ = lx.fma(ay, ly.mul(ax).neg()).mul(turnOne);
        DoubleVector twoX = ly.fma(bz, lz.mul(by).neg()).mul(turnTwo);
        DoubleVector twoY = lz.fma(bx, lx.mul(bz).neg()).mul(turnTwo);
        DoubleVector twoZ = lx.fma(by, ly.mul(bx).neg()).mul(turnTwo);
        DoubleVector lessMutual = mutualOne.neg();
        lessMutual.fma(crossX, oneX).intoArray(turns, 3 * COUNT);
        lessMutual.fma(crossY, oneY).intoArray(turns, 4 * COUNT);
        lessMutual.fma(crossZ, oneZ).intoArray(turns, 5 * COUNT);
        mutualTwo.fma(crossX, twoX).intoArray(turns, 6 * COUNT);
        mutualTwo.fma(crossY, twoY).intoArray(turns, 7 * COUNT);
        mutualTwo.fma(crossZ, twoZ).intoArray(turns, 8 * COUNT);

        DoubleVector lever = v.neg().div(square.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.MOMENTUM * COUNT),
            DoubleVector.broadcast(SPECIES, 1)));
        DoubleVector along = mutualOrbit.mul(lz.fma(crossZ, ly.fma(crossY, lx.mul(crossX))));
        DoubleVector byOne = lever.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.RATIO * COUNT));
        DoubleVector byTwo = lever.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.INVERSE_RATIO * COUNT));
        DoubleVector byBoth = lever.mul(mutualOrbit);
        DoubleVector byL = lever.neg().mul(along);
        byOne.fma(oneX, byTwo.fma(twoX, byBoth.fma(crossX, byL.mul(lx)))).intoArray(turns, 0);
        byOne.fma(oneY, byTwo.fma(twoY, byBoth.fma(crossY, byL.mul(ly)))).intoArray(turns, COUNT);
        byOne.fma(oneZ, byTwo.fma(twoZ, byBoth.fma(crossZ, byL.mul(lz)))).intoArray(turns, 2 * COUNT);
    }

    private void pace(double[] velocities, double[] logs, int at, double[] turning, double[] state, double[] rates,
            int to) {
        DoubleVector v = DoubleVector.fromArray(SPECIES, velocities, at);
        DoubleVector logV = DoubleVector.fromArray(SPECIES, logs, at);
        DoubleVector one = DoubleVector.fromArray(SPECIES, dots, 0);
        DoubleVector two = DoubleVector.fromArray(SPECIES, dots, COUNT);
        DoubleVector dot = DoubleVector.fromArray(SPECIES, dots, 2 * COUNT);
        DoubleVector four = one.fma(
            two.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_4_ONE_TWO * COUNT),
                one.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_4_ONE_ONE * COUNT))),
            two.mul(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_4_TWO_TWO * COUNT)).fma(two,
                dot.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_4_DOT * COUNT),
                    DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_4 * COUNT))));
        DoubleVector sixOne = one.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_6_ONE_ONE * COUNT),
            two.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_6_ONE_TWO * COUNT),
                DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_6_ONE * COUNT)));
        DoubleVector sixTwo = two.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_6_TWO_TWO * COUNT),
            DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_6_TWO * COUNT));
        DoubleVector six = one.fma(sixOne, two.fma(sixTwo,
            dot.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_6_DOT * COUNT),
                logV.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_LOG * COUNT),
                    DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_6 * COUNT)))));
        DoubleVector three = two.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_3_TWO * COUNT),
            one.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_3_ONE * COUNT),
                DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_3 * COUNT)));
        DoubleVector five = two.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_5_TWO * COUNT),
            one.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_5_ONE * COUNT),
                DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_5 * COUNT)));
        DoubleVector square = v.mul(v);
        DoubleVector fourth = square.mul(square);
        DoubleVector high = square.fma(v.fma(DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_7 * COUNT), six),
            v.fma(five, four));
        DoubleVector low = square.fma(v.fma(three, DoubleVector.fromArray(SPECIES, row, OrbitRow.CHIRP_2 * COUNT)),
            DoubleVector.broadcast(SPECIES, 1));
        DoubleVector pace = DoubleVector.fromArray(SPECIES, row, OrbitRow.INVERSE_NEWTON * COUNT)
            .div(fourth.mul(fourth.fma(high, low)));

        DoubleVector turn = DoubleVector.fromArray(SPECIES, turning, 0).div(fourth);
        DoubleVector back = turn.neg();
        DoubleVector lx = DoubleVector.fromArray(SPECIES, state, 0);
        DoubleVector ly = DoubleVector.fromArray(SPECIES, state, COUNT);
        DoubleVector lz = DoubleVector.fromArray(SPECIES, state, 2 * COUNT);
        DoubleVector orbitX = DoubleVector.fromArray(SPECIES, turns, 0);
        DoubleVector orbitY = DoubleVector.fromArray(SPECIES, turns, COUNT);
        pace.fma(orbitX, turn.mul(ly)).intoArray(rates, to);
        pace.fma(orbitY, back.mul(lx)).intoArray(rates, to + COUNT);
        pace.mul(DoubleVector.fromArray(SPECIES, turns, 2 * COUNT)).intoArray(rates, to + 2 * COUNT);
        pace.fma(DoubleVector.fromArray(SPECIES, turns, 3 * COUNT),
            turn.mul(DoubleVector.fromArray(SPECIES, state, 4 * COUNT))).intoArray(rates, to + 3 * COUNT);
        pace.fma(DoubleVector.fromArray(SPECIES, turns, 4 * COUNT),
            back.mul(DoubleVector.fromArray(SPECIES, state, 3 * COUNT))).intoArray(rates, to + 4 * COUNT);
        pace.mul(DoubleVector.fromArray(SPECIES, turns, 5 * COUNT)).intoArray(rates, to + 5 * COUNT);
        pace.fma(DoubleVector.fromArray(SPECIES, turns, 6 * COUNT),
            turn.mul(DoubleVector.fromArray(SPECIES, state, 7 * COUNT))).intoArray(rates, to + 6 * COUNT);
        pace.fma(DoubleVector.fromArray(SPECIES, turns, 7 * COUNT),
            back.mul(DoubleVector.fromArray(SPECIES, state, 6 * COUNT))).intoArray(rates, to + 7 * COUNT);
        pace.mul(DoubleVector.fromArray(SPECIES, turns, 8 * COUNT)).intoArray(rates, to + 8 * COUNT);
        pace.div(fourth.mul(v)).intoArray(rates, to + 9 * COUNT);
        DoubleVector area = lx.fma(orbitY, ly.mul(orbitX).neg());
        DoubleVector across = lx.fma(lx, ly.mul(ly));
        VectorMask<Double> near = lz.compare(GE, 0);
        DoubleVector top = area.mul(lz.neg().add(1)).blend(area, near);
        DoubleVector share = top.div(across.blend(lz.add(1), near));
        DoubleVector.zero(SPECIES).blend(share, near.or(across.compare(GT, 0))).mul(pace)
            .intoArray(rates, to + 10 * COUNT);
    }
}
