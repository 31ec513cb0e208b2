package org.chirpmill.model.phenomx.precession;

/**
 * The third Euler angle epsilon = -gamma from the other two, by the condition of minimal rotation, d epsilon =
 * cos(beta) d alpha: arXiv:1110.2965. What is integrated are the smooth functions of {@link AngleTableRow}: with z =
 * sin(beta / 2) exp(i alpha), d(alpha - epsilon) = 2 sin^2(beta / 2) d alpha = 2 Im(conj(z) dz), and near -J the same
 * of alpha + epsilon and z = cos(beta / 2) exp(i alpha). On the nodes of a {@link ChebyshevSeries}: derivatives are
 * those of the polynomials through the values, and the integral that of the polynomial through the products.
 */
final class MinimalRotation {
    private final int nodes;
    /** By node: what the value at another node adds to the derivative, by the place in the interval. */
    private final double[] derivative;
    /** By node: what it adds to the integral from the interval's start; then the integral over all of it. */
    private final double[] integral;
    private final double[] rates;

    MinimalRotation(ChebyshevSeries chebyshev) {
        nodes = chebyshev.nodes();
        derivative = new double[nodes * nodes];
        integral = new double[(nodes + 1) * nodes];
        rates = new double[nodes];
        double[] places = new double[nodes];
        chebyshev.nodes(0, 1, places);
        for (int other = 0; other < nodes; other++) {
            double[] terms = terms(places[other]);
            double[] slopes = derivative(terms);
            double[] integrals = integral(terms);
            for (int node = 0; node < nodes; node++) {
                derivative[node * nodes + other] = sum(slopes, places[node]);
                integral[node * nodes + other] = sum(integrals, places[node]);
            }
            integral[nodes * nodes + other] = sum(integrals, 1);
        }
    }

    /** The Chebyshev series of the polynomial that is 1 at this node and 0 at the others. */
    private double[] terms(double place) {
        double[] terms = new double[nodes];
        double angle = StrictMath.acos(place);
        for (int k = 0; k < nodes; k++) {
            terms[k] = (k == 0 ? 1.0 : 2.0) / nodes * StrictMath.cos(k * angle);
        }
        return terms;
    }

    private double[] derivative(double[] terms) {
        double[] slopes = new double[nodes + 1];
        for (int k = nodes - 1; k >= 1; k--) {
            slopes[k - 1] = (k + 1 < nodes ? slopes[k + 1] : 0) + 2 * k * terms[k];
        }
        slopes[0] /= 2;
        return slopes;
    }

    /** The series of the integral from -1 on. */
    private double[] integral(double[] terms) {
        double[] integrals = new double[nodes + 1];
        for (int k = 1; k <= nodes; k++) {
            double below = k == 1 ? 2 * terms[0] : terms[k - 1];
            double above = k + 1 < nodes ? terms[k + 1] : 0;
            integrals[k] = (below - above) / (2 * k);
        }
        integrals[0] = -sum(integrals, -1);
        return integrals;
    }

    private static double sum(double[] terms, double place) {
        double next = 0;
        double afterNext = 0;
        for (int k = terms.length - 1; k > 0; k--) {
            double here = terms[k] + 2 * place * next - afterNext;
            afterNext = next;
            next = here;
        }
        return terms[0] + place * next - afterNext;
    }

    /**
     * Writes the phase alpha - epsilon, or alpha + epsilon near -J, at the nodes.
     *
     * @param real real part of z without the turning of its mean, at the nodes
     * @param imaginary its imaginary part
     * @param slope by how much alpha turns on average while the place moves by 1, rad
     * @param start the phase where the interval begins, rad
     * @param out receives the phase at the nodes, rad
     * @return the phase where the interval ends, rad
     */
    double write(double[] real, double[] imaginary, double slope, double start, double[] out) {
        for (int node = 0; node < nodes; node++) {
            double realRate = 0;
            double imaginaryRate = 0;
            for (int other = 0; other < nodes; other++) {
                double weight = derivative[node * nodes + other];
                realRate += weight * real[other];
                imaginaryRate += weight * imaginary[other];
            }
            double squared = real[node] * real[node] + imaginary[node] * imaginary[node];
            rates[node] = 2 * (real[node] * imaginaryRate - imaginary[node] * realRate + slope * squared);
        }
        for (int node = 0; node < nodes; node++) {
            out[node] = start + integrated(node);
        }
        return start + integrated(nodes);
    }

    private double integrated(int node) {
        double sum = 0;
        for (int other = 0; other < nodes; other++) {
            sum += integral[node * nodes + other] * rates[other];
        }
        return sum;
    }
}
