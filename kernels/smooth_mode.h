// A mode as the fast kernels interpolate it.
#pragma once

#include "platform.h"

// h_plus = (plusReal + i plusImaginary) exp(i phase), h_cross likewise, strain per Hz; all five change slowly with
// frequency between the mode's joins. Frequencies of different branch lie on different sides of a kink or jump.
struct SmoothMode {
    double phase, plusReal, plusImaginary, crossReal, crossImaginary;
    int branch;
};
