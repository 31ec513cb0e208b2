// TaylorF2 at one bin: see org.chirpmill.model.taylorf2.TaylorF2Kernel.
#pragma once

#include "grid.h"
#include "piecewise_terms.h"
#include "rows.h"

struct TaylorF2 {
    using Row = TaylorF2Row;

    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 8;

    // The phase of h = A exp(i phase), rad: minus that of arXiv:0907.0700, Eq. 3.18; c = f^(1/3).
    CHIRPMILL_FUNCTION static double phase(const double* row, const GridPoint& point) {
        double c = point.cubeRoot;
        double tides = row[Row::PHASE_10]
            + c * c * (row[Row::PHASE_12] + c * (row[Row::PHASE_13] + c * row[Row::PHASE_14]));
        double high = row[Row::PHASE_5] + c * (row[Row::PHASE_6] + c * (row[Row::PHASE_7] + c * c * c * tides));
        double low = row[Row::PHASE_0]
            + c * c * (row[Row::PHASE_2] + c * (row[Row::PHASE_3] + c * row[Row::PHASE_4]));
        return low * point.leading + high + point.logarithm * (row[Row::LOG_5] + c * row[Row::LOG_6]);
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        double amplitude = point.f <= row[Row::CUTOFF] ? point.newtonian : 0;
        return alignedPolarizations<Output>(
            row[Row::PLUS_AMPLITUDE] * amplitude, row[Row::CROSS_AMPLITUDE] * amplitude, phase(row, point));
    }
};
