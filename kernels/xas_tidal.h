// IMRPhenomXAS with tides at one frequency: see org.chirpmill.model.phenomx.tidal.TidalXasKernel.
#pragma once

#include "grid.h"
#include "output.h"
#include "piecewise_terms.h"
#include "rows.h"
#include "smooth_mode.h"
#include "tides.h"
#include "xas.h"

// The (2, 2) mode of black holes with their coefficients' block of tides behind.
struct TidalQuadrupole {
    static constexpr int MODES = 1;

    // The largest number of frequencies that joins() writes.
    static constexpr int MOST_JOINS = PhenomXAS::JOINS + Tides::JOINS;

    // The amplitude of the row, Hz^(-7/6).
    CHIRPMILL_FUNCTION static double amplitude(const double* row, const GridPoint& point) {
        return Tides::amplitude(row + TidalXasRow::TIDES, point, PhenomXAS::amplitude(row, point));
    }

    // The phase of h = A exp(i phase), rad.
    CHIRPMILL_FUNCTION static double phase(const double* row, const GridPoint& point) {
        return PhenomXAS::phase(row, point) + Tides::phase(row + TidalXasRow::TIDES, point);
    }

    // The last frequency, Hz, at which the mode is not zero.
    CHIRPMILL_FUNCTION static double end(const double* row, int) {
        return row[XasRow::CUTOFF];
    }

    // Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, int, double* out) {
        int count = PhenomXAS::joins(row, out);
        return count + Tides::joins(row + TidalXasRow::TIDES, out + count);
    }

    // How far, Hz, polynomials may reach at a frequency.
    CHIRPMILL_FUNCTION static double scale(const double* row, int, double f) {
        return fmin(PhenomXAS::scale(row, f), Tides::scale(row + TidalXasRow::TIDES, f));
    }
};

struct TidalXAS : TidalQuadrupole {
    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 5;

    // What the fast kernels ask of a model, besides what its mode says.
    static constexpr int ROW = TidalXasRow::SIZE;

    CHIRPMILL_LARGE_FUNCTION static SmoothMode smooth(const double* row, int, GridPoint point) {
        double scaled = amplitude(row, point);
        return {phase(row, point), row[XasRow::PLUS_AMPLITUDE] * scaled, 0, 0, -row[XasRow::CROSS_AMPLITUDE] * scaled,
            0};
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        if (!(point.f <= row[XasRow::CUTOFF])) {
            return {0, 0, 0, 0};
        }
        double scaled = amplitude(row, point);
        return alignedPolarizations<Output>(
            row[XasRow::PLUS_AMPLITUDE] * scaled, row[XasRow::CROSS_AMPLITUDE] * scaled, phase(row, point));
    }
};
