// IMRPhenomXPHM at one bin, arXiv:2004.06503, Eqs. 3.5 to 3.7: see org.chirpmill.model.phenomx.phm.XphmKernel.
// IMRPhenomXP is the same with one mode.
#pragma once

#include "coprecessing.h"
#include "euler_angles.h"
#include "grid.h"
#include "output.h"
#include "row_view.h"
#include "rows.h"
#include "smooth_mode.h"
#include "twist.h"

// View is what a row is seen as: of a TabledRow the angles may come from a table.
template <class View>
struct TwistedModes : Coprecessing {
    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 2;

    // What the fast kernels ask of a model, besides what is the same of all sums of these modes.
    static constexpr int ROW = XphmRow::PRECESSION + PrecessionRow::HARMONIC_4_8 + 1;

    CHIRPMILL_LARGE_FUNCTION static SmoothMode smooth(View row, int which, GridPoint point) {
        View precession = row + XphmRow::PRECESSION;
        EulerAngles angles = eulerAnglesAt(precession, point, Coprecessing::m(which));
        double sineAlpha, cosineAlpha;
        sincos(angles.alpha, &sineAlpha, &cosineAlpha);
        PhasedMode mode = Coprecessing::mode(which, row, point);
        TwistedMode<double> h = twistedMode(which, precession, mode, angles, sineAlpha, cosineAlpha);
        return {h.phase, h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary, branchOf(angles)};
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const View& row, const GridPoint& point) {
        using Real = typename Output::Real;
        View precession = row + XphmRow::PRECESSION;
        Polarizations<Real> sum{0, 0, 0, 0};
        EulerAngles angles{0, 0, 0, 0};
        Real sineAlpha = 0;
        Real cosineAlpha = 0;
        int orderOfAngles = 0;
        // Not unrolled, so that the code of the angles is there once.
        CHIRPMILL_NOT_UNROLLED
        for (int i = 0; i < Coprecessing::MODES; i++) {
            int which = COPRECESSING_TWIST_SEQUENCE[i];
            if (point.f <= Coprecessing::end(row, which)) {
                if (Coprecessing::m(which) != orderOfAngles) {
                    orderOfAngles = Coprecessing::m(which);
                    angles = eulerAnglesAt(precession, point, orderOfAngles);
                    Output::sineAndCosine(angles.alpha, sineAlpha, cosineAlpha);
                }
                PhasedMode mode = Coprecessing::mode(which, row, point);
                TwistedMode<Real> h = twistedMode(which, precession, mode, angles, sineAlpha, cosineAlpha);
                sum.template add<Output>(
                    h.phase, {h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary});
            }
        }
        return sum;
    }

    // One of Coprecessing's modes, twisted.
    template <class Real>
    CHIRPMILL_FUNCTION static TwistedMode<Real> twistedMode(int which, const double* precession,
            const PhasedMode& mode, const EulerAngles& angles, Real sineAlpha, Real cosineAlpha) {
        static_assert(Coprecessing::MODES == 5);
        switch (which) {
            case 0:
                return twistedBy<0>(precession, mode, angles, sineAlpha, cosineAlpha);
            case 1:
                return twistedBy<1>(precession, mode, angles, sineAlpha, cosineAlpha);
            case 2:
                return twistedBy<2>(precession, mode, angles, sineAlpha, cosineAlpha);
            case 3:
                return twistedBy<3>(precession, mode, angles, sineAlpha, cosineAlpha);
            default:
                return twistedBy<4>(precession, mode, angles, sineAlpha, cosineAlpha);
        }
    }

private:
    template <int WHICH, class Real>
    CHIRPMILL_FUNCTION static TwistedMode<Real> twistedBy(const double* precession, const PhasedMode& mode,
            const EulerAngles& angles, Real sineAlpha, Real cosineAlpha) {
        return twisted<COPRECESSING_L[WHICH], COPRECESSING_M[WHICH]>(
            precession, mode, angles, sineAlpha, cosineAlpha);
    }
};

using PhenomXPHM = TwistedModes<const double*>;

// The same of rows of which each may have a table of angles.
struct TabledXPHM : TwistedModes<TabledRow> {
    // Where the table is, which comes last, and one more: behind an odd number the fast kernels' polynomials lie at
    // multiples of 16 bytes, which are read at once.
    static constexpr int ROW = TwistedModes<TabledRow>::ROW + 2;
    static_assert(PrecessionRow::TABLE == PrecessionRow::HARMONIC_4_8 + 1);
    static constexpr int MOST_JOINS = Coprecessing::MOST_JOINS + AngleTableRow::MOST_JOINS;

    CHIRPMILL_FUNCTION static int joins(const TabledRow& row, int which, double* out) {
        int count = Coprecessing::joins(row, which, out);
        return count + angleJoins(row + XphmRow::PRECESSION, Coprecessing::m(which), out + count);
    }
};

template <>
struct RowView<TabledXPHM> : TabledRowView<TabledXPHM> {};
