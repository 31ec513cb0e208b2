package org.chirpmill.model.phenomx.hm;

/**
 * A polynomial sum_k c_k u^k in u = (x - centre) / half, which runs from -1 to 1 over its interval, so that neither
 * fixing nor evaluating it loses digits.
 *
 * @param centre the middle of the interval
 * @param half half its length
 * @param coefficients c_0, c_1, ...
 */
record CentredPolynomial(double centre, double half, double[] coefficients) {
    /**
     * Through values and slopes.
     *
     * @param from where the interval begins
     * @param to where it ends
     * @param nodes where something is known, from -1 to 1
     * @param data the values there and the slopes by u, as {@link FixedNodes#monomials} takes them
     */
    static CentredPolynomial through(double from, double to, FixedNodes nodes, double... data) {
        return new CentredPolynomial(0.5 * (from + to), 0.5 * (to - from), nodes.monomials(data));
    }

    double at(double x) {
        double u = (x - centre) / half;
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * u + coefficients[k];
        }
        return sum;
    }

    /** The derivative by x. */
    double slope(double x) {
        double u = (x - centre) / half;
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 1; k--) {
            sum = sum * u + k * coefficients[k];
        }
        return sum / half;
    }

    /** The second derivative by x. */
    double curvature(double x) {
        double u = (x - centre) / half;
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 2; k--) {
            sum = sum * u + k * (k - 1) * coefficients[k];
        }
        return sum / (half * half);
    }
}
