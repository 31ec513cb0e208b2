package org.chirpmill.model.phenomx;

import java.util.List;

/** The factors (chi_1 - chi_2)^a delta^b eta^(c/2) (1 - 3 eta)^(d/2) that stand before the polynomials of some fits. */
final class FitFactors {
    private final int[] spinDifferencePowers;
    private final int[] deltaPowers;
    private final int[] rootEtaPowers;
    private final int[] rootThreeEtaPowers;
    private final boolean hasThreeEta;
    private final int highestSpinDifference;
    private final int highestDelta;
    private final int lowestEta;
    private final int highestEta;

    FitFactors(List<FitTerm.Factor> factors) {
        spinDifferencePowers = factors.stream().mapToInt(FitTerm.Factor::spinDifferencePower).toArray();
        deltaPowers = factors.stream().mapToInt(FitTerm.Factor::deltaPower).toArray();
        rootEtaPowers = factors.stream().mapToInt(FitTerm.Factor::rootEtaPower).toArray();
        rootThreeEtaPowers = factors.stream().mapToInt(FitTerm.Factor::rootThreeEtaPower).toArray();
        hasThreeEta = highest(rootThreeEtaPowers) > 0;
        highestSpinDifference = highest(spinDifferencePowers);
        highestDelta = highest(deltaPowers);
        highestEta = Math.ceilDiv(highest(rootEtaPowers), 2);
        lowestEta = -Math.ceilDiv(highest(factors.stream().mapToInt(factor -> -factor.rootEtaPower()).toArray()), 2);
    }

    /** How many factors there are. */
    int count() {
        return spinDifferencePowers.length;
    }

    /** How many numbers {@link #write} writes: the factors, then the powers they are made of. */
    int room() {
        return spinDifferencePowers.length + highestSpinDifference + 1 + highestDelta + 1
            + 2 * (highestEta - lowestEta + 1);
    }

    /** Writes the factors for a binary, in the order in which they were given. */
    void write(AlignedBinary binary, double[] work, int from) {
        int ofSpinDifference = from + spinDifferencePowers.length;
        int ofDelta = ofSpinDifference + highestSpinDifference + 1;
        int ofRootEta = ofDelta + highestDelta + 1 - 2 * lowestEta;
        writePowers(binary.spinDifference(), highestSpinDifference, work, ofSpinDifference);
        writePowers(binary.delta(), highestDelta, work, ofDelta);
        writePowersOfRoot(binary.eta(), work, ofRootEta);
        for (int k = 0; k < spinDifferencePowers.length; k++) {
            work[from + k] = work[ofSpinDifference + spinDifferencePowers[k]] * work[ofDelta + deltaPowers[k]]
                * work[ofRootEta + rootEtaPowers[k]];
        }
        if (hasThreeEta) {
            double root = Math.sqrt(1 - 3 * binary.eta());
            for (int k = 0; k < rootThreeEtaPowers.length; k++) {
                for (int power = 0; power < rootThreeEtaPowers[k]; power++) {
                    work[from + k] *= root;
                }
            }
        }
    }

    private static void writePowers(double x, int highest, double[] work, int at) {
        work[at] = 1;
        for (int k = 1; k <= highest; k++) {
            work[at + k] = work[at + k - 1] * x;
        }
    }

    /** Writes eta^(k/2), k = 2 lowestEta ... 2 highestEta + 1, each to {@code at} + k. */
    private void writePowersOfRoot(double eta, double[] work, int at) {
        double root = Math.sqrt(eta);
        double rising = 1;
        for (int k = 0; k <= highestEta; k++) {
            work[at + 2 * k] = rising;
            work[at + 2 * k + 1] = rising * root;
            rising *= eta;
        }
        double falling = 1;
        for (int k = -1; k >= lowestEta; k--) {
            falling /= eta;
            work[at + 2 * k] = falling;
            work[at + 2 * k + 1] = falling * root;
        }
    }

    private static int highest(int[] powers) {
        int highest = 0;
        for (int power : powers) {
            highest = Math.max(highest, power);
        }
        return highest;
    }
}
