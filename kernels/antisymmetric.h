// The antisymmetric part of the (2, 2) mode: see org.chirpmill.model.phenomx.pnr.AntisymmetricKernel. Here a row is its
// block.
#pragma once

#include "grid.h"
#include "platform.h"
#include "rows.h"

struct AntisymmetricPart {
    using Row = AntisymmetricRow;

    // How many frequencies joins() writes at most.
    static constexpr int JOINS = 7;

    // Whether the ratio is known at the bins alone: on lists of frequencies.
    CHIRPMILL_FUNCTION static bool isOfBins(const double* row) {
        return !(row[Row::INVERSE_SPACING] > 0);
    }

    // Its amplitude over that of the symmetric part.
    CHIRPMILL_FUNCTION static double ratio(const double* row, const GridPoint& point) {
        double perHz = row[Row::INVERSE_SPACING];
        double from = row[Row::FIRST];
        double place = perHz > 0 ? (point.f - from) * perHz : point.bin - from;
        const double* edges = row + Row::EDGES;
        int piece = 0;
        int left = static_cast<int>(row[Row::COUNT]) - 1;
        while (left > 0) {
            int half = (left + 1) / 2;
            piece = edges[piece + half - 1] + 0.5 < place ? piece + half : piece;
            left -= half;
        }
        double last = edges[piece];
        double first = piece > 0 ? edges[piece - 1] + 1 : 0;
        double t = (2 * place - first - last) / fmax(1.0, last - first);
        const double* a = row + Row::COEFFICIENTS + piece * Row::TERMS;
        double sum = a[Row::TERMS - 1];
        CHIRPMILL_UNROLLED
        for (int k = Row::TERMS - 2; k >= 0; k--) {
            sum = sum * t + a[k];
        }
        return sum;
    }

    // Its phase, rad, from that of the symmetric part and alpha.
    CHIRPMILL_FUNCTION static double phase(const double* row, double f, double symmetric, double alpha) {
        return f < row[Row::JOIN] ? 0.5 * symmetric + alpha + row[Row::LOWER_CONSTANT] + row[Row::LOWER_SLOPE] * f
                                  : symmetric + row[Row::UPPER_CONSTANT];
    }

    // Writes the frequencies, Hz, at which the part is not smooth where the symmetric one is, and returns how many there
    // are: the join, and where averages of the ratio, over 40 bins to both sides, begin and meet its corner.
    CHIRPMILL_FUNCTION static int joins(const double* row, double ringdown, double* out) {
        out[0] = row[Row::JOIN];
        if (isOfBins(row)) {
            return 1;
        }
        double average = 40 / row[Row::INVERSE_SPACING];
        for (int k = 0; k < 3; k++) {
            out[1 + k] = row[Row::FIRST] + (k + 1) * average;
            out[4 + k] = ringdown + (k - 1) * average;
        }
        return JOINS;
    }
};
