// The turning points of the total spin's norm, arXiv:1703.03967, Eq. 21: see
// org.chirpmill.model.phenomx.precession.NutationCubic, which says what its unknowns are and why.
#pragma once

#include "platform.h"
#include "rows.h"

// S+^2 and S-^2 minus the base, over l; S+^2 - S3^2 and S-^2 - S3^2.
struct TurningNorms {
    double upper, lower, span, rest;
};

// cos(acos(x) / 3) within 7e-7 for x from 0 to 1.
CHIRPMILL_FUNCTION double cosineOfThird(double x) {
    double high = -0.0475250 + x * (0.0218996 + x * (-0.00896645 + x * 0.00194730));
    return 0.86602606 + x * (0.16661886 + x * high);
}

// The root of y^3 + b y^2 + c y + d, all of whose roots are real, that lies farthest from the others: the trigonometric
// solution to six digits, then one step of Halley's, which cubes its error.
CHIRPMILL_FUNCTION double isolatedRoot(double b, double c, double d) {
    double mean = (-1.0 / 3) * b;
    double atMean = (2.0 / 27 * b * b - 1.0 / 3 * c) * b + d;
    // Not zero, so that the product with the inverse stays finite.
    double discriminant = atLeast(b * b - 3 * c, 1e-200);
    double inverse = inverseRoot(discriminant);
    double cosine = atMost(13.5 * abs(atMean) * inverse * inverse * inverse, 1);
    double away = 2.0 / 3 * discriminant * inverse * cosineOfThird(cosine);
    double y = atMean >= 0 ? mean - away : mean + away;
    double value = ((y + b) * y + c) * y + d;
    double slope = (3 * y + 2 * b) * y + c;
    double below = slope * slope - value * (3 * y + b);
    return below > 0 ? y - value * slope / below : y;
}

// Solves q l zeta^3 + b zeta^2 + c zeta + d = 0.
CHIRPMILL_FUNCTION TurningNorms turningNorms(double q, double l, double b, double c, double d) {
    double a = q * l;
    double isolated = isolatedRoot(b, a * c, a * a * d);
    bool thirdIsIsolated = isolated <= (-1.0 / 3) * b;
    // The pair's sum and product in zeta, from those relations that keep the digits.
    double sum, product;
    if (abs(isolated * isolated * isolated) >= abs(a * a * d)) {
        double inverse = isolated != 0 ? 1 / isolated : 0;
        product = -d * inverse;
        sum = (c - a * product) * inverse;
    } else {
        double inverse = 1 / a;
        sum = -(b + isolated) * inverse;
        product = (c - isolated * sum) * inverse;
        isolated = -d / product;
    }
    double distance = sqrt(atLeast(sum * sum - 4 * product, 0));
    double larger = 0.5 * (sum >= 0 ? sum + distance : sum - distance);
    double smaller = larger != 0 ? product / larger : 0;
    double high = atLeast(larger, smaller);
    double low = atMost(larger, smaller);
    double quotient = isolated / (thirdIsIsolated ? q : a);
    TurningNorms norms{high, low, l * high - quotient, atLeast(l * low - quotient, 0)};
    if (!thirdIsIsolated) {
        norms = {quotient, high, l * (quotient - low), l * distance};
    }
    return norms;
}

// The same for a row's block, at Newtonian L = momentum, where the base has moved the spins' parts along L by shift and
// by -q shift.
CHIRPMILL_FUNCTION TurningNorms turningNorms(const double* precession, double momentum, double shift) {
    using Row = PrecessionRow;
    double q = precession[Row::RATIO];
    double l = precession[Row::GAP] * momentum;
    double one = precession[Row::ALONG_ONE];
    double two = precession[Row::ALONG_TWO];
    double perpOne = precession[Row::PERP_ONE_SQUARED];
    double perpTwo = precession[Row::PERP_TWO_SQUARED];
    double product = precession[Row::PERP_PRODUCT];
    double weighed = precession[Row::WEIGHED_NORM_SQUARED];
    double difference = q * one - two;

    double gram = precession[Row::PERP_CROSS_SQUARED]
        + shift * (2 * (q * two * perpOne - one * perpTwo - product * difference) - shift * weighed);
    double shiftedDifference = difference + 2 * q * shift;
    double shiftedProduct = product + shift * (difference + q * shift);
    double shiftedOne = perpOne - shift * (2 * one + shift);
    double shiftedTwo = perpTwo + q * shift * (2 * two - q * shift);
    double torque = shiftedDifference * shiftedProduct
        + (one + shift) * shiftedTwo - q * (two - q * shift) * shiftedOne;
    return turningNorms(
        q, l, l * (l - 2 * shiftedDifference) + weighed, 4 * (l * shiftedProduct - torque), -4 * gram);
}
