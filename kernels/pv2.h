// IMRPhenomPv2 at one bin, arXiv:1308.3271: see org.chirpmill.model.phenomp.Pv2Kernel.
#pragma once

#include "grid.h"
#include "output.h"
#include "phenomd.h"
#include "rows.h"
#include "single_spin.h"
#include "smooth_mode.h"
#include "twist.h"

// A (2, 2) mode of the co-precessing frame that begins its row, twisted by the block that begins at TWIST. Mode gives
// scaledAmplitude(row, point), phase(row, point), JOINS, joins(row, out) and scale(row, f).
template <class Mode, int TWIST>
struct TwistedPv2 {
    using Row = Pv2TwistRow;

    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 3;

    // What the fast kernels ask of a model.
    static constexpr int MODES = 1;
    static constexpr int MOST_JOINS = Mode::JOINS + 2;
    static constexpr int ROW = TWIST + Row::PRECESSION + PrecessionRow::HARMONIC_4_8 + 1;

    // The last frequency, Hz, that is not zero.
    CHIRPMILL_FUNCTION static double end(const double* row, int) {
        return row[PhenomDRow::CUTOFF];
    }

    // Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, int, double* out) {
        int count = Mode::joins(row, out);
        out[count] = row[TWIST + Row::KINK_1];
        out[count + 1] = row[TWIST + Row::KINK_2];
        return count + 2;
    }

    // How far, Hz, the poles are.
    CHIRPMILL_FUNCTION static double scale(const double* row, int, double f) {
        return fmin(Mode::scale(row, f), SingleSpin::scale(row + TWIST + Row::PRECESSION, f));
    }

    CHIRPMILL_LARGE_FUNCTION static SmoothMode smooth(const double* row, int, GridPoint point) {
        const double* precession = row + TWIST + Row::PRECESSION;
        EulerAngles angles = SingleSpin::at(precession, point);
        double sineAlpha, cosineAlpha;
        sincos(angles.alpha, &sineAlpha, &cosineAlpha);
        TwistedMode<double> h = twisted<2, 2>(precession, mode(row, point), angles, sineAlpha, cosineAlpha);
        return {h.phase, h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary, 0};
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const double* row, const GridPoint& point) {
        using Real = typename Output::Real;
        Polarizations<Real> sum{0, 0, 0, 0};
        if (!(point.f <= row[PhenomDRow::CUTOFF])) {
            return sum;
        }
        const double* precession = row + TWIST + Row::PRECESSION;
        EulerAngles angles = SingleSpin::at(precession, point);
        Real sineAlpha, cosineAlpha;
        Output::sineAndCosine(angles.alpha, sineAlpha, cosineAlpha);
        TwistedMode<Real> h = twisted<2, 2>(precession, mode(row, point), angles, sineAlpha, cosineAlpha);
        sum.template add<Output>(h.phase, {h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary});
        return sum;
    }

private:
    CHIRPMILL_FUNCTION static PhasedMode mode(const double* row, const GridPoint& point) {
        return {Mode::phase(row, point), row[TWIST + Row::SCALE] * Mode::scaledAmplitude(row, point), 0};
    }
};

using PhenomPv2 = TwistedPv2<PhenomD, Pv2Row::TWIST>;
