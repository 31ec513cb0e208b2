package org.chirpmill.model.phenomx.hm;

import static java.lang.Math.PI;

import java.util.stream.IntStream;
import org.chirpmill.model.Thirds;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.XasInspiralPhase;

/**
 * A mode's inspiral phase as a function of x = Mf: m/2 times the (2, 2) phase at 2/m of the frequency, and a linear
 * term from the complex post-Newtonian amplitude: arXiv:2001.10914, Sec. IV B and Appendix D. The (2, 2) phase's time
 * shift is not in it.
 */
final class InspiralPhase {
    /** Below, the linear term is fitted. */
    private static final double EXTREME_ETA = 0.01;
    private static final int LOWEST = XasInspiralPhase.LOWEST;
    private static final int LINEAR = 3 - LOWEST;

    /** (m/2)^(1 - k/3), k = -5 ... 6, at [m][k + 5]. */
    private static final double[][] RATIOS = IntStream.rangeClosed(0, 4)
        .mapToObj(m -> IntStream.rangeClosed(LOWEST, 6).mapToDouble(k -> m == 0 ? 0 : Thirds.power(0.5 * m, 3 - k))
            .toArray())
        .toArray(double[][]::new);

    /** The coefficient of x^(k/3), k = -5 ... 6, at index k + 5. */
    private final double[] powers = new double[12];
    /** The same of x^(k/3) log x. */
    private final double[] logarithms = new double[12];

    InspiralPhase(HigherMode mode, Quadrupole quadrupole) {
        double etaInverse = 1 / quadrupole.binary().eta();
        double[] ratios = RATIOS[mode.m()];
        double logRatio = Math.log(0.5 * mode.m());
        XasInspiralPhase series = quadrupole.phase().inspiral();
        for (int k = LOWEST; k < powers.length + LOWEST; k++) {
            double scale = etaInverse * ratios[k - LOWEST];
            logarithms[k - LOWEST] = scale * series.logarithm(k);
            powers[k - LOWEST] = scale * (series.power(k) - series.logarithm(k) * logRatio);
        }
        powers[LINEAR] += linear(mode, quadrupole.binary());
    }

    double at(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            sum = sum * root + (powers[i] + logarithms[i] * logX);
        }
        return sum * Thirds.power(x, LOWEST);
    }

    /** The derivative by x. */
    double slope(double x) {
        double root = Math.cbrt(x);
        double logX = Math.log(x);
        double sum = 0;
        for (int i = powers.length - 1; i >= 0; i--) {
            double power = (i + LOWEST) / 3.0;
            sum = sum * root + (power * (powers[i] + logarithms[i] * logX) + logarithms[i]);
        }
        return sum * Thirds.power(x, LOWEST) / x;
    }

    /** The coefficient of x^(k/3). */
    double power(int k) {
        return powers[k - LOWEST];
    }

    /** The coefficient of x^(k/3) log x. */
    double logarithm(int k) {
        return logarithms[k - LOWEST];
    }

    /** Writes the row for frequencies in Hz, with a constant and a linear term to add. */
    void write(double[] rows, int row, MassScale mass, double constant, double linear) {
        for (int k = LOWEST; k <= 6; k++) {
            if (k != -4) {
                int at = k == LOWEST ? ModeRow.PHASE_MINUS_5 : ModeRow.PHASE_0 + k;
                rows[row + at] = mass.thirds(k) * (power(k) + logarithm(k) * mass.logarithm());
            }
        }
        rows[row + ModeRow.PHASE_0] += constant;
        rows[row + ModeRow.PHASE_3] += linear * mass.seconds();
        rows[row + ModeRow.LOG_0] = logarithm(0);
        rows[row + ModeRow.LOG_1] = logarithm(1) * mass.thirds(1);
        rows[row + ModeRow.LOG_3] = logarithm(3) * mass.seconds();
    }

    /** Eq. 4.9 to linear order, or its fit. */
    static double linear(HigherMode mode, AlignedBinary binary) {
        double eta = binary.eta();
        if (eta <= EXTREME_ETA) {
            return ModeFits.of(mode).inspiralPhase().at(binary);
        }
        return switch (mode) {
            case L2M1 -> PI * (1 + 4 * Math.log(2));
            case L3M3 -> -2.0 / 3 * PI * (6 * Math.log(1.5) - 4.2);
            case L3M2 -> 2376 * PI * (22 * eta - 5) / (11880 * eta - 3960);
            case L4M4 -> 45045 * PI * (336 - 1193 * eta + 320 * (3 * eta - 1) * Math.log(2))
                / (2 * (1801800 - 5405400 * eta));
        };
    }
}
