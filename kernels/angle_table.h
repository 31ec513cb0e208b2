// Euler angles from a table of polynomials: see org.chirpmill.model.phenomx.precession.AngleTableKernel.
#pragma once

#include "angles.h"
#include "platform.h"
#include "rows.h"

struct AngleTable {
    using Row = AngleTableRow;

    // The angles at log v, v = (pi M f22)^(1/3); beyond the table's ends, those at its ends.
    CHIRPMILL_FUNCTION static EulerAngles at(const double* table, double logV) {
        int room = static_cast<int>(table[Row::ROOM]);
        const double* piece = table + Row::EDGES + room + 1 + index(table, logV) * Row::PIECE_SIZE;
        double u = atMost(atLeast(piece[Row::SCALE] * (logV - piece[Row::MIDDLE]), -1), 1);
        const double* phases = piece + Row::COEFFICIENTS;
        const double* largers = phases + Row::NODES;
        const double* reals = largers + Row::NODES;
        const double* imaginaries = reals + Row::NODES;
        constexpr int LAST = Row::NODES - 1;
        double phase = phases[LAST];
        double larger = largers[LAST];
        double real = reals[LAST];
        double imaginary = imaginaries[LAST];
        CHIRPMILL_UNROLLED
        for (int k = LAST - 1; k >= 0; k--) {
            phase = phase * u + phases[k];
            larger = larger * u + largers[k];
            real = real * u + reals[k];
            imaginary = imaginary * u + imaginaries[k];
        }
        double smaller = sqrt(real * real + imaginary * imaginary);
        double mean = piece[Row::MEAN_0] + piece[Row::MEAN_1] * u;
        double alpha = mean + atan2(imaginary, real);
        double alphaOfEpsilon = table[Row::APART] > 0 ? mean + apart(imaginaries + Row::NODES, u) : alpha;
        double pole = piece[Row::POLE];
        return {alpha, pole * (alphaOfEpsilon - phase), pole > 0 ? larger : smaller, pole > 0 ? smaller : larger};
    }

    // Writes the frequencies, Hz, at which the angles of a mode are not smooth, log v being logScale + log(f) / 3, and
    // returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* table, double logScale, double* out) {
        int count = static_cast<int>(table[Row::JOINS]);
        for (int join = 0; join < count; join++) {
            out[join] = exp(3 * (table[Row::JOIN_1 + join] - logScale));
        }
        return count;
    }

private:
    // What the other alpha adds to its mean.
    CHIRPMILL_FUNCTION static double apart(const double* reals, double u) {
        const double* imaginaries = reals + Row::NODES;
        constexpr int LAST = Row::NODES - 1;
        double real = reals[LAST];
        double imaginary = imaginaries[LAST];
        CHIRPMILL_UNROLLED
        for (int k = LAST - 1; k >= 0; k--) {
            real = real * u + reals[k];
            imaginary = imaginary * u + imaginaries[k];
        }
        return atan2(imaginary, real);
    }

    // The piece that a velocity falls into.
    CHIRPMILL_FUNCTION static int index(const double* table, double logV) {
        const double* edges = table + Row::EDGES;
        int below = 0;
        int left = static_cast<int>(table[Row::PIECES]) - 1;
        while (left > 0) {
            int half = (left + 1) / 2;
            below = edges[below + half] <= logV ? below + half : below;
            left -= half;
        }
        return below;
    }
};
