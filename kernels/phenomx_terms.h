// The terms that IMRPhenomXAS and every higher mode of IMRPhenomXHM share: their rows hold them in the same order.
#pragma once

#include "grid.h"
#include "piecewise_terms.h"

// One mode at one frequency: h_(l,-m) = (real + i imaginary) exp(i phase), strain per Hz and rad.
struct PhasedMode {
    double phase, real, imaginary;
};

// The inspiral's phase from the eleven coefficients of inspiralPhase at a and the three of log f, of c log f and of
// c^3 log f that follow them.
CHIRPMILL_FUNCTION double inspiralPhaseWithLogarithms(const double* a, const GridPoint& point) {
    double c = point.cubeRoot;
    return inspiralPhase(a, c, point.leading) + point.logarithm * (a[11] + c * (a[12] + c * c * a[13]));
}

// The phase of a ringing mode, rad: its pole lies at ringdown + i / inverseWidth, Hz.
CHIRPMILL_FUNCTION double ringingPhase(double f, double ringdown, double inverseWidth) {
    return atan((f - ringdown) * inverseWidth);
}

// The phase between inspiral and ringdown from the eight coefficients at a: those of 1, f, log f, 1/f, 1/f^2, 1/f^3 and
// of the ringing phase, and that phase's inverse width.
CHIRPMILL_FUNCTION double intermediatePhase(const double* a, double ringdown, const GridPoint& point) {
    double inverse = 1 / point.f;
    double falling = inverse * (a[3] + inverse * (a[4] + inverse * a[5]));
    return a[0] + a[1] * point.f + a[2] * point.logarithm + falling + a[6] * ringingPhase(point.f, ringdown, a[7]);
}

// The distance, Hz, of a frequency to the poles: zero, and the complex frequency of the ringdown.
CHIRPMILL_FUNCTION double distanceToPoles(double f, double ringdown, double inverseDamping) {
    double away = f - ringdown;
    double damping = 1 / inverseDamping;
    return fmin(f, sqrt(away * away + damping * damping));
}
