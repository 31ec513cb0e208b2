package org.chirpmill.model.phenomx;

import static org.chirpmill.model.phenomx.XasRow.AMPLITUDE_JOIN_1;
import static org.chirpmill.model.phenomx.XasRow.AMPLITUDE_JOIN_2;
import static org.chirpmill.model.phenomx.XasRow.INSPIRAL_2;
import static org.chirpmill.model.phenomx.XasRow.NEWTON_0;
import static org.chirpmill.model.phenomx.XasRow.PHASE_JOIN_1;
import static org.chirpmill.model.phenomx.XasRow.PHASE_JOIN_2;

import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.Arctangent;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.PiecewiseTerms;

/** IMRPhenomXAS bin by bin: arXiv:2001.11412, Secs. VI and VII. */
public final class XasKernel {
    private XasKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link XasRow} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        for (int bin = from; bin < to; bin++) {
            double f = tables[GridTables.FREQUENCY * bins + bin];
            double amplitude = 0;
            double phase = 0;
            if (f > 0 && f <= rows[row + XasRow.CUTOFF]) {
                double c = tables[GridTables.CUBE_ROOT * bins + bin];
                amplitude = amplitude(rows, row, f, c, tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin]);
                phase = phase(rows, row, f, c, tables[GridTables.LEADING_PHASE * bins + bin],
                    tables[GridTables.LOGARITHM * bins + bin]);
            }
            AlignedPolarizations.store(rows[row + XasRow.PLUS_AMPLITUDE] * amplitude,
                rows[row + XasRow.CROSS_AMPLITUDE] * amplitude, phase, out, 4 * (bin - from));
        }
    }

    /** The amplitude A of the row, Hz^(-7/6), which is newtonian = f^(-7/6) at low frequencies; c = f^(1/3). */
    public static double amplitude(double[] rows, int row, double f, double c, double newtonian) {
        double amplitude;
        if (f < rows[row + AMPLITUDE_JOIN_1]) {
            amplitude = newtonian * PiecewiseTerms.inspiralAmplitude(rows, row + INSPIRAL_2, c);
        } else if (f < rows[row + AMPLITUDE_JOIN_2]) {
            amplitude = 1 / inverseAmplitude(rows, row, f);
        } else {
            amplitude = newtonian * mergerAmplitude(rows, row, f);
        }
        return amplitude;
    }

    /** The phase of h = A exp(i phase), rad; leading = f^(-5/3). */
    public static double phase(double[] rows, int row, double f, double c, double leading, double logF) {
        double phase;
        if (f < rows[row + PHASE_JOIN_1]) {
            phase = inspiralPhase(rows, row, c, leading, logF);
        } else if (f < rows[row + PHASE_JOIN_2]) {
            phase = intermediatePhase(rows, row, f, logF);
        } else {
            phase = ringdownPhase(rows, row, f, c);
        }
        return phase;
    }

    private static double inverseAmplitude(double[] rows, int row, double f) {
        return PiecewiseTerms.newton(rows, row + NEWTON_0, f - rows[row + AMPLITUDE_JOIN_1],
            f - rows[row + XasRow.AMPLITUDE_MIDDLE], f - rows[row + AMPLITUDE_JOIN_2]);
    }

    /** The ringdown's A over f^(-7/6), also where it does not hold. */
    public static double mergerAmplitude(double[] rows, int row, double f) {
        return PiecewiseTerms.fallingLorentzian(rows[row + XasRow.MERGER_HEIGHT], rows[row + XasRow.MERGER_SLOPE],
            rows[row + XasRow.MERGER_WIDTH_SQUARED], f - rows[row + XasRow.RINGDOWN]);
    }

    private static double inspiralPhase(double[] rows, int row, double c, double leading, double logF) {
        double logarithmic = logF * (rows[row + XasRow.LOG_0]
            + c * (rows[row + XasRow.LOG_1] + c * c * rows[row + XasRow.LOG_3]));
        return PiecewiseTerms.inspiralPhase(rows, row + XasRow.PHASE_MINUS_5, c, leading) + logarithmic;
    }

    private static double intermediatePhase(double[] rows, int row, double f, double logF) {
        double inverse = 1 / f;
        double falling = inverse * (rows[row + XasRow.INTERMEDIATE_INVERSE]
            + inverse * (rows[row + XasRow.INTERMEDIATE_INVERSE_2]
            + inverse * rows[row + XasRow.INTERMEDIATE_INVERSE_3]));
        double angle = Arctangent.of(
            (f - rows[row + XasRow.RINGDOWN]) * rows[row + XasRow.INTERMEDIATE_INVERSE_WIDTH]);
        return rows[row + XasRow.INTERMEDIATE_CONSTANT] + rows[row + XasRow.INTERMEDIATE_LINEAR] * f
            + rows[row + XasRow.INTERMEDIATE_LOG] * logF + falling + rows[row + XasRow.INTERMEDIATE_ARCTAN] * angle;
    }

    private static double ringdownPhase(double[] rows, int row, double f, double c) {
        double inverse = 1 / f;
        double falling = inverse * (rows[row + XasRow.RINGDOWN_INVERSE]
            + inverse * inverse * rows[row + XasRow.RINGDOWN_INVERSE_3]);
        double angle = Arctangent.of((f - rows[row + XasRow.RINGDOWN]) * rows[row + XasRow.RINGDOWN_INVERSE_WIDTH]);
        return rows[row + XasRow.RINGDOWN_CONSTANT] + rows[row + XasRow.RINGDOWN_LINEAR] * f
            + rows[row + XasRow.RINGDOWN_TWO_THIRDS] * (c * c) + falling
            + rows[row + XasRow.RINGDOWN_ARCTAN] * angle;
    }
}
