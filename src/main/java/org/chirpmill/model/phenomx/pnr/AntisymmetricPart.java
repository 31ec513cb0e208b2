package org.chirpmill.model.phenomx.pnr;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.CubeRoot;
import org.chirpmill.model.CutoffFrequency;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.phenomx.XasKernel;
import org.chirpmill.model.phenomx.XasPhase;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;

/**
 * Prepares the antisymmetric part of the (2, 2) mode: arXiv:2310.16980, Sec. IV, in LALSimulation's conventions. It
 * turns with the orbit and the precession up to 0.85 of the ringdown frequency and like the symmetric part above. One
 * thread.
 */
final class AntisymmetricPart {
    /** Where the two phases join, over the ringdown frequency. */
    private static final double JOIN = 0.85;
    /** alpha's slope at the join is a quotient of differences this far to both sides, M f: part of the model. */
    private static final double ALPHA_STEP = 0.0005;

    private final AveragedRatio averaged;
    private final RatioPieces pieces;
    private final double askedUpTo;
    private final double belowLastBin;
    private final int lastPlace;

    /** Room for rows of a grid. */
    AntisymmetricPart(FrequencyGrid grid) {
        averaged = new AveragedRatio(grid);
        pieces = new RatioPieces(grid.bins());
        askedUpTo = grid.askedUpTo();
        belowLastBin = CutoffFrequency.belowLastBin(grid);
        lastPlace = grid.bins() - 1 - grid.firstBin();
    }

    /**
     * The last frequency, Hz, to which LALSimulation counts bins: it averages before the Nyquist frequency is emptied,
     * for which modes may end just below it.
     */
    private double counted(double cutoffHz) {
        return cutoffHz >= belowLastBin ? askedUpTo : Math.min(askedUpTo, cutoffHz);
    }

    /**
     * Writes the block of a row whose modes are there already.
     *
     * @param binary the binary
     * @param spin magnitude of the single spin that stands for both, with the difference of their parts in the plane
     * @param angle of it to the orbital angular momentum, rad
     * @param phase of the symmetric part
     * @param massSeconds total mass, s
     * @param alpha the row's Euler angle by the frequency M f of (2, 2), rad
     * @param alphaOffset what the row's alpha lacks of the angle whose value at the reference frequency is the model's
     *     own, rad: alpha there minus pi minus the azimuth of the line of sight
     * @param polarizationAngle between the wave frame's and J's polarizations, less half a turn (the kernels subtract
     *     the part), rad
     * @param rows the rows
     * @param row where the row begins, laid out as {@link PnrRow} says
     */
    void write(PrecessingBinary binary, double spin, double angle, XasPhase phase, double massSeconds,
            DoubleUnaryOperator alpha, double alphaOffset, double polarizationAngle, double[] rows, int row) {
        int block = row + PnrRow.ANTISYMMETRIC;
        Arrays.fill(rows, block, block + AntisymmetricRow.SIZE, 0);
        int mode = row + CoprecessingRow.L2M2;
        double ringdownHz = rows[mode + XasRow.RINGDOWN];
        AsymmetryRatio ratio =
            AsymmetryRatio.of(binary.eta(), binary.delta(), spin, angle, massSeconds, ringdownHz);
        if (ratio.plateau() == 0) {
            return;
        }
        averaged.average(ratio, counted(rows[mode + XasRow.CUTOFF]));
        pieces.write(averaged, ratio.plateau(), lastPlace, rows, block);

        double joinHz = JOIN * ringdownHz;
        double join = joinHz * massSeconds;
        double alphaSlope =
            (alpha.applyAsDouble(join + ALPHA_STEP) - alpha.applyAsDouble(join - ALPHA_STEP)) / (2 * ALPHA_STEP);
        double slope = (phase.slope(join) / binary.eta() + phase.timeShift()) / 2 - alphaSlope;
        double lower = 2 * alphaOffset + polarizationAngle;
        double root = CubeRoot.of(joinHz);
        double symmetric = XasKernel.phase(
            rows, mode, joinHz, root, Thirds.minusFive(joinHz, root), StrictMath.log(joinHz));
        rows[block + AntisymmetricRow.JOIN] = joinHz;
        rows[block + AntisymmetricRow.LOWER_CONSTANT] = lower;
        rows[block + AntisymmetricRow.LOWER_SLOPE] = slope * massSeconds;
        rows[block + AntisymmetricRow.UPPER_CONSTANT] =
            alpha.applyAsDouble(join) - symmetric / 2 + slope * join + lower;
    }
}
