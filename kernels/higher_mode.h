// One higher mode of IMRPhenomXHM at one frequency, arXiv:2001.10914, Secs. IV to VI: see
// org.chirpmill.model.phenomx.hm.ModeKernel. Here a row is the mode's block.
#pragma once

#include "grid.h"
#include "numbers.h"
#include "phenomx_terms.h"
#include "piecewise_terms.h"
#include "rows.h"

struct HigherMode {
    using Row = ModeRow;

    // How many frequencies joins() writes.
    static constexpr int JOINS = 5;

    // h_(l,-m) of a mode that is not mixed.
    CHIRPMILL_FUNCTION static PhasedMode at(const double* row, const GridPoint& point) {
        double amplitude = point.f < row[Row::AMPLITUDE_JOIN_2] ? amplitudeBeforeRingdown(row, point)
                                                                : ringdownAmplitude(row, point.f);
        double phase = point.f < row[Row::PHASE_JOIN_2] ? phaseBeforeRingdown(row, point)
                                                        : ringdownPhase(row, point.f);
        return {phase, row[Row::SCALE] * amplitude, 0};
    }

    // The first two pieces of the dimensionless amplitude.
    CHIRPMILL_FUNCTION static double amplitudeBeforeRingdown(const double* row, const GridPoint& point) {
        double overNewtonian;
        if (point.f < row[Row::AMPLITUDE_JOIN_1]) {
            overNewtonian = inspiralAmplitude(row, point.cubeRoot);
        } else {
            double u = (point.f - row[Row::INTERMEDIATE_CENTRE]) * row[Row::INTERMEDIATE_INVERSE_HALF];
            const double* a = row + Row::INTERMEDIATE_0;
            double high = a[4] + u * (a[5] + u * (a[6] + u * a[7]));
            overNewtonian = a[0] + u * (a[1] + u * (a[2] + u * (a[3] + u * high)));
        }
        return overNewtonian < 0 ? ModeKernel::LEAST_AMPLITUDE : point.newtonian * overNewtonian;
    }

    // The last piece of the amplitude.
    CHIRPMILL_FUNCTION static double ringdownAmplitude(const double* row, double f) {
        double away = f - row[Row::RINGDOWN];
        double height = row[Row::LORENTZIAN_HEIGHT] / (away * away + row[Row::LORENTZIAN_WIDTH_SQUARED]);
        double exponent = -row[Row::LORENTZIAN_SLOPE] * away;
        if (f >= row[Row::FALLOFF]) {
            height = row[Row::FALLOFF_HEIGHT];
            exponent = -row[Row::FALLOFF_RATE] * (f - row[Row::FALLOFF]);
        }
        return height * exp(exponent);
    }

    // The first two pieces of the phase, rad.
    CHIRPMILL_FUNCTION static double phaseBeforeRingdown(const double* row, const GridPoint& point) {
        double phase;
        if (point.f < row[Row::PHASE_JOIN_1]) {
            phase = inspiralPhaseWithLogarithms(row + Row::PHASE_MINUS_5, point);
        } else {
            phase = intermediatePhase(row + Row::SLOW_CONSTANT, row[Row::RINGDOWN], point);
        }
        return phase;
    }

    // The last piece of the phase.
    CHIRPMILL_FUNCTION static double ringdownPhase(const double* row, double f) {
        double inverse = 1 / f;
        return row[Row::RINGDOWN_CONSTANT] + row[Row::RINGDOWN_LINEAR] * f
            + inverse * (row[Row::RINGDOWN_INVERSE] + inverse * inverse * row[Row::RINGDOWN_INVERSE_3])
            + row[Row::RINGDOWN_ARCTAN] * ringingPhase(f, row[Row::RINGDOWN], row[Row::INVERSE_DAMPING]);
    }

    // Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, double* out) {
        out[0] = row[Row::AMPLITUDE_JOIN_1];
        out[1] = row[Row::AMPLITUDE_JOIN_2];
        out[2] = row[Row::FALLOFF];
        out[3] = row[Row::PHASE_JOIN_1];
        out[4] = row[Row::PHASE_JOIN_2];
        return JOINS;
    }

    // The distance, Hz, of a frequency to the poles.
    CHIRPMILL_FUNCTION static double scale(const double* row, double f) {
        return distanceToPoles(f, row[Row::RINGDOWN], row[Row::INVERSE_DAMPING]);
    }

private:
    // The modulus of the post-Newtonian series, and the calibrated terms.
    CHIRPMILL_FUNCTION static double inspiralAmplitude(const double* row, double c) {
        const double* re = row + Row::REAL_1;
        const double* im = row + Row::IMAGINARY_4;
        double highReal = re[3] + c * (re[4] + c * re[5]);
        double real = c * (re[0] + c * (re[1] + c * (re[2] + c * highReal)));
        double fourth = c * c * (c * c);
        double imaginary = fourth * (im[0] + c * (im[1] + c * im[2]));
        const double* a = row + Row::CALIBRATED_7;
        double calibrated = fourth * (c * c * c) * (a[0] + c * (a[1] + c * a[2]));
        return sqrt(real * real + imaginary * imaginary) + calibrated;
    }
};
