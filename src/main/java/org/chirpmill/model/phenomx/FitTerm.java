package org.chirpmill.model.phenomx;

/**
 * One term of a fit, (chi_1 - chi_2)^a delta^b eta^(c/2) P(eta, S) / Q(eta, S), as a table has it.
 *
 * @param factor a, b and c
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
     */
    record Factor(int spinDifferencePower, int deltaPower, int rootEtaPower) {
        double at(AlignedBinary binary) {
            double factor = power(binary.spinDifference(), spinDifferencePower) * power(binary.delta(), deltaPower)
                * power(binary.eta(), rootEtaPower / 2);
            if (rootEtaPower % 2 != 0) {
                factor *= rootEtaPower > 0 ? Math.sqrt(binary.eta()) : 1 / Math.sqrt(binary.eta());
            }
            return factor;
        }

        private static double power(double x, int exponent) {
            double power = 1;
            for (int k = Math.abs(exponent); k > 0; k--) {
                power *= x;
            }
            return exponent < 0 ? 1 / power : power;
        }
    }

    boolean isQuotient() {
        return denominator.length > 0;
    }
}
