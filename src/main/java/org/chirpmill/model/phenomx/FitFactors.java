package org.chirpmill.model.phenomx;

import java.util.List;

/** The factors (chi_1 - chi_2)^a delta^b eta^(c/2) that stand before the polynomials of some fits. */
final class FitFactors {
    private final int[] spinDifferencePowers;
    private final int[] deltaPowers;
    private final int[] rootEtaPowers;
    private final int highestSpinDifference;
    private final int highestDelta;
    private final int lowestEta;
    private final int highestEta;

    FitFactors(List<FitTerm.Factor> factors) {
        spinDifferencePowers = factors.stream().mapToInt(FitTerm.Factor::spinDifferencePower).toArray();
        deltaPowers = factors.stream().mapToInt(FitTerm.Factor::deltaPower).toArray();
        rootEtaPowers = factors.stream().mapToInt(FitTerm.Factor::rootEtaPower).toArray();
        highestSpinDifference = highest(spinDifferencePowers);
        highestDelta = highest(deltaPowers);
        highestEta = Math.ceilDiv(highest(rootEtaPowers), 2);
        lowestEta = -Math.ceilDiv(highest(factors.stream().mapToInt(factor -> -factor.rootEtaPower()).toArray()), 2);
    }

    /** The factors for a binary, in the order in which they were given. */
    double[] at(AlignedBinary binary) {
        double[] ofSpinDifference = powers(binary.spinDifference(), highestSpinDifference);
        double[] ofDelta = powers(binary.delta(), highestDelta);
        double[] ofRootEta = powersOfRoot(binary.eta());
        double[] factors = new double[spinDifferencePowers.length];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = ofSpinDifference[spinDifferencePowers[k]] * ofDelta[deltaPowers[k]]
                * ofRootEta[rootEtaPowers[k] - 2 * lowestEta];
        }
        return factors;
    }

    private static double[] powers(double x, int highest) {
        double[] powers = new double[highest + 1];
        powers[0] = 1;
        for (int k = 1; k <= highest; k++) {
            powers[k] = powers[k - 1] * x;
        }
        return powers;
    }

    /** eta^(k/2) at index k - 2 lowestEta. */
    private double[] powersOfRoot(double eta) {
        double[] powers = new double[2 * (highestEta - lowestEta + 1)];
        double root = Math.sqrt(eta);
        double rising = 1;
        for (int k = 0; k <= highestEta; k++) {
            powers[2 * (k - lowestEta)] = rising;
            powers[2 * (k - lowestEta) + 1] = rising * root;
            rising *= eta;
        }
        double falling = 1;
        for (int k = -1; k >= lowestEta; k--) {
            falling /= eta;
            powers[2 * (k - lowestEta)] = falling;
            powers[2 * (k - lowestEta) + 1] = falling * root;
        }
        return powers;
    }

    private static int highest(int[] powers) {
        int highest = 0;
        for (int power : powers) {
            highest = Math.max(highest, power);
        }
        return highest;
    }
}
