// The terms that the piecewise Phenom models share: see org.chirpmill.model.PiecewiseTerms and AlignedPolarizations.
#pragma once

#include "output.h"

// 1 + sum of a_k c^k, k = 2 ... 9, from the eight at a; c = f^(1/3).
CHIRPMILL_FUNCTION double inspiralAmplitude(const double* a, double c) {
    double high = a[4] + c * (a[5] + c * (a[6] + c * a[7]));
    return 1 + c * c * (a[0] + c * (a[1] + c * (a[2] + c * (a[3] + c * high))));
}

// Newton's polynomial through nodes of which the first counts twice, from five coefficients and the distances to nodes.
CHIRPMILL_FUNCTION double newtonPolynomial(const double* a, double fromStart, double fromMiddle, double fromEnd) {
    return a[0] + fromStart * (a[1] + fromStart * (a[2] + fromMiddle * (a[3] + fromEnd * a[4])));
}

// height exp(-slope away) / (away^2 + width^2), where away is f less the ringdown's frequency.
CHIRPMILL_FUNCTION double fallingLorentzian(double height, double slope, double widthSquared, double away) {
    return height * exp(-slope * away) / (away * away + widthSquared);
}

// Sum of a_k c^k, k = -5, -3, -2, -1, 0 ... 6, from the eleven at a; leading = f^(-5/3).
CHIRPMILL_FUNCTION double inspiralPhase(const double* a, double c, double leading) {
    double c2 = c * c;
    double falling = a[0] + c2 * (a[1] + c * (a[2] + c * a[3]));
    double calibrated = a[7] + c * (a[8] + c * (a[9] + c * a[10]));
    return falling * leading + a[4] + c * (a[5] + c * (a[6] + c * calibrated));
}

// h_plus = plus exp(i phase), h_cross = -i cross exp(i phase), phase in rad.
template <class Output>
CHIRPMILL_FUNCTION Polarizations<typename Output::Real> alignedPolarizations(double plus, double cross, double phase) {
    using Real = typename Output::Real;
    Real sine, cosine;
    Output::sineAndCosine(phase, sine, cosine);
    Real p = static_cast<Real>(plus);
    Real c = static_cast<Real>(cross);
    return {p * cosine, p * sine, c * sine, -c * cosine};
}
