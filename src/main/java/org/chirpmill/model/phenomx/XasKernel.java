package org.chirpmill.model.phenomx;

import static org.chirpmill.model.phenomx.XasRow.AMPLITUDE_JOIN_1;
import static org.chirpmill.model.phenomx.XasRow.AMPLITUDE_JOIN_2;
import static org.chirpmill.model.phenomx.XasRow.INSPIRAL_2;
import static org.chirpmill.model.phenomx.XasRow.NEWTON_0;
import static org.chirpmill.model.phenomx.XasRow.PHASE_JOIN_1;
import static org.chirpmill.model.phenomx.XasRow.PHASE_JOIN_2;

import org.chirpmill.model.Arctangent;
import org.chirpmill.model.GridTables;

/** IMRPhenomXAS bin by bin: arXiv:2001.11412, Secs. VI and VII. */
public final class XasKernel {
    private XasKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link XasRow} says.
     */
    static void polarizations(double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
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
            double plus = rows[row + XasRow.PLUS_AMPLITUDE] * amplitude;
            double cross = rows[row + XasRow.CROSS_AMPLITUDE] * amplitude;
            double cosine = Math.cos(phase);
            double sine = Math.sin(phase);
            int at = 4 * (bin - from);
            out[at] = plus * cosine;
            out[at + 1] = plus * sine;
            out[at + 2] = -cross * sine;
            out[at + 3] = cross * cosine;
        }
    }

    /** The amplitude A of the row, Hz^(-7/6), which is newtonian = f^(-7/6) at low frequencies; c = f^(1/3). */
    public static double amplitude(double[] rows, int row, double f, double c, double newtonian) {
        double amplitude;
        if (f < rows[row + AMPLITUDE_JOIN_1]) {
            amplitude = newtonian * inspiralAmplitude(rows, row + INSPIRAL_2, c);
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

    /** 1 + sum of a_k c^k, k = 2..9, whose coefficients start at {@code at}. */
    private static double inspiralAmplitude(double[] rows, int at, double c) {
        double high = rows[at + 4] + c * (rows[at + 5] + c * (rows[at + 6] + c * rows[at + 7]));
        double low = rows[at] + c * (rows[at + 1] + c * (rows[at + 2] + c * (rows[at + 3] + c * high)));
        return 1 + c * c * low;
    }

    private static double inverseAmplitude(double[] rows, int row, double f) {
        double fromStart = f - rows[row + AMPLITUDE_JOIN_1];
        double fromMiddle = f - rows[row + XasRow.AMPLITUDE_MIDDLE];
        double fromEnd = f - rows[row + AMPLITUDE_JOIN_2];
        int at = row + NEWTON_0;
        return rows[at] + fromStart * (rows[at + 1] + fromStart * (rows[at + 2]
            + fromMiddle * (rows[at + 3] + fromEnd * rows[at + 4])));
    }

    /** The ringdown's A over f^(-7/6), also where it does not hold. */
    public static double mergerAmplitude(double[] rows, int row, double f) {
        double fromRingdown = f - rows[row + XasRow.RINGDOWN];
        return rows[row + XasRow.MERGER_HEIGHT] * Math.exp(-rows[row + XasRow.MERGER_SLOPE] * fromRingdown)
            / (fromRingdown * fromRingdown + rows[row + XasRow.MERGER_WIDTH_SQUARED]);
    }

    private static double inspiralPhase(double[] rows, int row, double c, double leading, double logF) {
        double c2 = c * c;
        double falling = rows[row + XasRow.PHASE_MINUS_5] + c2 * (rows[row + XasRow.PHASE_MINUS_3]
            + c * (rows[row + XasRow.PHASE_MINUS_2] + c * rows[row + XasRow.PHASE_MINUS_1]));
        double calibrated = rows[row + XasRow.PHASE_3] + c * (rows[row + XasRow.PHASE_4]
            + c * (rows[row + XasRow.PHASE_5] + c * rows[row + XasRow.PHASE_6]));
        double rising = rows[row + XasRow.PHASE_0] + c * (rows[row + XasRow.PHASE_1]
            + c * (rows[row + XasRow.PHASE_2] + c * calibrated));
        double logarithmic = logF * (rows[row + XasRow.LOG_0]
            + c * (rows[row + XasRow.LOG_1] + c2 * rows[row + XasRow.LOG_3]));
        return falling * leading + rising + logarithmic;
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
