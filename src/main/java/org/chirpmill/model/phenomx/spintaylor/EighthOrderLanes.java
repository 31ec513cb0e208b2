package org.chirpmill.model.phenomx.spintaylor;

import static jdk.incubator.vector.VectorOperators.GT;
import static org.chirpmill.model.lanes.Lanes.COUNT;
import static org.chirpmill.model.lanes.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The sums of {@link EighthOrderMethod}, of several binaries side by side, to the same bits. Numbers of a state or its
 * rates lie one behind another, and of each number one lane beside another.
 */
final class EighthOrderLanes {
    private static final int SIZE = OrbitEquations.SIZE;
    /** From one stage's rates, or one state, to the next. */
    static final int STRIDE = SIZE * COUNT;

    private static final int FIRST_SUM = 3;
    private static final RateSum[] CHANGES = new RateSum[EighthOrderMethod.ALL_STAGES];
    private static final RateSum[] INTERPOLANTS = new RateSum[EighthOrderMethod.INTERPOLANT];
    private static final RateSum FIFTH_ORDER = RateSum.of(rates -> estimate(rates, 0));
    private static final RateSum THIRD_ORDER = RateSum.of(rates -> estimate(rates, SIZE));

    private final double[] byFifth = new double[STRIDE];
    private final double[] byThird = new double[STRIDE];

    static {
        for (int each = 1; each < CHANGES.length; each++) {
            int stage = each;
            CHANGES[stage] = RateSum.of(rates -> change(stage, rates));
        }
        for (int each = FIRST_SUM; each < INTERPOLANTS.length; each++) {
            int number = each;
            INTERPOLANTS[number] = RateSum.of(rates -> interpolant(number, rates));
        }
    }

    private static double change(int stage, double[] rates) {
        double[] state = new double[SIZE];
        EighthOrderMethod.state(stage, 1, new double[SIZE], rates, state);
        return state[0];
    }

    private static double estimate(double[] rates, int which) {
        double[] estimates = new double[2 * SIZE];
        EighthOrderMethod.estimates(rates, estimates);
        return estimates[which];
    }

    private static double interpolant(int number, double[] rates) {
        double[] interpolant = new double[EighthOrderMethod.INTERPOLANT * SIZE];
        EighthOrderMethod.interpolant(1, new double[SIZE], new double[SIZE], rates, interpolant, 0);
        return interpolant[number * SIZE];
    }

    /**
     * States at a stage.
     *
     * @param stage from 1; 12 is the end of the step
     * @param lengths of the steps
     * @param starts the states at their starts
     * @param rates of the stages before
     * @param to receives the states
     */
    void states(int stage, double[] lengths, double[] starts, double[] rates, double[] to) {
        sums(CHANGES[stage], rates, to, 0);
        DoubleVector h = DoubleVector.fromArray(SPECIES, lengths, 0);
        for (int i = 0; i < STRIDE; i += COUNT) {
            h.fma(DoubleVector.fromArray(SPECIES, to, i), DoubleVector.fromArray(SPECIES, starts, i)).intoArray(to, i);
        }
    }

    /**
     * The steps' errors.
     *
     * @param lengths of the steps
     * @param rates their rates
     * @param weights of the squared errors of the states' components
     * @param errors receives one a lane
     */
    void errors(double[] lengths, double[] rates, double[] weights, double[] errors) {
        sums(FIFTH_ORDER, rates, byFifth, 0);
        sums(THIRD_ORDER, rates, byThird, 0);
        DoubleVector fifth = DoubleVector.zero(SPECIES);
        DoubleVector third = DoubleVector.zero(SPECIES);
        for (int i = 0; i < STRIDE; i += COUNT) {
            DoubleVector weight = DoubleVector.fromArray(SPECIES, weights, i);
            DoubleVector one = DoubleVector.fromArray(SPECIES, byFifth, i);
            DoubleVector two = DoubleVector.fromArray(SPECIES, byThird, i);
            fifth = weight.mul(one).mul(one).add(fifth);
            third = weight.mul(two).mul(two).add(third);
        }
        DoubleVector sum = third.mul(0.01).add(fifth);
        DoubleVector error = DoubleVector.fromArray(SPECIES, lengths, 0).abs().mul(fifth).div(sum.sqrt());
        DoubleVector.zero(SPECIES).blend(error, sum.compare(GT, 0)).intoArray(errors, 0);
    }

    /**
     * The interpolants' coefficients.
     *
     * @param lengths of the steps
     * @param starts the states at their starts
     * @param ends those at their ends
     * @param rates of all stages
     * @param to receives {@link EighthOrderMethod#INTERPOLANT} states
     */
    void interpolants(double[] lengths, double[] starts, double[] ends, double[] rates, double[] to) {
        DoubleVector h = DoubleVector.fromArray(SPECIES, lengths, 0);
        for (int i = 0; i < STRIDE; i += COUNT) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, rates, i);
            DoubleVector last = DoubleVector.fromArray(SPECIES, rates, EighthOrderMethod.STAGES * STRIDE + i);
            DoubleVector change = DoubleVector.fromArray(SPECIES, ends, i)
                .sub(DoubleVector.fromArray(SPECIES, starts, i));
            change.intoArray(to, i);
            h.mul(first).sub(change).intoArray(to, STRIDE + i);
            change.mul(2).sub(h.mul(last.add(first))).intoArray(to, 2 * STRIDE + i);
        }
        for (int number = FIRST_SUM; number < EighthOrderMethod.INTERPOLANT; number++) {
            sums(INTERPOLANTS[number], rates, to, number * STRIDE);
        }
        for (int i = FIRST_SUM * STRIDE; i < EighthOrderMethod.INTERPOLANT * STRIDE; i += COUNT) {
            DoubleVector.fromArray(SPECIES, to, i).mul(h).intoArray(to, i);
        }
    }

    /** All numbers in one loop, so that a weight is loaded once for all of them. */
    private static void sums(RateSum sum, double[] rates, double[] to, int offset) {
        int[] stages = sum.stages();
        double[] weights = sum.weights();
        DoubleVector weight = DoubleVector.broadcast(SPECIES, weights[0]);
        DoubleVector n0 = DoubleVector.fromArray(SPECIES, rates, 0).mul(weight);
        DoubleVector n1 = DoubleVector.fromArray(SPECIES, rates, COUNT).mul(weight);
        DoubleVector n2 = DoubleVector.fromArray(SPECIES, rates, 2 * COUNT).mul(weight);
        DoubleVector n3 = DoubleVector.fromArray(SPECIES, rates, 3 * COUNT).mul(weight);
        DoubleVector n4 = DoubleVector.fromArray(SPECIES, rates, 4 * COUNT).mul(weight);
        DoubleVector n5 = DoubleVector.fromArray(SPECIES, rates, 5 * COUNT).mul(weight);
        DoubleVector n6 = DoubleVector.fromArray(SPECIES, rates, 6 * COUNT).mul(weight);
        DoubleVector n7 = DoubleVector.fromArray(SPECIES, rates, 7 * COUNT).mul(weight);
        DoubleVector n8 = DoubleVector.fromArray(SPECIES, rates, 8 * COUNT).mul(weight);
        DoubleVector n9 = DoubleVector.fromArray(SPECIES, rates, 9 * COUNT).mul(weight);
        DoubleVector n10 = DoubleVector.fromArray(SPECIES, rates, 10 * COUNT).mul(weight);
        for (int term = 1; term < stages.length; term++) {
            int at = stages[term] * STRIDE;
            weight = DoubleVector.broadcast(SPECIES, weights[term]);
            n0 = DoubleVector.fromArray(SPECIES, rates, at).fma(weight, n0);
            n1 = DoubleVector.fromArray(SPECIES, rates, at + COUNT).fma(weight, n1);
            n2 = DoubleVector.fromArray(SPECIES, rates, at + 2 * COUNT).fma(weight, n2);
            n3 = DoubleVector.fromArray(SPECIES, rates, at + 3 * COUNT).fma(weight, n3);
            n4 = DoubleVector.fromArray(SPECIES, rates, at + 4 * COUNT).fma(weight, n4);
            n5 = DoubleVector.fromArray(SPECIES, rates, at + 5 * COUNT).fma(weight, n5);
            n6 = DoubleVector.fromArray(SPECIES, rates, at + 6 * COUNT).fma(weight, n6);
            n7 = DoubleVector.fromArray(SPECIES, rates, at + 7 * COUNT).fma(weight, n7);
            n8 = DoubleVector.fromArray(SPECIES, rates, at + 8 * COUNT).fma(weight, n8);
            n9 = DoubleVector.fromArray(SPECIES, rates, at + 9 * COUNT).fma(weight, n9);
            n10 = DoubleVector.fromArray(SPECIES, rates, at + 10 * COUNT).fma(weight, n10);
        }
        n0.intoArray(to, offset);
        n1.intoArray(to, offset + COUNT);
        n2.intoArray(to, offset + 2 * COUNT);
        n3.intoArray(to, offset + 3 * COUNT);
        n4.intoArray(to, offset + 4 * COUNT);
        n5.intoArray(to, offset + 5 * COUNT);
        n6.intoArray(to, offset + 6 * COUNT);
        n7.intoArray(to, offset + 7 * COUNT);
        n8.intoArray(to, offset + 8 * COUNT);
        n9.intoArray(to, offset + 9 * COUNT);
        n10.intoArray(to, offset + 10 * COUNT);
    }
}
