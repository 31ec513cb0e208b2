// The Euler angles of IMRPhenomPv2, arXiv:1408.1810, Sec. III: see
// org.chirpmill.model.phenomx.precession.SingleSpinKernel. Here a row is the precession's block.
#pragma once

#include "euler_angles.h"
#include "grid.h"
#include "rows.h"

struct SingleSpin {
    using Row = PrecessionRow;

    // Five coefficients, of v^-3, v^-2, v^-1, log v and v; u = 1 / v.
    CHIRPMILL_FUNCTION static double series(const double* a, double v, double u, double logV) {
        return (a[2] + (a[1] + a[0] * u) * u) * u + a[3] * logV + a[4] * v;
    }

    // Orbital angular momentum and spins along L, units of the total mass squared.
    CHIRPMILL_FUNCTION static double along(const double* row, double v) {
        double v2 = v * v;
        return row[Row::ETA] / v * (1 + v2 * (row[Row::MOMENTUM_2] + v2 * row[Row::MOMENTUM_4])) + row[Row::ALONG];
    }

    CHIRPMILL_FUNCTION static EulerAngles at(const double* row, const GridPoint& point) {
        double v = row[Row::VELOCITY_2] * point.cubeRoot;
        double u = 1 / v;
        double logV = row[Row::LOG_VELOCITY_2] + 1.0 / 3 * point.logarithm;
        EulerAngles angles;
        angles.alpha = row[Row::ALPHA_CONSTANT] + series(row + Row::PHI_MINUS_3, v, u, logV);
        angles.epsilon = row[Row::EPSILON_CONSTANT] + series(row + Row::ZETA_MINUS_3, v, u, logV);
        double cosine = abs(along(row, v));
        double w = row[Row::PERP_SQUARED];
        double total = sqrt(cosine * cosine + w);
        // With x = total + |along| the half angles' squares are x / (2 total) and w / (2 total x).
        double x = total + cosine;
        angles.cosHalf = total == 0 ? 1 : sqrt(x / (2 * total));
        angles.sinHalf = total == 0 ? 0 : sqrt(w / (2 * total * x));
        return angles;
    }

    // The distance, Hz, of a frequency to the angles' poles: zero, and where J^2 = 0.
    CHIRPMILL_FUNCTION static double scale(const double* row, double f) {
        double v = row[Row::VELOCITY_2] * cbrt(f);
        double v2 = v * v;
        double momentum = along(row, v);
        double total = sqrt(momentum * momentum + row[Row::PERP_SQUARED]);
        double slope = abs(row[Row::ETA] / v * (-1 + v2 * (row[Row::MOMENTUM_2] + 3 * v2 * row[Row::MOMENTUM_4]))) / 3;
        return slope > total ? total / slope * f : f;
    }
};
