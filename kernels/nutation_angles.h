// What the nutation adds to phi_z and zeta, arXiv:1703.03967, Eqs. 67 and F19: see
// org.chirpmill.model.phenomx.precession.NutationAngles.
#pragma once

#include "nutation_cubic.h"
#include "platform.h"
#include "rows.h"

// The terms of the poles M = J and M = -J, rad.
struct NutationAngles {
    double inward, outward;
};

// L and J where the total spin lies at the cubic's base; M there is the mean.
struct NutationFrame {
    double momentum, shift, mean, perpSquared, j;
};

// What a turning point gives to the term of its pole: near and far are the roots of the distances of M to that pole and
// to the other, numerator / denominator is (1 + q) times the residue but for the other turning point's far.
struct TurningPoint {
    double near, far, numerator, denominator;
};

CHIRPMILL_FUNCTION NutationFrame nutationFrame(const double* precession, double momentum, double shift) {
    using Row = PrecessionRow;
    double along = precession[Row::ALONG_ONE] + precession[Row::ALONG_TWO];
    double turn = precession[Row::GAP] * shift;
    double mean = momentum + along + turn;
    double perpSquared = precession[Row::PERP_ONE_SQUARED] + precession[Row::PERP_TWO_SQUARED]
        + 2 * precession[Row::PERP_PRODUCT] - turn * (2 * along + turn);
    return {momentum, shift, mean, perpSquared, sqrt(mean * mean + perpSquared)};
}

// side is 1 at the lower turning point, whose pole is M = J, and -1 at the upper. base is 2 (1 + q)(L + eta S_eff).
CHIRPMILL_FUNCTION TurningPoint turningPoint(
        const double* precession, const NutationFrame& frame, double base, double root, double side) {
    using Row = PrecessionRow;
    double q = precession[Row::RATIO];
    double gap = precession[Row::GAP];
    double one = precession[Row::ALONG_ONE];
    double two = precession[Row::ALONG_TWO];
    double s = frame.shift - 0.5 * root;
    // The spins' parts in the plane: scalar product, difference of squares and square of the sum, J^2 - M^2.
    double product = precession[Row::PERP_PRODUCT] + 0.5 * root * gap * frame.momentum
        + s * (q * one - two + q * s);
    double difference = precession[Row::PERP_ONE_SQUARED] - precession[Row::PERP_TWO_SQUARED]
        - s * (2 * (one + q * two) + (1 + q) * gap * s);
    double turn = 0.5 * gap * root;
    double sumSquared = atLeast(frame.perpSquared + turn * (2 * frame.mean - turn), 0);

    double facing = side * (frame.mean - turn);
    double large = frame.j + abs(facing);
    double inverseLarge = inverseRoot(large);
    double rootOfLarge = large * inverseLarge;
    // They are parallel or, where the scalar product is negative, opposed: then the sum comes from the difference.
    bool opposed = product < 0;
    double differenceSquared = sumSquared - 4 * product;
    double inverseDifference = 0;
    double sum;
    if (opposed) {
        inverseDifference = inverseRoot(differenceSquared);
        sum = abs(difference) * inverseDifference;
    } else {
        sum = sqrt(sumSquared);
    }
    double rootOfSmall = sum * inverseLarge;
    double near = facing >= 0 ? rootOfSmall : rootOfLarge;
    double far = facing >= 0 ? rootOfLarge : rootOfSmall;

    // near (...) - gap difference / near, of which near may vanish: the quotient is a product of roots where opposed.
    double numerator = near * ((1 + q) * (frame.j + facing) - side * base);
    double denominator = 1;
    if (opposed && facing > 0) {
        double quotient = rootOfLarge * differenceSquared * inverseDifference;
        numerator -= gap * (difference < 0 ? -quotient : quotient);
    } else if (near > 0) {
        numerator = numerator * near - gap * difference;
        denominator = near;
    }
    return {near, far, numerator, denominator};
}

// Both terms at the phase psi, rad, of the nutation; inverseRate is 1 / sqrt(eta span).
CHIRPMILL_FUNCTION NutationAngles nutationAngles(const double* precession, double momentum, double shift,
        const TurningNorms& norms, double inverseRate, double psi) {
    using Row = PrecessionRow;
    double q = precession[Row::RATIO];
    NutationFrame frame = nutationFrame(precession, momentum, shift);
    double effective = q * precession[Row::ALONG_ONE] + precession[Row::ALONG_TWO];
    double base = 2 * ((1 + q) * momentum + effective);
    TurningPoint upper = turningPoint(precession, frame, base, norms.upper, -1);
    TurningPoint lower = turningPoint(precession, frame, base, norms.lower, 1);

    double sine, cosine;
    sincos(psi, &sine, &cosine);
    double sineSquared = sine * sine;
    double cosineSquared = cosine * cosine;
    // Two quotients each with one division, by the product of their denominators.
    // |psi - atan((lower / upper) tan psi)| on the principal branch, with the sign of sin(2 psi), of both poles.
    double belowIn = (upper.far + lower.near) * (upper.far * cosineSquared + lower.near * sineSquared);
    double belowOut = (upper.near + lower.far) * (upper.near * cosineSquared + lower.far * sineSquared);
    double above = 0.5 * precession[Row::GAP] * (norms.upper - norms.lower) * sine * cosine / (belowIn * belowOut);
    // psi runs backwards where eta S_eff exceeds L, while the residues' absolute values do not turn.
    double rate = (1 + q) * momentum >= effective ? 0.5 * inverseRate : -0.5 * inverseRate;
    double inwardBelow = lower.denominator * upper.far;
    double outwardBelow = upper.denominator * lower.far;
    double scale = rate / ((1 + q) * inwardBelow * outwardBelow);
    return {scale * outwardBelow * abs(lower.numerator) * atan(above * belowOut),
        scale * inwardBelow * abs(upper.numerator) * atan(above * belowIn)};
}
