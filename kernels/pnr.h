// IMRPhenomXO4a and IMRPhenomXPNR at one bin: see org.chirpmill.model.phenomx.pnr.PnrKernel.
#pragma once

#include "angle_table.h"
#include "antisymmetric.h"
#include "coprecessing.h"
#include "first_release.h"
#include "grid.h"
#include "output.h"
#include "row_view.h"
#include "rows.h"
#include "smooth_mode.h"
#include "twist.h"
#include "xphm.h"

// Where the map of each mode's angles begins, in the order of modes.h; (2, 2) has none.
CHIRPMILL_TABLE int PNR_MAPS[] = {0, PnrRow::MAP_L2M1, PnrRow::MAP_L3M3, PnrRow::MAP_L3M2, PnrRow::MAP_L4M4};

// The modes of Coprecessing by their numbers, then the antisymmetric part of (2, 2).
struct PhenomPNR {
    using Row = PnrRow;

    static constexpr int MODES = Coprecessing::MODES + 1;
    static constexpr int ANTISYMMETRIC = Coprecessing::MODES;
    static constexpr int MOST_JOINS =
        FirstRelease::MOST_JOINS + AntisymmetricPart::JOINS + 2 + AngleTableRow::MOST_JOINS;

    // How many blocks of an exact kernel are to find registers on a multiprocessor.
    static constexpr int BLOCKS = 2;

    // What lies in shared memory of a row: the ratio's pieces and the table of angles, of which a bin reads one piece
    // each, do not.
    static constexpr int ROW = Row::ANTISYMMETRIC + AntisymmetricRow::EDGES;

    CHIRPMILL_FUNCTION static double end(const TabledRow& row, int which) {
        if (which == ANTISYMMETRIC && !(row[Row::ANTISYMMETRIC + AntisymmetricRow::COUNT] > 0)) {
            return -1;
        }
        return Coprecessing::end(row, symmetric(which));
    }

    CHIRPMILL_FUNCTION static int joins(const TabledRow& row, int which, double* out) {
        int mode = symmetric(which);
        int count = FirstRelease::joins(row, mode, out);
        if (which == ANTISYMMETRIC) {
            count += AntisymmetricPart::joins(
                row + Row::ANTISYMMETRIC, row[CoprecessingRow::L2M2 + XasRow::RINGDOWN], out + count);
        }
        return count + angleJoins(row, mode, out + count);
    }

    CHIRPMILL_FUNCTION static double scale(const TabledRow& row, int which, double f) {
        return Coprecessing::scale(row, symmetric(which), f);
    }

    CHIRPMILL_LARGE_FUNCTION static SmoothMode smooth(TabledRow row, int which, GridPoint point) {
        EulerAngles angles = anglesAt(row, symmetric(which), point);
        double sineAlpha, cosineAlpha;
        sincos(angles.alpha, &sineAlpha, &cosineAlpha);
        TwistedMode<double> h = twistedPart(row, which, point, angles, sineAlpha, cosineAlpha);
        int branch = branchOf(angles);
        if (which == ANTISYMMETRIC && AntisymmetricPart::isOfBins(row + Row::ANTISYMMETRIC)) {
            // No two frequencies of a list are of one branch: polynomials between its bins do not hold.
            branch = static_cast<int>(point.f * 4096);
        }
        return {h.phase, h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary, branch};
    }

    template <class Output>
    CHIRPMILL_FUNCTION static Polarizations<typename Output::Real> at(const TabledRow& row, const GridPoint& point) {
        using Real = typename Output::Real;
        Polarizations<Real> sum{0, 0, 0, 0};
        // Not unrolled, so that the code of the angles is there once.
        CHIRPMILL_NOT_UNROLLED
        for (int which = 0; which < MODES; which++) {
            if (point.f <= end(row, which)) {
                EulerAngles angles = anglesAt(row, symmetric(which), point);
                Real sineAlpha, cosineAlpha;
                Output::sineAndCosine(angles.alpha, sineAlpha, cosineAlpha);
                TwistedMode<Real> h = twistedPart(row, which, point, angles, sineAlpha, cosineAlpha);
                sum.template add<Output>(h.phase, {h.plusReal, h.plusImaginary, h.crossReal, h.crossImaginary});
            }
        }
        return sum;
    }

private:
    CHIRPMILL_FUNCTION static int symmetric(int which) {
        return which == ANTISYMMETRIC ? Coprecessing::QUADRUPOLE : which;
    }

    template <class Real>
    CHIRPMILL_FUNCTION static TwistedMode<Real> twistedPart(const TabledRow& row, int which, const GridPoint& point,
            const EulerAngles& angles, Real sineAlpha, Real cosineAlpha) {
        int number = symmetric(which);
        PhasedMode mode = FirstRelease::mode(number, row, point);
        if (which == ANTISYMMETRIC) {
            const double* block = row.whole + Row::ANTISYMMETRIC;
            mode.real *= AntisymmetricPart::ratio(block, point);
            mode.phase = AntisymmetricPart::phase(row + Row::ANTISYMMETRIC, point.f, mode.phase, angles.alpha);
        }
        TwistedMode<Real> h = TwistedModes<TabledRow>::twistedMode<Real>(
            number, row + Row::PRECESSION, mode, angles, sineAlpha, cosineAlpha);
        if (which == ANTISYMMETRIC) {
            // (2, -2) has the opposite sign: i times h_cross is h_plus, -i times h_plus is h_cross.
            h = {h.phase, -h.crossImaginary, h.crossReal, h.plusImaginary, -h.plusReal};
        }
        return h;
    }

    CHIRPMILL_FUNCTION static EulerAngles anglesAt(const TabledRow& row, int mode, const GridPoint& point) {
        double logarithm = point.logarithm;
        if (mode != Coprecessing::QUADRUPOLE) {
            logarithm = log(mapped(row + PNR_MAPS[mode], Coprecessing::m(mode), point.f));
        }
        double logV = row[Row::PRECESSION + PrecessionRow::LOG_VELOCITY_2] + 1.0 / 3 * logarithm;
        return AngleTable::at(row.whole + Row::TABLE, logV);
    }

    // The frequency of the (2, 2) mode's angles, Hz, at which a mode is twisted at f.
    CHIRPMILL_FUNCTION static double mapped(const double* map, int m, double f) {
        if (f <= map[AngleMapRow::JOIN_1]) {
            return 2 * f / m;
        }
        return f <= map[AngleMapRow::JOIN_2] ? map[AngleMapRow::MIDDLE_CONSTANT] + map[AngleMapRow::MIDDLE_SLOPE] * f
                                             : f + map[AngleMapRow::UPPER_CONSTANT];
    }

    // Writes the frequencies, Hz, at which the angles of a mode are not smooth, and returns how many there are.
    CHIRPMILL_FUNCTION static int angleJoins(const TabledRow& row, int mode, double* out) {
        double logScale = row[Row::PRECESSION + PrecessionRow::LOG_VELOCITY_2];
        if (mode == Coprecessing::QUADRUPOLE) {
            return AngleTable::joins(row.whole + Row::TABLE, logScale, out);
        }
        const double* map = row + PNR_MAPS[mode];
        int m = Coprecessing::m(mode);
        out[0] = map[AngleMapRow::JOIN_1];
        out[1] = map[AngleMapRow::JOIN_2];
        int count = 2 + AngleTable::joins(row.whole + Row::TABLE, logScale, out + 2);
        double second = map[AngleMapRow::JOIN_2] + map[AngleMapRow::UPPER_CONSTANT];
        for (int join = 2; join < count; join++) {
            if (out[join] <= 2 * map[AngleMapRow::JOIN_1] / m) {
                out[join] *= 0.5 * m;
            } else if (out[join] <= second) {
                out[join] = (out[join] - map[AngleMapRow::MIDDLE_CONSTANT]) / map[AngleMapRow::MIDDLE_SLOPE];
            } else {
                out[join] -= map[AngleMapRow::UPPER_CONSTANT];
            }
        }
        return count;
    }
};

template <>
struct RowView<PhenomPNR> : TabledRowView<PhenomPNR> {};
