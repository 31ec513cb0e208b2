package org.chirpmill.model.phenomx.spintaylor;

import java.util.Arrays;

/**
 * A sum of the rates of a step's stages, each with its weight, added in the stages' order.
 *
 * @param stages the stages that it takes
 * @param weights theirs
 */
record RateSum(int[] stages, double[] weights) {
    /** A formula that is linear in rates: takes those of {@link EighthOrderMethod#ALL_STAGES} stages. */
    interface Formula {
        /** What it makes of the first number of rates. */
        double of(double[] rates);
    }

    /** The weights of a formula, read off it by rates that are 1 at one stage and 0 at the others. */
    static RateSum of(Formula formula) {
        int count = 0;
        int[] stages = new int[EighthOrderMethod.ALL_STAGES];
        double[] weights = new double[EighthOrderMethod.ALL_STAGES];
        for (int stage = 0; stage < EighthOrderMethod.ALL_STAGES; stage++) {
            double[] rates = new double[EighthOrderMethod.ALL_STAGES * OrbitEquations.SIZE];
            rates[stage * OrbitEquations.SIZE] = 1;
            double weight = formula.of(rates);
            if (weight != 0) {
                stages[count] = stage;
                weights[count++] = weight;
            }
        }
        return new RateSum(Arrays.copyOf(stages, count), Arrays.copyOf(weights, count));
    }
}
