package org.chirpmill.model.phenomx.hm;

import static java.lang.Math.PI;

import java.util.stream.IntStream;
import org.chirpmill.model.MassScale;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.ThirdsSeries;
import org.chirpmill.model.phenomx.AlignedBinary;

/**
 * A mode's inspiral phase as a function of x = Mf: m/2 times the (2, 2) phase at 2/m of the frequency, and a linear
 * term from the complex post-Newtonian amplitude: arXiv:2001.10914, Sec. IV B and Appendix D. The (2, 2) phase's time
 * shift is not in it.
 */
final class InspiralPhase {
    /** Below, the linear term is fitted. */
    private static final double EXTREME_ETA = 0.01;
    private static final int LOWEST = ThirdsSeries.LOWEST;

    /** (m/2)^(1 - k/3), k = -5 ... 6, at [m][k + 5]. */
    private static final double[][] RATIOS = IntStream.rangeClosed(0, 4)
        .mapToObj(m -> IntStream.rangeClosed(LOWEST, 6).mapToDouble(k -> m == 0 ? 0 : Thirds.power(0.5 * m, 3 - k))
            .toArray())
        .toArray(double[][]::new);

    /** log(m/2), likewise. */
    private static final double[] LOG_RATIOS =
        IntStream.rangeClosed(0, 4).mapToDouble(m -> m == 0 ? 0 : StrictMath.log(0.5 * m)).toArray();
    private static final double LOG_2 = StrictMath.log(2);
    private static final double LOG_THREE_HALVES = StrictMath.log(1.5);

    private final ThirdsSeries series = ThirdsSeries.ofZeros(6);

    InspiralPhase(HigherMode mode, Quadrupole quadrupole) {
        double etaInverse = 1 / quadrupole.binary().eta();
        double[] ratios = RATIOS[mode.m()];
        double logRatio = LOG_RATIOS[mode.m()];
        ThirdsSeries of22 = quadrupole.phase().inspiral().series();
        for (int k = LOWEST; k <= 6; k++) {
            double scale = etaInverse * ratios[k - LOWEST];
            series.add(k, scale * (of22.power(k) - of22.logarithm(k) * logRatio), scale * of22.logarithm(k));
        }
        series.add(3, linear(mode, quadrupole.binary()), 0);
    }

    /** The phase, rad, as a series in x. */
    ThirdsSeries series() {
        return series;
    }

    /** Writes the row for frequencies in Hz, with a constant and a linear term to add. */
    void write(double[] rows, int row, MassScale mass, double constant, double linear) {
        for (int k = LOWEST; k <= 6; k++) {
            if (k != -4) {
                int at = k == LOWEST ? ModeRow.PHASE_MINUS_5 : ModeRow.PHASE_0 + k;
                rows[row + at] = mass.thirds(k) * (series.power(k) + series.logarithm(k) * mass.logarithm());
            }
        }
        rows[row + ModeRow.PHASE_0] += constant;
        rows[row + ModeRow.PHASE_3] += linear * mass.seconds();
        rows[row + ModeRow.LOG_0] = series.logarithm(0);
        rows[row + ModeRow.LOG_1] = series.logarithm(1) * mass.thirds(1);
        rows[row + ModeRow.LOG_3] = series.logarithm(3) * mass.seconds();
    }

    /** Eq. 4.9 to linear order, or its fit. */
    static double linear(HigherMode mode, AlignedBinary binary) {
        double eta = binary.eta();
        if (eta <= EXTREME_ETA) {
            return ModeFits.of(mode).inspiralPhase().at(binary);
        }
        return switch (mode) {
            case L2M1 -> PI * (1 + 4 * LOG_2);
            case L3M3 -> -2.0 / 3 * PI * (6 * LOG_THREE_HALVES - 4.2);
            case L3M2 -> 2376 * PI * (22 * eta - 5) / (11880 * eta - 3960);
            case L4M4 -> 45045 * PI * (336 - 1193 * eta + 320 * (3 * eta - 1) * LOG_2)
                / (2 * (1801800 - 5405400 * eta));
        };
    }
}
