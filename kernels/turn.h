// Turns polarizations right where they were evaluated: those of a row are multiplied by exp(2 pi i (a p + b q)) bin by
// bin, with p and q of the bin and a and b of the row. So waveforms lose the phase of their own chirp (PhaseHeterodyne)
// before they are projected. Bins before firstBin are zero and stay it.
//
// Launch shape: block (threads), grid (tiles of bins, strides of rows).
#pragma once

#include "output.h"

template <class Output>
struct Turn {
    using Complex = typename Output::Complex;

    CHIRPMILL_FUNCTION static void turn(Complex* plus, Complex* cross, const double* chirps, const double* powers,
            int rows, int bins, int firstBin) {
        for (int bin = firstBin + blockIdx.x * blockDim.x + threadIdx.x; bin < bins; bin += gridDim.x * blockDim.x) {
            double p = powers[bin];
            double q = powers[bins + bin];
            for (int row = blockIdx.y; row < rows; row += gridDim.y) {
                double turns = chirps[2 * row] * p + chirps[2 * row + 1] * q;
                typename Output::Real sine, cosine;
                Output::sineAndCosine(TWO_PI * (turns - rint(turns)), sine, cosine);
                long long at = static_cast<long long>(row) * bins + bin;
                turn(plus[at], sine, cosine);
                turn(cross[at], sine, cosine);
            }
        }
    }

private:
    static constexpr double TWO_PI = 6.283185307179586477;

    CHIRPMILL_FUNCTION static void turn(Complex& strain, typename Output::Real sine, typename Output::Real cosine) {
        strain = Complex{strain.x * cosine - strain.y * sine, strain.x * sine + strain.y * cosine};
    }
};
