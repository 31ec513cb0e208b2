// The (3, 2) mode at one frequency, whose ringdown is a mixture with (2, 2), arXiv:2001.10914, Sec. VI: see
// org.chirpmill.model.phenomx.hm.MixedKernel. Here a row holds the coefficients of all modes, as CoprecessingRow says.
#pragma once

#include "grid.h"
#include "higher_mode.h"
#include "rows.h"
#include "xas.h"

struct MixedMode {
    using Row = MixedRow;

    // How many frequencies joins() writes.
    static constexpr int JOINS = HigherMode::JOINS + PhenomXAS::JOINS + 3;

    // h_(3,-2) as exp(i phase) times a complex amplitude that changes slowly.
    CHIRPMILL_FUNCTION static PhasedMode at(const double* row, const GridPoint& point) {
        const double* mode = row + CoprecessingRow::L3M2;
        double amplitudeJoin = mode[ModeRow::AMPLITUDE_JOIN_2];
        double phaseJoin = mode[ModeRow::PHASE_JOIN_2];
        if (point.f < amplitudeJoin && point.f < phaseJoin) {
            return HigherMode::at(mode, point);
        }
        PhasedMode h = mixture(row, point);
        if (point.f < amplitudeJoin) {
            double ratio = HigherMode::amplitudeBeforeRingdown(mode, point) / modulus(h);
            h.real *= ratio;
            h.imaginary *= ratio;
        }
        if (point.f < phaseJoin) {
            h = {HigherMode::phaseBeforeRingdown(mode, point), modulus(h), 0};
        }
        double scale = mode[ModeRow::SCALE];
        return {h.phase, scale * h.real, scale * h.imaginary};
    }

    // Writes the frequencies, Hz, at which the mode is not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, double* out) {
        const double* mixed = row + CoprecessingRow::MIXED;
        int next = HigherMode::joins(row + CoprecessingRow::L3M2, out);
        next += PhenomXAS::joins(row + CoprecessingRow::L2M2, out + next);
        out[next] = mixed[Row::CUBIC_END];
        out[next + 1] = mixed[Row::ANSATZ_END];
        out[next + 2] = mixed[Row::CUTOFF_22];
        return JOINS;
    }

    // The distance, Hz, of a frequency to the poles of both modes.
    CHIRPMILL_FUNCTION static double scale(const double* row, double f) {
        return fmin(PhenomXAS::scale(row + CoprecessingRow::L2M2, f),
            HigherMode::scale(row + CoprecessingRow::L3M2, f));
    }

private:
    // The ringdown of unit scale: its phase is that of the spheroidal part, which (2, 2) follows with a lag.
    CHIRPMILL_FUNCTION static PhasedMode mixture(const double* row, const GridPoint& point) {
        const double* quadrupole = row + CoprecessingRow::L2M2;
        const double* mode = row + CoprecessingRow::L3M2;
        const double* mixed = row + CoprecessingRow::MIXED;
        double phase = HigherMode::ringdownPhase(mode, point.f);
        double turn = mixed[Row::TURN_CONSTANT] + mixed[Row::TURN_LINEAR] * point.f;
        double lagSine, lagCosine;
        sincos(quadrupolePhase(quadrupole, point) + turn - phase, &lagSine, &lagCosine);
        double amplitude32 = spheroidalAmplitude(mode, mixed, point.f);
        double amplitude22 = quadrupoleAmplitude(quadrupole, mixed, point);
        double cosine = amplitude22 * lagCosine;
        double sine = amplitude22 * lagSine;
        double real = mixed[Row::FROM_32_REAL] * amplitude32
            + mixed[Row::FROM_22_REAL] * cosine - mixed[Row::FROM_22_IMAGINARY] * sine;
        double imaginary = mixed[Row::FROM_32_IMAGINARY] * amplitude32
            + mixed[Row::FROM_22_REAL] * sine + mixed[Row::FROM_22_IMAGINARY] * cosine;
        return {phase, real, imaginary};
    }

    CHIRPMILL_FUNCTION static double spheroidalAmplitude(const double* mode, const double* mixed, double f) {
        double amplitude;
        if (f < mixed[Row::CUBIC_END]) {
            double u = (f - mixed[Row::CUBIC_CENTRE]) * mixed[Row::CUBIC_INVERSE_HALF];
            const double* a = mixed + Row::CUBIC_0;
            amplitude = a[0] + u * (a[1] + u * (a[2] + u * a[3]));
        } else {
            amplitude = HigherMode::ringdownAmplitude(mode, f);
        }
        return amplitude;
    }

    // Not inlined: the (2, 2) mode's own copy beside this one takes a quarter more registers.
    CHIRPMILL_LARGE_FUNCTION static double quadrupolePhase(const double* quadrupole, GridPoint point) {
        return PhenomXAS::phase(quadrupole, point);
    }

    // The (2, 2) amplitude as the mixture takes it, Hz^(-7/6).
    CHIRPMILL_FUNCTION static double quadrupoleAmplitude(
            const double* quadrupole, const double* mixed, const GridPoint& point) {
        double amplitude = 0;
        if (point.f < mixed[Row::ANSATZ_END]) {
            amplitude = point.newtonian * PhenomXAS::mergerAmplitude(quadrupole, point.f);
        } else if (point.f <= mixed[Row::CUTOFF_22]) {
            amplitude = PhenomXAS::amplitude(quadrupole, point);
        }
        return amplitude;
    }

    CHIRPMILL_FUNCTION static double modulus(const PhasedMode& h) {
        return sqrt(h.real * h.real + h.imaginary * h.imaginary);
    }
};
