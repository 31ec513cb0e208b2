// The five modes h_(l,-m) that the aligned model sums and the precessing one twists, at one frequency: see
// org.chirpmill.model.phenomx.hm.CoprecessingKernel. A row begins with their coefficients, as CoprecessingRow says.
#pragma once

#include "grid.h"
#include "higher_mode.h"
#include "mixed_mode.h"
#include "modes.h"
#include "rows.h"
#include "xas.h"

// A mode that was not prepared, or vanishes, or has ended is zero.
struct Coprecessing {
    using Row = CoprecessingRow;

    // How many modes there are, in the order of modes.h.
    static constexpr int MODES = COPRECESSING_MODES;
    static constexpr int QUADRUPOLE = COPRECESSING_QUADRUPOLE;
    static constexpr int MIXED = COPRECESSING_MIXED;

    // The largest number of frequencies that joins() writes.
    static constexpr int MOST_JOINS = MixedMode::JOINS;

    CHIRPMILL_FUNCTION static int l(int which) {
        return COPRECESSING_L[which];
    }

    CHIRPMILL_FUNCTION static int m(int which) {
        return COPRECESSING_M[which];
    }

    // The sign of (-i)^m before 1, where m is even, or i.
    CHIRPMILL_FUNCTION static int turnSign(int which) {
        return COPRECESSING_TURN_SIGNS[which];
    }

    CHIRPMILL_FUNCTION static PhasedMode l2m2(const double* row, const GridPoint& point) {
        const double* mode = row + Row::L2M2;
        double scale = row[Row::L2M2_SCALE];
        if (!(scale != 0 && point.f <= mode[XasRow::CUTOFF])) {
            return {0, 0, 0};
        }
        return {PhenomXAS::phase(mode, point), scale * PhenomXAS::amplitude(mode, point), 0};
    }

    CHIRPMILL_FUNCTION static PhasedMode l2m1(const double* row, const GridPoint& point) {
        return plain(row, Row::L2M1, point);
    }

    CHIRPMILL_FUNCTION static PhasedMode l3m3(const double* row, const GridPoint& point) {
        return plain(row, Row::L3M3, point);
    }

    CHIRPMILL_FUNCTION static PhasedMode l3m2(const double* row, const GridPoint& point) {
        return shows(row, Row::L3M2, point) ? MixedMode::at(row, point) : PhasedMode{0, 0, 0};
    }

    CHIRPMILL_FUNCTION static PhasedMode l4m4(const double* row, const GridPoint& point) {
        return plain(row, Row::L4M4, point);
    }

    // One of the modes. In a loop that is not unrolled the three plain ones are the same instructions.
    CHIRPMILL_FUNCTION static PhasedMode mode(int which, const double* row, const GridPoint& point) {
        switch (which) {
            case QUADRUPOLE:
                return l2m2(row, point);
            case MIXED:
                return l3m2(row, point);
            default:
                return plain(row, COPRECESSING_BLOCKS[which], point);
        }
    }

    // The last frequency, Hz, at which a mode is not zero; negative where it is absent.
    CHIRPMILL_FUNCTION static double end(const double* row, int which) {
        if (which == QUADRUPOLE) {
            return row[Row::L2M2_SCALE] != 0 ? row[Row::L2M2 + XasRow::CUTOFF] : -1;
        }
        return row[COPRECESSING_BLOCKS[which] + ModeRow::SCALE] != 0 ? row[Row::CUTOFF] : -1;
    }

    // Writes the frequencies, Hz, at which a mode is not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, int which, double* out) {
        switch (which) {
            case QUADRUPOLE:
                return PhenomXAS::joins(row + Row::L2M2, out);
            case MIXED:
                return MixedMode::joins(row, out);
            default:
                return HigherMode::joins(row + COPRECESSING_BLOCKS[which], out);
        }
    }

    // The distance, Hz, of a frequency to the poles of a mode: zero, and the complex frequency of its ringdown.
    CHIRPMILL_FUNCTION static double scale(const double* row, int which, double f) {
        switch (which) {
            case QUADRUPOLE:
                return PhenomXAS::scale(row + Row::L2M2, f);
            case MIXED:
                return MixedMode::scale(row, f);
            default:
                return HigherMode::scale(row + COPRECESSING_BLOCKS[which], f);
        }
    }

private:
    CHIRPMILL_FUNCTION static PhasedMode plain(const double* row, int block, const GridPoint& point) {
        return shows(row, block, point) ? HigherMode::at(row + block, point) : PhasedMode{0, 0, 0};
    }

    CHIRPMILL_FUNCTION static bool shows(const double* row, int block, const GridPoint& point) {
        return row[block + ModeRow::SCALE] != 0 && point.f <= row[Row::CUTOFF];
    }
};
