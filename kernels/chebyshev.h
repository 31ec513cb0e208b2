// Polynomials of degree 7 through the extrema of a Chebyshev polynomial, the ends of the interval among them: see
// org.chirpmill.model.lanes.Chebyshev.
#pragma once

#include "platform.h"

struct Chebyshev {
    static constexpr int NODES = 8;

    // The nodes on the interval from -1 to 1, ascending: -cos(pi j / 7).
    double places[NODES];
    // What the value at node j adds to the coefficient of the power k, at [j * NODES + k].
    double toPowers[NODES * NODES];

    constexpr Chebyshev() : places(), toPowers() {
        constexpr double cosines[NODES / 2] = {
            1, 0.90096886790241912624, 0.62348980185873353053, 0.22252093395631440429};
        for (int j = 0; j < NODES; j++) {
            places[j] = j < NODES / 2 ? -cosines[j] : cosines[NODES - 1 - j];
        }
        double series[NODES][NODES] = {};
        series[0][0] = 1;
        series[1][1] = 1;
        for (int n = 2; n < NODES; n++) {
            for (int k = 0; k < n; k++) {
                series[n][k + 1] += 2 * series[n - 1][k];
                series[n][k] -= series[n - 2][k];
            }
        }
        constexpr int last = NODES - 1;
        for (int j = 0; j < NODES; j++) {
            double before = places[j];
            double value = 1;
            for (int n = 0; n < NODES; n++) {
                double weight = 2.0 / last * value / ((j == 0 || j == last ? 2 : 1) * (n == 0 || n == last ? 2 : 1));
                for (int k = 0; k <= n; k++) {
                    toPowers[j * NODES + k] += weight * series[n][k];
                }
                // T(n+1) = 2 x T(n) - T(n-1), where T(-1) = T(1) = x.
                double next = 2 * places[j] * value - before;
                before = value;
                value = next;
            }
        }
    }

    // An estimate of what a polynomial misses: its last Chebyshev coefficient, or an eighth of the one before in case
    // the last is small by chance; from its last two powers' coefficients.
    CHIRPMILL_FUNCTION static double error(double last, double beforeLast) {
        constexpr double scale = 1.0 / (1 << (NODES - 2));
        return fmax(abs(last) * scale, abs(beforeLast) * scale / 4);
    }
};

CHIRPMILL_TABLE Chebyshev CHEBYSHEV;
