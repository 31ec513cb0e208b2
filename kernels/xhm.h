// IMRPhenomXHM at one bin, the modes summed with spherical harmonics: see org.chirpmill.model.phenomx.hm.XhmKernel.
#pragma once

#include "coprecessing.h"
#include "grid.h"
#include "output.h"
#include "rows.h"
#include "smooth_mode.h"

struct PhenomXHM : Coprecessing {
    using Row = XhmRow;

    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 3;

    // What the fast kernels ask of a model, besides what is the same of all sums of these modes.
    static constexpr int ROW = Row::CROSS_44 + 1;

    CHIRPMILL_LARGE_FUNCTION static SmoothMode smooth(const double* row, int which, GridPoint point) {
        PhasedMode mode = Coprecessing::mode(which, row, point);
        const double* factors = row + Row::PLUS_22 + (Row::PLUS_21 - Row::PLUS_22) * which;
        bool even = Coprecessing::m(which) % 2 == 0;
        double sign = Coprecessing::turnSign(which);
        double real = sign * (even ? mode.real : -mode.imaginary);
        double imaginary = sign * (even ? mode.imaginary : mode.real);
        return {mode.phase, factors[0] * real, factors[0] * imaginary, -factors[1] * imaginary, factors[1] * real, 0};
    }

    // h_plus = sum of plus (-i)^m h_(l,-m), h_cross = sum of i cross (-i)^m h_(l,-m).
    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        using Real = typename Output::Real;
        Polarizations<Real> sum{0, 0, 0, 0};
        // Not unrolled, so that the code of a mode that is not mixed is there once.
        CHIRPMILL_NOT_UNROLLED
        for (int which = 0; which < Coprecessing::MODES; which++) {
            if (!(point.f <= Coprecessing::end(row, which))) {
                continue;
            }
            PhasedMode mode = Coprecessing::mode(which, row, point);
            Real sine, cosine;
            Output::sineAndCosine(mode.phase, sine, cosine);
            Real amplitude = static_cast<Real>(mode.real);
            Real quadrature = static_cast<Real>(mode.imaginary);
            Real real = amplitude * cosine - quadrature * sine;
            Real imaginary = amplitude * sine + quadrature * cosine;
            bool even = Coprecessing::m(which) % 2 == 0;
            Real turnedReal = even ? real : -imaginary;
            Real turnedImaginary = even ? imaginary : real;
            double sign = Coprecessing::turnSign(which);
            const double* factors = row + Row::PLUS_22 + (Row::PLUS_21 - Row::PLUS_22) * which;
            Real plus = static_cast<Real>(sign * factors[0]);
            Real cross = static_cast<Real>(sign * factors[1]);
            sum.plusReal += plus * turnedReal;
            sum.plusImaginary += plus * turnedImaginary;
            sum.crossReal -= cross * turnedImaginary;
            sum.crossImaginary += cross * turnedReal;
        }
        return sum;
    }
};
