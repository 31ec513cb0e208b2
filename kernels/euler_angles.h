// The Euler angles of the orbital angular momentum about J, arXiv:2004.06503, Sec. IV: see
// org.chirpmill.model.phenomx.precession.EulerAngles. Here a row is the precession's block.
#pragma once

#include "angle_table.h"
#include "angles.h"
#include "grid.h"
#include "jacobi_sine.h"
#include "numbers.h"
#include "nutation_angles.h"
#include "nutation_cubic.h"
#include "row_view.h"
#include "rows.h"

// The precession-averaged phi_z, rad; u = 1 / v.
CHIRPMILL_FUNCTION double secularPhi(const double* row, double v, double u, double logV) {
    using Row = PrecessionRow;
    double phi;
    if (row[Row::CLOSED_FORM] > 0) {
        double eta = row[Row::ETA];
        double along = row[Row::ALONG];
        double w = row[Row::PERP_SQUARED];
        double norm = row[Row::NORM];
        double inward = eta + along * v;
        double k = sqrt(inward * inward + w * v * v);
        double outward = along * eta / norm + norm * v;
        // log(k + x) where x < 0 would cancel: k^2 - x^2 is known.
        double log1 = log(inward >= 0 ? k + inward : w * v * v / (k - inward)) - logV;
        double log2 = log(outward >= 0 ? k + outward : eta * eta * w / (norm * norm * (k - outward)));
        double falling = row[Row::PHI_K_MINUS_1] + (row[Row::PHI_K_MINUS_2] + row[Row::PHI_K_MINUS_3] * u) * u;
        phi = k * (falling * u + row[Row::PHI_K_0] + row[Row::PHI_K_1] * v)
            + row[Row::PHI_LOG_1] * log1 + row[Row::PHI_LOG_2] * log2;
    } else {
        double rising = 0;
        CHIRPMILL_UNROLLED
        for (int k = Row::PHI_12; k >= Row::PHI_1; k--) {
            rising = (rising + row[k]) * v;
        }
        double falling = row[Row::PHI_MINUS_1] + (row[Row::PHI_MINUS_2] + row[Row::PHI_MINUS_3] * u) * u;
        phi = falling * u + row[Row::PHI_LOG] * logV + rising;
    }
    return phi;
}

// The precession-averaged zeta, rad, arXiv:1703.03967, Eq. F5.
CHIRPMILL_FUNCTION double secularZeta(const double* row, double v, double u, double logV) {
    using Row = PrecessionRow;
    double falling = row[Row::ZETA_MINUS_1] + (row[Row::ZETA_MINUS_2] + row[Row::ZETA_MINUS_3] * u) * u;
    return falling * u + row[Row::ZETA_LOG] * logV + row[Row::ZETA_1] * v;
}

// Writes the halves of the angle between J and the post-Newtonian L where S^2 = its average + normOffset: the angle's
// cosine is along / total, its sine's square across / total^2, held there as in LALSimulation.
CHIRPMILL_FUNCTION void writeOpening(const double* row, double v, double u, double normOffset, EulerAngles& out) {
    using Row = PrecessionRow;
    double series = row[Row::MOMENTUM_4] + v * (row[Row::MOMENTUM_5] + v * row[Row::MOMENTUM_6]);
    double momentum = row[Row::ETA] * u
        * (1 + v * v * (row[Row::MOMENTUM_2] + v * (row[Row::MOMENTUM_3] + v * series)));
    double w = row[Row::PERP_SQUARED];
    double mean = momentum + row[Row::ALONG];
    double shift = 0.5 * normOffset / momentum;
    double total = sqrt(mean * mean + w);
    double along = mean - shift;
    // total^2 - along^2, without the difference.
    double across = atLeast(w + shift * (2 * mean - shift), 0);
    // With x = total + |along| the half angles' squares are x / (2 total) and across / (2 total x).
    double x = total + abs(along);
    double inverse = inverseRoot(2 * total * x);
    double larger = atMost(x * inverse, 1);
    double smaller = atMost(sqrt(across) * inverse, 1);
    out.cosHalf = along >= 0 ? larger : smaller;
    out.sinHalf = along >= 0 ? smaller : larger;
}

// The angles at v = (2 pi M f / m')^(1/3) and its logarithm.
CHIRPMILL_FUNCTION EulerAngles eulerAngles(const double* row, double v, double logV) {
    using Row = PrecessionRow;
    double u = 1 / v;
    EulerAngles angles;
    angles.alpha = row[Row::ALPHA_CONSTANT] + secularPhi(row, v, u, logV);
    angles.epsilon = row[Row::EPSILON_CONSTANT] + secularZeta(row, v, u, logV);
    double normOffset = row[Row::NORM_OFFSET];
    if (row[Row::NUTATES] > 0) {
        double momentum = row[Row::ETA] * u;
        double l = row[Row::GAP] * momentum;
        double shift = row[Row::BASE_SHIFT_0] + row[Row::BASE_SHIFT_1] * v;
        TurningNorms norms = turningNorms(row, momentum, shift);
        double spread = l * (norms.upper - norms.lower);
        normOffset += l * norms.upper;
        // Below, LALSimulation takes S as constant.
        if (spread >= NutationPhase::LEAST_SPREAD) {
            double psi = row[Row::PHASE_0] + (row[Row::PHASE_1] + (row[Row::PHASE_2] + row[Row::PHASE_3] * u) * u) * u;
            double inverseRate = inverseRoot(row[Row::ETA] * norms.span);
            double sn = jacobiSine(psi, sqrt(row[Row::ETA] * norms.rest) * inverseRate);
            normOffset -= spread * sn * sn;
            NutationAngles nutation = nutationAngles(row, momentum, shift, norms, inverseRate, psi);
            angles.alpha += nutation.inward + nutation.outward;
            angles.epsilon += nutation.inward - nutation.outward;
        }
    }
    writeOpening(row, v, u, normOffset, angles);
    return angles;
}

// The angles of the co-precessing modes of |m| = mPrime, 1 to 4, of a row without a table.
CHIRPMILL_FUNCTION EulerAngles eulerAnglesAt(const double* row, const GridPoint& point, int mPrime) {
    using Row = PrecessionRow;
    return eulerAngles(row, row[Row::VELOCITY_1 + mPrime - 1] * point.cubeRoot,
        row[Row::LOG_VELOCITY_1 + mPrime - 1] + 1.0 / 3 * point.logarithm);
}

// The same of a row that may have a table.
CHIRPMILL_FUNCTION EulerAngles eulerAnglesAt(const TabledRow& row, const GridPoint& point, int mPrime) {
    using Row = PrecessionRow;
    int table = static_cast<int>(row[Row::TABLE]);
    if (table > 0) {
        return AngleTable::at(row.whole + table, row[Row::LOG_VELOCITY_1 + mPrime - 1] + 1.0 / 3 * point.logarithm);
    }
    return eulerAnglesAt(row.head, point, mPrime);
}

// Writes the frequencies, Hz, at which the angles' table of such a row is not smooth, and returns how many there are.
CHIRPMILL_FUNCTION int angleJoins(const TabledRow& row, int mPrime, double* out) {
    using Row = PrecessionRow;
    int table = static_cast<int>(row[Row::TABLE]);
    return table > 0 ? AngleTable::joins(row.whole + table, row[Row::LOG_VELOCITY_1 + mPrime - 1], out) : 0;
}
