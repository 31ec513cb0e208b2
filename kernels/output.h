// The two precisions of an output. Phases and coefficients are double in both: only what is left of a phase after whole
// turns may become a float.
#pragma once

#include "platform.h"

struct Single {
    using Real = float;
    using Complex = float2;

    // Sine and cosine of a phase in rad.
    CHIRPMILL_FUNCTION static void sineAndCosine(double phase, float& sine, float& cosine) {
        double halfTurns = phase * 0.31830988618379067154;
        sincospif(static_cast<float>(halfTurns - 2 * rint(0.5 * halfTurns)), &sine, &cosine);
    }
};

struct Double {
    using Real = double;
    using Complex = double2;

    CHIRPMILL_FUNCTION static void sineAndCosine(double phase, double& sine, double& cosine) {
        sincos(phase, &sine, &cosine);
    }
};

// Both polarizations at one bin, strain per Hz.
template <class Real>
struct Polarizations {
    Real plusReal, plusImaginary, crossReal, crossImaginary;

    // Adds exp(i phase) times what a mode's amplitudes are, phase in rad.
    template <class Output>
    CHIRPMILL_FUNCTION void add(double phase, const Polarizations& amplitude) {
        Real sine, cosine;
        Output::sineAndCosine(phase, sine, cosine);
        plusReal += amplitude.plusReal * cosine - amplitude.plusImaginary * sine;
        plusImaginary += amplitude.plusReal * sine + amplitude.plusImaginary * cosine;
        crossReal += amplitude.crossReal * cosine - amplitude.crossImaginary * sine;
        crossImaginary += amplitude.crossReal * sine + amplitude.crossImaginary * cosine;
    }
};
