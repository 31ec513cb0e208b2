package org.chirpmill.model.phenomx;

/**
 * One term of a fit, (chi_1 - chi_2)^a delta^b eta^(c/2) (1 - 3 eta)^(d/2) P(eta, S) / Q(eta, S), as a table has it.
 *
 * @param factor a, b, c and d
 * @param numerator P: the coefficient of eta^i S^j is element [j][i]
 * @param denominator Q, likewise; empty where it is 1
 */
record FitTerm(Factor factor, double[][] numerator, double[][] denominator) {
    /**
     * What stands before the polynomials.
     *
     * @param spinDifferencePower a
     * @param deltaPower b
     * @param rootEtaPower c
     * @param rootThreeEtaPower d
     */
    record Factor(int spinDifferencePower, int deltaPower, int rootEtaPower, int rootThreeEtaPower) {}

    boolean isQuotient() {
        return denominator.length > 0;
    }
}
