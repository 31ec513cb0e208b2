// IMRPhenomD with tides at one frequency: see org.chirpmill.model.phenomd.tidal.TidalDKernel.
#pragma once

#include "grid.h"
#include "output.h"
#include "phenomd.h"
#include "piecewise_terms.h"
#include "rows.h"
#include "smooth_mode.h"
#include "tides.h"

// The (2, 2) mode of black holes with their coefficients' block of tides behind.
struct TidalDMode {
    // How many frequencies joins() writes.
    static constexpr int JOINS = PhenomD::JOINS + Tides::JOINS;

    // The amplitude of the row, Hz^(-7/6).
    CHIRPMILL_FUNCTION static double scaledAmplitude(const double* row, const GridPoint& point) {
        return Tides::amplitude(row + TidalDRow::TIDES, point, PhenomD::scaledAmplitude(row, point));
    }

    // The phase of h = A exp(i phase), rad.
    CHIRPMILL_FUNCTION static double phase(const double* row, const GridPoint& point) {
        return PhenomD::phase(row, point) + Tides::phase(row + TidalDRow::TIDES, point);
    }

    // Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, double* out) {
        int count = PhenomD::joins(row, out);
        return count + Tides::joins(row + TidalDRow::TIDES, out + count);
    }

    // How far, Hz, polynomials may reach at a frequency.
    CHIRPMILL_FUNCTION static double scale(const double* row, double f) {
        return fmin(PhenomD::scale(row, f), Tides::scale(row + TidalDRow::TIDES, f));
    }
};

struct TidalD {
    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 4;

    // What the fast kernels ask of a model.
    static constexpr int MODES = 1;
    static constexpr int MOST_JOINS = TidalDMode::JOINS;
    static constexpr int ROW = TidalDRow::SIZE;

    // The last frequency, Hz, that is not zero.
    CHIRPMILL_FUNCTION static double end(const double* row, int) {
        return row[PhenomDRow::CUTOFF];
    }

    // Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, int, double* out) {
        return TidalDMode::joins(row, out);
    }

    // How far, Hz, polynomials may reach at a frequency.
    CHIRPMILL_FUNCTION static double scale(const double* row, int, double f) {
        return TidalDMode::scale(row, f);
    }

    CHIRPMILL_LARGE_FUNCTION static SmoothMode smooth(const double* row, int, GridPoint point) {
        double scaled = TidalDMode::scaledAmplitude(row, point);
        return {TidalDMode::phase(row, point), row[PhenomDRow::PLUS_AMPLITUDE] * scaled, 0, 0,
            -row[PhenomDRow::CROSS_AMPLITUDE] * scaled, 0};
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        if (!(point.f <= row[PhenomDRow::CUTOFF])) {
            return {0, 0, 0, 0};
        }
        double scaled = TidalDMode::scaledAmplitude(row, point);
        return alignedPolarizations<Output>(row[PhenomDRow::PLUS_AMPLITUDE] * scaled,
            row[PhenomDRow::CROSS_AMPLITUDE] * scaled, TidalDMode::phase(row, point));
    }
};
