// The modes h_(l,-m) of IMRPhenomXHM's first release, 122019, at one frequency: see
// org.chirpmill.model.phenomx.hm.FirstReleaseKernel. A row begins with their coefficients, as FirstReleaseRow says.
#pragma once

#include "coprecessing.h"
#include "grid.h"
#include "higher_mode.h"
#include "modes.h"
#include "rows.h"
#include "xas.h"

// A mode that is not mixed, as FirstModeKernel has it. Here a row is the mode's block, and `more` its other one.
struct FirstMode {
    using Row = ModeRow;
    using More = FirstModeRow;

    // How many frequencies joins() writes.
    static constexpr int JOINS = 5;

    CHIRPMILL_FUNCTION static PhasedMode at(const double* row, const double* more, const GridPoint& point) {
        double amplitude = point.f < row[Row::AMPLITUDE_JOIN_2] ? amplitudeBeforeRingdown(row, more, point)
                                                                : ringdownAmplitude(row, point);
        double phase = point.f < row[Row::PHASE_JOIN_2] ? HigherMode::phaseBeforeRingdown(row, point)
                                                        : HigherMode::ringdownPhase(row, point.f);
        return {phase, row[Row::SCALE] * amplitude, 0};
    }

    // The pieces of the dimensionless amplitude before the last.
    CHIRPMILL_FUNCTION static double amplitudeBeforeRingdown(
            const double* row, const double* more, const GridPoint& point) {
        if (point.f < row[Row::AMPLITUDE_JOIN_1]) {
            return point.newtonian * inspiralAmplitude(row, more, point);
        }
        double sum;
        if (point.f < more[More::SPLIT]) {
            double u = (point.f - more[More::EARLY_CENTRE]) * more[More::EARLY_INVERSE_HALF];
            const double* a = more + More::EARLY_0;
            sum = a[0] + u * (a[1] + u * (a[2] + u * (a[3] + u * a[4])));
        } else {
            double u = (point.f - row[Row::INTERMEDIATE_CENTRE]) * row[Row::INTERMEDIATE_INVERSE_HALF];
            const double* a = row + Row::INTERMEDIATE_0;
            sum = a[0] + u * (a[1] + u * (a[2] + u * (a[3] + u * (a[4] + u * a[5]))));
        }
        return 1 / sum;
    }

    // The last piece of the amplitude.
    CHIRPMILL_FUNCTION static double ringdownAmplitude(const double* row, const GridPoint& point) {
        double away = point.f - row[Row::RINGDOWN];
        return row[Row::LORENTZIAN_HEIGHT] * exp(-row[Row::LORENTZIAN_SLOPE] * away)
            / ((away * away + row[Row::LORENTZIAN_WIDTH_SQUARED]) * point.f * point.fourthRoot);
    }

    // Writes the frequencies, Hz, at which amplitude or phase are not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int joins(const double* row, const double* more, double* out) {
        out[0] = row[Row::AMPLITUDE_JOIN_1];
        out[1] = more[More::SPLIT];
        out[2] = row[Row::AMPLITUDE_JOIN_2];
        out[3] = row[Row::PHASE_JOIN_1];
        out[4] = row[Row::PHASE_JOIN_2];
        return JOINS;
    }

private:
    CHIRPMILL_FUNCTION static double inspiralAmplitude(const double* row, const double* more, const GridPoint& point) {
        double c = point.cubeRoot;
        const double* re = row + Row::REAL_1;
        const double* im = row + Row::IMAGINARY_4;
        double highReal = re[3] + c * (re[4] + c * re[5]);
        double real = c * (re[0] + c * (re[1] + c * (re[2] + c * highReal)));
        double square = c * c;
        double fourth = square * square;
        double imaginary = fourth * (im[0] + c * (im[1] + c * im[2]));
        const double* a = row + Row::CALIBRATED_7;
        double calibrated = fourth * (square * c) * (a[0] + c * (a[1] + c * a[2]));
        const double* d = more + More::DENOMINATOR_2;
        double highest = d[4] + more[More::DENOMINATOR_LOG] * point.logarithm + c * d[5];
        double denominator = 1 + square * (d[0] + c * (d[1] + c * (d[2] + c * (d[3] + c * highest))));
        return sqrt((real * real + imaginary * imaginary) / denominator) + calibrated;
    }
};

// The (3, 2) mode, as FirstMixedKernel has it. Here a row holds the coefficients of all modes.
struct FirstMixedMode {
    using Row = MixedRow;

    // How many frequencies joins() writes.
    static constexpr int JOINS = FirstMode::JOINS + PhenomXAS::JOINS;

    // h_(3,-2) as exp(i phase) times a complex amplitude that changes slowly.
    CHIRPMILL_FUNCTION static PhasedMode at(const double* row, const GridPoint& point) {
        const double* mode = row + CoprecessingRow::L3M2;
        const double* more = row + FirstReleaseRow::L3M2;
        double amplitudeJoin = mode[ModeRow::AMPLITUDE_JOIN_2];
        double phaseJoin = mode[ModeRow::PHASE_JOIN_2];
        if (point.f < amplitudeJoin && point.f < phaseJoin) {
            return FirstMode::at(mode, more, point);
        }
        PhasedMode h = mixture(row, point);
        if (point.f < amplitudeJoin) {
            double ratio = FirstMode::amplitudeBeforeRingdown(mode, more, point) / modulus(h);
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
        int next = FirstMode::joins(row + CoprecessingRow::L3M2, row + FirstReleaseRow::L3M2, out);
        return next + PhenomXAS::joins(row + CoprecessingRow::L2M2, out + next);
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
        double amplitude32 = FirstMode::ringdownAmplitude(mode, point);
        double amplitude22 = point.newtonian * PhenomXAS::mergerAmplitude(quadrupole, point.f);
        double cosine = amplitude22 * lagCosine;
        double sine = amplitude22 * lagSine;
        double real = mixed[Row::FROM_32_REAL] * amplitude32
            + mixed[Row::FROM_22_REAL] * cosine - mixed[Row::FROM_22_IMAGINARY] * sine;
        double imaginary = mixed[Row::FROM_32_IMAGINARY] * amplitude32
            + mixed[Row::FROM_22_REAL] * sine + mixed[Row::FROM_22_IMAGINARY] * cosine;
        return {phase, real, imaginary};
    }

    // Not inlined: the (2, 2) mode's own copy beside this one takes registers.
    CHIRPMILL_LARGE_FUNCTION static double quadrupolePhase(const double* quadrupole, GridPoint point) {
        return PhenomXAS::phase(quadrupole, point);
    }

    CHIRPMILL_FUNCTION static double modulus(const PhasedMode& h) {
        return sqrt(h.real * h.real + h.imaginary * h.imaginary);
    }
};

// Where more of each mode begins, in the order of modes.h; of (2, 2) there is none.
CHIRPMILL_TABLE int FIRST_RELEASE_MORE[] = {
    0, FirstReleaseRow::L2M1, FirstReleaseRow::L3M3, FirstReleaseRow::L3M2, FirstReleaseRow::L4M4};

// All modes by the numbers of modes.h, with the ends and scales of Coprecessing.
struct FirstRelease {
    static constexpr int MOST_JOINS = FirstMixedMode::JOINS;

    CHIRPMILL_FUNCTION static PhasedMode mode(int which, const double* row, const GridPoint& point) {
        if (which == Coprecessing::QUADRUPOLE) {
            return Coprecessing::l2m2(row, point);
        }
        if (!(point.f <= Coprecessing::end(row, which))) {
            return {0, 0, 0};
        }
        return which == Coprecessing::MIXED
            ? FirstMixedMode::at(row, point)
            : FirstMode::at(row + COPRECESSING_BLOCKS[which], row + FIRST_RELEASE_MORE[which], point);
    }

    CHIRPMILL_FUNCTION static int joins(const double* row, int which, double* out) {
        switch (which) {
            case Coprecessing::QUADRUPOLE:
                return PhenomXAS::joins(row + CoprecessingRow::L2M2, out);
            case Coprecessing::MIXED:
                return FirstMixedMode::joins(row, out);
            default:
                return FirstMode::joins(row + COPRECESSING_BLOCKS[which], row + FIRST_RELEASE_MORE[which], out);
        }
    }
};
