package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.phenomx.NewtonPolynomial;

/**
 * Polynomials through nodes that are the same for all binaries. Their coefficients are linear in what they pass
 * through, by a matrix that is worked out once.
 *
 * @param byDatum the polynomial's coefficients of 1, x, x^2, ... where datum i is 1 and the others are 0, at [i]
 */
record FixedNodes(double[][] byDatum) {
    /** Nodes, of which one where a slope is given, too, stands twice. */
    static FixedNodes at(double... nodes) {
        double[][] byDatum = new double[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            double[] values = new double[nodes.length];
            double[] slopes = new double[nodes.length];
            if (i > 0 && nodes[i] == nodes[i - 1]) {
                slopes[i] = 1;
            } else {
                for (int j = 0; j < nodes.length; j++) {
                    values[j] = nodes[j] == nodes[i] ? 1 : 0;
                }
            }
            byDatum[i] = NewtonPolynomial.through(nodes, values, slopes).monomials();
        }
        return new FixedNodes(byDatum);
    }

    /**
     * The coefficients of 1, x, x^2, ...
     *
     * @param data the values at the nodes, but at the second place of one that stands twice the slope
     */
    double[] monomials(double... data) {
        double[] coefficients = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            for (int k = 0; k < coefficients.length; k++) {
                coefficients[k] += byDatum[i][k] * data[i];
            }
        }
        return coefficients;
    }
}
