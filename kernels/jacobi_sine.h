// The Jacobi elliptic function sn by the arithmetic-geometric mean: Landen transformations as
// org.chirpmill.model.phenomx.precession.JacobiSine has them (DLMF 22.7.1), in a form that divides once.
#pragma once

#include "platform.h"

// sn(u | m) from the complementary modulus sqrt(1 - m), above 1e-8.
//
// With a, b the means' sequence from 1 and the complementary modulus, c = (a - b) / 2 one step earlier, k = c / a is
// the next modulus and s <- a' s / (a + c s^2) climbs to the step before, whose mean is a'. What counts is c beside a,
// so that c may be a difference. s is kept as a quotient; each step is homogeneous in its two parts.
CHIRPMILL_FUNCTION double jacobiSine(double u, double complementary) {
    // Enough for any modulus; where it is small, most are skipped.
    constexpr int STEPS = 7;
    // After such a c the means are equal.
    constexpr double LEAST = 1e-8;
    double a[STEPS + 1];
    double c[STEPS + 1];
    double b = complementary;
    a[0] = 1;
    c[0] = 1;
    CHIRPMILL_UNROLLED
    for (int i = 1; i <= STEPS; i++) {
        a[i] = a[i - 1];
        c[i] = 0;
        if (c[i - 1] > LEAST) {
            if (i > 1) {
                b = sqrt(a[i - 2] * b);
            }
            a[i] = 0.5 * (a[i - 1] + b);
            c[i] = 0.5 * (a[i - 1] - b);
        }
    }
    double above = sin(u * a[STEPS]);
    double below = 1;
    CHIRPMILL_UNROLLED
    for (int i = STEPS; i >= 1; i--) {
        if (c[i] > 0) {
            double product = a[i - 1] * above * below;
            below = a[i] * below * below + c[i] * above * above;
            above = product;
        }
    }
    return above / below;
}
