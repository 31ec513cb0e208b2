package org.chirpmill.model.phenomx.spintaylor;

/** Integrals from -1 on of functions known at the zeros of a Chebyshev polynomial, as Chebyshev series. */
final class Antiderivative {
    private final int points;
    private final double[] places;
    /** By term and point: what the function's value adds to the term. */
    private final double[] weights;

    Antiderivative(int points) {
        this.points = points;
        places = new double[points];
        weights = new double[(points + 1) * points];
        double[] terms = new double[points + 2];
        for (int point = 0; point < points; point++) {
            double angle = Math.PI * (2 * point + 1) / (2 * points);
            places[point] = StrictMath.cos(angle);
            for (int k = 0; k < points; k++) {
                terms[k] = (k == 0 ? 1.0 : 2.0) / points * StrictMath.cos(k * angle);
            }
            // The integral of T_k is T_(k+1) / (2 (k + 1)) - T_(k-1) / (2 (k - 1)), and that of T_0 is T_1.
            double atStart = 0;
            for (int k = points; k >= 1; k--) {
                double below = k == 1 ? 2 * terms[0] : terms[k - 1];
                double term = (below - terms[k + 1]) / (2 * k);
                weights[k * points + point] = term;
                atStart += k % 2 == 0 ? term : -term;
            }
            weights[point] = -atStart;
        }
    }

    /** Where the function is to be known, between -1 and 1. */
    double place(int point) {
        return places[point];
    }

    /** Writes one number more than there are points: the series of the integral. */
    void of(double[] values, double[] series, int at) {
        for (int term = 0; term <= points; term++) {
            double sum = 0;
            for (int point = 0; point < points; point++) {
                sum += values[point] * weights[term * points + point];
            }
            series[at + term] = sum;
        }
    }

    /** The integral from -1 to a place. */
    double at(double[] series, int at, double place) {
        double next = 0;
        double afterNext = 0;
        for (int term = points; term > 0; term--) {
            double here = series[at + term] + 2 * place * next - afterNext;
            afterNext = next;
            next = here;
        }
        return series[at] + place * next - afterNext;
    }
}
