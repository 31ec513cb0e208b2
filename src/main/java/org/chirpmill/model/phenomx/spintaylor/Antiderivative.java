package org.chirpmill.model.phenomx.spintaylor;

import java.util.Arrays;

/** Integrals from -1 on of functions known at the zeros of a Chebyshev polynomial, as Chebyshev series. */
final class Antiderivative {
    private final int points;
    private final double[] places;
    /** By point and term: what the function's value adds to the term. */
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
                weights[point * (points + 1) + k] = term;
                atStart += k % 2 == 0 ? term : -term;
            }
            weights[point * (points + 1)] = -atStart;
        }
    }

    /** Where the function is to be known, between -1 and 1. */
    double place(int point) {
        return places[point];
    }

    /** Writes one number more than there are points: the series of the integral. */
    void of(double[] values, double[] series, int at) {
        Arrays.fill(series, at, at + points + 1, 0);
        for (int point = 0; point < points; point++) {
            for (int term = 0; term <= points; term++) {
                series[at + term] += values[point] * weights[point * (points + 1) + term];
            }
        }
    }

    /** The integral from -1 to a place. */
    double at(double[] series, int at, double place) {
        double next = 0;
        double afterNext = 0;
        for (int term = points; term > 0; term--) {
            double here = Math.fma(2 * place, next, series[at + term] - afterNext);
            afterNext = next;
            next = here;
        }
        return series[at] + place * next - afterNext;
    }
}
