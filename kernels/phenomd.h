// IMRPhenomD at one bin, arXiv:1508.07253: see org.chirpmill.model.phenomd.PhenomDKernel.
#pragma once

#include "grid.h"
#include "piecewise_terms.h"
#include "rows.h"

struct PhenomD {
    using Row = PhenomDRow;

    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 5;

    // How many frequencies joins() writes.
    static constexpr int JOINS = 4;

    // The amplitude over its Newtonian part: Eqs. 29, 21 and 19.
    CHIRPMILL_FUNCTION static double amplitude(const double* row, const GridPoint& point) {
        double f = point.f;
        double amplitude;
        if (f < row[Row::AMPLITUDE_JOIN_1]) {
            amplitude = inspiralAmplitude(row + Row::INSPIRAL_2, point.cubeRoot);
        } else if (f < row[Row::AMPLITUDE_JOIN_2]) {
            amplitude = newtonPolynomial(row + Row::NEWTON_0, f - row[Row::AMPLITUDE_JOIN_1],
                f - row[Row::AMPLITUDE_MIDDLE], f - row[Row::AMPLITUDE_JOIN_2]);
        } else {
            amplitude = fallingLorentzian(row[Row::RINGDOWN_HEIGHT], row[Row::RINGDOWN_SLOPE],
                row[Row::RINGDOWN_WIDTH_SQUARED], f - row[Row::RINGDOWN]);
        }
        return amplitude;
    }

    // The amplitude of the row, Hz^(-7/6).
    CHIRPMILL_FUNCTION static double scaledAmplitude(const double* row, const GridPoint& point) {
        return point.newtonian * amplitude(row, point);
    }

    // Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, double* out) {
        out[0] = row[Row::AMPLITUDE_JOIN_1];
        out[1] = row[Row::AMPLITUDE_JOIN_2];
        out[2] = row[Row::PHASE_JOIN_1];
        out[3] = row[Row::PHASE_JOIN_2];
        return JOINS;
    }

    // The distance, Hz, of a frequency to the poles: zero, and those of the ringdown.
    CHIRPMILL_FUNCTION static double scale(const double* row, double f) {
        double amplitude = f - row[Row::RINGDOWN];
        double phase = f - row[Row::MERGER_CENTRE];
        double damping = 1 / row[Row::MERGER_INVERSE_DAMPING];
        double poles = fmin(
            phase * phase + damping * damping, amplitude * amplitude + row[Row::RINGDOWN_WIDTH_SQUARED]);
        return fmin(f, sqrt(poles));
    }

    // The phase of h = A exp(i phase), rad: Eqs. 28, 16 and 14, integrated.
    CHIRPMILL_FUNCTION static double phase(const double* row, const GridPoint& point) {
        double f = point.f;
        double phase;
        if (f < row[Row::PHASE_JOIN_1]) {
            phase = inspiralPhase(row + Row::PHASE_MINUS_5, point.cubeRoot, point.leading)
                + point.logarithm * (row[Row::LOG_0] + point.cubeRoot * row[Row::LOG_1]);
        } else if (f < row[Row::PHASE_JOIN_2]) {
            phase = row[Row::INTERMEDIATE_CONSTANT] + row[Row::INTERMEDIATE_LINEAR] * f
                + row[Row::INTERMEDIATE_CUBIC] / (f * f * f) + row[Row::INTERMEDIATE_LOG] * point.logarithm;
        } else {
            double root = point.fourthRoot;
            phase = row[Row::MERGER_CONSTANT] + row[Row::MERGER_LINEAR] * f + row[Row::MERGER_INVERSE] / f
                + row[Row::MERGER_POWER] * (root * root * root)
                + row[Row::MERGER_ARCTAN] * atan((f - row[Row::MERGER_CENTRE]) * row[Row::MERGER_INVERSE_DAMPING]);
        }
        return phase;
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        if (!(point.f <= row[Row::CUTOFF])) {
            return {0, 0, 0, 0};
        }
        double scaled = scaledAmplitude(row, point);
        return alignedPolarizations<Output>(
            row[Row::PLUS_AMPLITUDE] * scaled, row[Row::CROSS_AMPLITUDE] * scaled, phase(row, point));
    }
};
