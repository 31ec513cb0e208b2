// Polynomials of degree 7 through the extrema of a Chebyshev polynomial, the ends of the interval among them: see
// org.chirpmill.model.lanes.Chebyshev.
#pragma once

#include "nodes.h"
#include "platform.h"

struct Chebyshev {
    static constexpr int NODES = CHEBYSHEV_NODES;

    // An estimate of what a polynomial misses: its last Chebyshev coefficient, or an eighth of the one before in case
    // the last is small by chance; from its last two powers' coefficients.
    CHIRPMILL_FUNCTION static double error(double last, double beforeLast) {
        constexpr double scale = 1.0 / (1 << (NODES - 2));
        return fmax(abs(last) * scale, abs(beforeLast) * scale / 4);
    }
};
