// IMRPhenomXAS at one bin, arXiv:2001.11412: see org.chirpmill.model.phenomx.XasKernel.
#pragma once

#include "grid.h"
#include "phenomx_terms.h"
#include "piecewise_terms.h"
#include "rows.h"

struct PhenomXAS {
    using Row = XasRow;

    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 6;

    // How many frequencies joins() writes.
    static constexpr int JOINS = 4;

    // The amplitude, Hz^(-7/6), which is the Newtonian one at low frequencies.
    CHIRPMILL_FUNCTION static double amplitude(const double* row, const GridPoint& point) {
        double f = point.f;
        double amplitude;
        if (f < row[Row::AMPLITUDE_JOIN_1]) {
            amplitude = point.newtonian * inspiralAmplitude(row + Row::INSPIRAL_2, point.cubeRoot);
        } else if (f < row[Row::AMPLITUDE_JOIN_2]) {
            amplitude = 1 / newtonPolynomial(row + Row::NEWTON_0, f - row[Row::AMPLITUDE_JOIN_1],
                f - row[Row::AMPLITUDE_MIDDLE], f - row[Row::AMPLITUDE_JOIN_2]);
        } else {
            amplitude = point.newtonian * mergerAmplitude(row, f);
        }
        return amplitude;
    }

    // The ringdown's amplitude over f^(-7/6), also where it does not hold.
    CHIRPMILL_FUNCTION static double mergerAmplitude(const double* row, double f) {
        return fallingLorentzian(row[Row::MERGER_HEIGHT], row[Row::MERGER_SLOPE], row[Row::MERGER_WIDTH_SQUARED],
            f - row[Row::RINGDOWN]);
    }

    // The phase of h = A exp(i phase), rad.
    CHIRPMILL_FUNCTION static double phase(const double* row, const GridPoint& point) {
        double phase;
        if (point.f < row[Row::PHASE_JOIN_1]) {
            phase = inspiralPhaseWithLogarithms(row + Row::PHASE_MINUS_5, point);
        } else if (point.f < row[Row::PHASE_JOIN_2]) {
            phase = intermediatePhase(row + Row::INTERMEDIATE_CONSTANT, row[Row::RINGDOWN], point);
        } else {
            phase = ringdownPhase(row, point);
        }
        return phase;
    }

    // Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, double* out) {
        out[0] = row[Row::AMPLITUDE_JOIN_1];
        out[1] = row[Row::AMPLITUDE_JOIN_2];
        out[2] = row[Row::PHASE_JOIN_1];
        out[3] = row[Row::PHASE_JOIN_2];
        return JOINS;
    }

    // The distance, Hz, of a frequency to the poles.
    CHIRPMILL_FUNCTION static double scale(const double* row, double f) {
        return distanceToPoles(f, row[Row::RINGDOWN], row[Row::RINGDOWN_INVERSE_WIDTH]);
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        if (!(point.f <= row[Row::CUTOFF])) {
            return {0, 0, 0, 0};
        }
        double scaled = amplitude(row, point);
        return alignedPolarizations<Output>(
            row[Row::PLUS_AMPLITUDE] * scaled, row[Row::CROSS_AMPLITUDE] * scaled, phase(row, point));
    }

private:
    CHIRPMILL_FUNCTION static double ringdownPhase(const double* row, const GridPoint& point) {
        double f = point.f;
        double c = point.cubeRoot;
        double inverse = 1 / f;
        double falling = inverse * (row[Row::RINGDOWN_INVERSE] + inverse * inverse * row[Row::RINGDOWN_INVERSE_3]);
        return row[Row::RINGDOWN_CONSTANT] + row[Row::RINGDOWN_LINEAR] * f + row[Row::RINGDOWN_TWO_THIRDS] * (c * c)
            + falling
            + row[Row::RINGDOWN_ARCTAN] * ringingPhase(f, row[Row::RINGDOWN], row[Row::RINGDOWN_INVERSE_WIDTH]);
    }
};
