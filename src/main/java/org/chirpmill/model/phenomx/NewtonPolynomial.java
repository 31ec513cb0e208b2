package org.chirpmill.model.phenomx;

/**
 * The polynomial through given values, and slopes where a node is given twice, in Newton's form: divided differences
 * keep their digits where the monomials' coefficients would be large and cancel.
 *
 * @param nodes x_0 ... x_n; equal ones are neighbours, at most two
 * @param differences d_0 ... d_n of d_0 + (x - x_0) (d_1 + (x - x_1) (d_2 + ...))
 */
public record NewtonPolynomial(double[] nodes, double[] differences) {
    /**
     * Through values at distinct nodes.
     *
     * @param nodes where
     * @param values the values there
     */
    public static NewtonPolynomial through(double[] nodes, double[] values) {
        return through(nodes, values, values);
    }

    /**
     * Through values and slopes.
     *
     * @param nodes where; a node with a slope stands twice
     * @param values the values there
     * @param slopes at the second place of a repeated node its slope, elsewhere not read
     */
    public static NewtonPolynomial through(double[] nodes, double[] values, double[] slopes) {
        double[] differences = values.clone();
        for (int order = 1; order < nodes.length; order++) {
            for (int i = nodes.length - 1; i >= order; i--) {
                double step = nodes[i] - nodes[i - order];
                differences[i] = step == 0 ? slopes[i] : (differences[i] - differences[i - 1]) / step;
            }
        }
        return new NewtonPolynomial(nodes, differences);
    }

    double at(double x) {
        double sum = 0;
        for (int i = nodes.length - 1; i >= 0; i--) {
            sum = sum * (x - nodes[i]) + differences[i];
        }
        return sum;
    }

    /** The coefficients of 1, x, x^2, ... */
    public double[] monomials() {
        double[] coefficients = new double[nodes.length];
        for (int i = nodes.length - 1; i >= 0; i--) {
            for (int k = nodes.length - 1; k > 0; k--) {
                coefficients[k] = coefficients[k - 1] - nodes[i] * coefficients[k];
            }
            coefficients[0] = differences[i] - nodes[i] * coefficients[0];
        }
        return coefficients;
    }
}
