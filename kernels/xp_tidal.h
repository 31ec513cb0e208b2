// IMRPhenomXP with tides at one frequency: see org.chirpmill.model.phenomx.tidal.TidalXpKernel.
#pragma once

#include "euler_angles.h"
#include "grid.h"
#include "output.h"
#include "rows.h"
#include "smooth_mode.h"
#include "twist.h"
#include "xas_tidal.h"

struct TidalXP : TidalQuadrupole {
    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 2;

    // What the fast kernels ask of a model, besides what its mode says.
    static constexpr int ROW = TidalXpRow::PRECESSION + PrecessionRow::HARMONIC_4_8 + 1;

    CHIRPMILL_LARGE_FUNCTION static SmoothMode smooth(const double* row, int, GridPoint point) {
        EulerAngles angles = eulerAnglesAt(row + TidalXpRow::PRECESSION, point, 2);
        TwistedMode<double> h = twistedQuadrupole<Double>(row, point, angles);
        return {h.phase, h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary, branchOf(angles)};
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        using Real = typename Output::Real;
        Polarizations<Real> sum{0, 0, 0, 0};
        if (point.f <= row[XasRow::CUTOFF]) {
            EulerAngles angles = eulerAnglesAt(row + TidalXpRow::PRECESSION, point, 2);
            TwistedMode<Real> h = twistedQuadrupole<Output>(row, point, angles);
            sum.template add<Output>(h.phase, {h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary});
        }
        return sum;
    }

private:
    template <class Output>
    CHIRPMILL_FUNCTION static TwistedMode<typename Output::Real> twistedQuadrupole(
            const double* row, const GridPoint& point, const EulerAngles& angles) {
        typename Output::Real sineAlpha, cosineAlpha;
        Output::sineAndCosine(angles.alpha, sineAlpha, cosineAlpha);
        PhasedMode mode{phase(row, point), row[TidalXpRow::SCALE] * amplitude(row, point), 0};
        return twisted<2, 2>(row + TidalXpRow::PRECESSION, mode, angles, sineAlpha, cosineAlpha);
    }
};
