// Tides at one frequency beside any (2, 2) mode h = A exp(i phase), arXiv:1905.06011 and arXiv:2311.07456: see
// org.chirpmill.model.tides.TideKernel. Here a row is the tides' block, as TideRow says.
#pragma once

#include "grid.h"
#include "numbers.h"
#include "rows.h"

struct Tides {
    using Row = TideRow;

    // How many frequencies joins() writes.
    static constexpr int JOINS = 3;

    // The amplitude with tides, from that of black holes in the units that the block was written for.
    CHIRPMILL_FUNCTION static double amplitude(const double* row, const GridPoint& point, double blackHoles) {
        double f = point.f;
        double c = point.cubeRoot;
        double c2 = c * c;
        double rising = 1 + row[Row::AMPLITUDE_LINEAR] * c2
            + row[Row::AMPLITUDE_POWER] * exp(TideKernel::AMPLITUDE_EXPONENT * point.logarithm);
        double falling = 1 + row[Row::AMPLITUDE_DAMPING] * f * f * c2;
        double tidal = row[Row::AMPLITUDE_STRENGTH] * c * f * f * f * rising / falling;
        double whole = blackHoles + point.newtonian * tidal;
        if (f > row[Row::TAPER_START]) {
            whole *= 1 - rise(f, row[Row::TAPER_START], row[Row::TAPER_END]);
        }
        return whole;
    }

    // What tides add to the phase, rad.
    CHIRPMILL_FUNCTION static double phase(const double* row, const GridPoint& point) {
        double f = point.f;
        double c = point.cubeRoot;
        // The bounds may be NaN, which has to reach the phase; f and c are numbers.
        double heldFrequency = f < row[Row::HELD_FROM] ? f : row[Row::HELD_FROM];
        double heldRoot = c < row[Row::HELD_ROOT] ? c : row[Row::HELD_ROOT];
        double phase = tunedPhase(row, heldFrequency, heldRoot);
        if (f > row[Row::BLEND_START]) {
            double share = rise(f, row[Row::BLEND_START], row[Row::BLEND_END]);
            phase += share * (postNewtonianPhase(row + Row::PN_0, c) - phase);
        }
        return phase + row[Row::QUADRUPOLE_MINUS_1] / c + c * (row[Row::QUADRUPOLE_1] + c * row[Row::QUADRUPOLE_2]);
    }

    // Writes the frequencies, Hz, at which tides are not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, double* out) {
        out[0] = row[Row::TAPER_START];
        out[1] = row[Row::HELD_FROM];
        out[2] = row[Row::BLEND_START];
        return JOINS;
    }

    // How far, Hz, polynomials may reach: Planck's window is smooth and yet has a singularity at either end.
    CHIRPMILL_FUNCTION static double scale(const double* row, double f) {
        return f < row[Row::TAPER_START] ? INFINITY : row[Row::TAPER_END] - row[Row::TAPER_START];
    }

private:
    // Planck's window, which is 0 at the start and 1 at the end of an interval; f lies above the start.
    CHIRPMILL_FUNCTION static double rise(double f, double start, double end) {
        double rise = 1;
        if (f < end) {
            double width = end - start;
            rise = 1 / (exp(width / (f - start) + width / (f - end)) + 1);
        }
        return rise;
    }

    // The phase that is fitted to simulations alone, rad: neither held nor blended, and without quadrupoles.
    CHIRPMILL_FUNCTION static double tunedPhase(const double* row, double f, double c) {
        double wave = exp(row[Row::LOVE_EXPONENT] - row[Row::LOVE_RATE] * f);
        double loveNumber = row[Row::LOVE_CONSTANT] + row[Row::LOVE_SLOPE] * f + row[Row::LOVE_HEIGHT] / (1 + wave);
        double c2 = c * c;
        return c2 * c2 * c * loveNumber * (pade(row + Row::FIRST_STRENGTH, c) + pade(row + Row::SECOND_STRENGTH, c));
    }

    CHIRPMILL_FUNCTION static double postNewtonianPhase(const double* a, double c) {
        double c2 = c * c;
        return c2 * c2 * c * (a[0] + c2 * (a[1] + c * (a[2] + c * (a[3] + c * a[4]))));
    }

    // One of the two terms, whose coefficients begin with its strength.
    CHIRPMILL_FUNCTION static double pade(const double* a, double c) {
        double numerator = 1 + c * c * (a[1] + c * (a[2] + c * (a[3] + c * (a[4] + c * a[5]))));
        double denominator = 1 + c * c * (a[6] + c * (a[7] + c * a[8]));
        return a[0] * numerator / denominator;
    }
};
