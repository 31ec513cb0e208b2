package org.chirpmill.model.phenomd;

import static org.chirpmill.model.phenomd.PhenomDRow.AMPLITUDE_JOIN_1;
import static org.chirpmill.model.phenomd.PhenomDRow.AMPLITUDE_JOIN_2;
import static org.chirpmill.model.phenomd.PhenomDRow.AMPLITUDE_MIDDLE;
import static org.chirpmill.model.phenomd.PhenomDRow.INSPIRAL_2;
import static org.chirpmill.model.phenomd.PhenomDRow.NEWTON_0;
import static org.chirpmill.model.phenomd.PhenomDRow.PHASE_JOIN_1;
import static org.chirpmill.model.phenomd.PhenomDRow.PHASE_JOIN_2;

import org.chirpmill.model.AlignedPolarizations;
import org.chirpmill.model.Arctangent;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.PiecewiseTerms;

/** IMRPhenomD bin by bin: arXiv:1508.07253, Eqs. 35 and 36. */
public final class PhenomDKernel {
    private PhenomDKernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link PhenomDRow} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        for (int bin = from; bin < to; bin++) {
            double f = tables[GridTables.FREQUENCY * bins + bin];
            double c = tables[GridTables.CUBE_ROOT * bins + bin];
            double root = tables[GridTables.FOURTH_ROOT * bins + bin];
            double logF = tables[GridTables.LOGARITHM * bins + bin];
            double leading = tables[GridTables.LEADING_PHASE * bins + bin];
            double amplitude = 0;
            double phase = 0;
            if (f <= rows[row + PhenomDRow.CUTOFF]) {
                amplitude = tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin] * amplitude(rows, row, f, c);
                phase = phase(rows, row, f, c, root, leading, logF);
            }
            AlignedPolarizations.store(rows[row + PhenomDRow.PLUS_AMPLITUDE] * amplitude,
                rows[row + PhenomDRow.CROSS_AMPLITUDE] * amplitude, phase, out, 4 * (bin - from));
        }
    }

    /** The amplitude over its Newtonian part, which is 1 at zero frequency; f in Hz, c = f^(1/3). */
    public static double amplitude(double[] rows, int row, double f, double c) {
        double amplitude;
        if (f < rows[row + AMPLITUDE_JOIN_1]) {
            amplitude = PiecewiseTerms.inspiralAmplitude(rows, row + INSPIRAL_2, c); // Eq. 29
        } else if (f < rows[row + AMPLITUDE_JOIN_2]) {
            amplitude = intermediateAmplitude(rows, row, f);
        } else {
            amplitude = mergerAmplitude(rows, row, f);
        }
        return amplitude;
    }

    /**
     * The phase of h = A exp(i phase), rad: twice the orbital phase at f_ref; root = f^(1/4) and
     * leading = f^(-5/3).
     */
    public static double phase(double[] rows, int row, double f, double c, double root, double leading, double logF) {
        double phase;
        if (f < rows[row + PHASE_JOIN_1]) {
            phase = inspiralPhase(rows, row, c, leading, logF);
        } else if (f < rows[row + PHASE_JOIN_2]) {
            phase = rows[row + PhenomDRow.INTERMEDIATE_CONSTANT] + rows[row + PhenomDRow.INTERMEDIATE_LINEAR] * f
                + rows[row + PhenomDRow.INTERMEDIATE_CUBIC] / (f * f * f)
                + rows[row + PhenomDRow.INTERMEDIATE_LOG] * logF;
        } else {
            phase = mergerPhase(rows, row, f, root);
        }
        return phase;
    }

    /** Eq. 21. */
    private static double intermediateAmplitude(double[] rows, int row, double f) {
        return PiecewiseTerms.newton(rows, row + NEWTON_0, f - rows[row + AMPLITUDE_JOIN_1],
            f - rows[row + AMPLITUDE_MIDDLE], f - rows[row + AMPLITUDE_JOIN_2]);
    }

    /** Eq. 19. */
    private static double mergerAmplitude(double[] rows, int row, double f) {
        return PiecewiseTerms.fallingLorentzian(rows[row + PhenomDRow.RINGDOWN_HEIGHT],
            rows[row + PhenomDRow.RINGDOWN_SLOPE], rows[row + PhenomDRow.RINGDOWN_WIDTH_SQUARED],
            f - rows[row + PhenomDRow.RINGDOWN]);
    }

    /** Eqs. 27 and 28. */
    private static double inspiralPhase(double[] rows, int row, double c, double leading, double logF) {
        double logarithmic = logF * (rows[row + PhenomDRow.LOG_0] + c * rows[row + PhenomDRow.LOG_1]);
        return PiecewiseTerms.inspiralPhase(rows, row + PhenomDRow.PHASE_MINUS_5, c, leading) + logarithmic;
    }

    /** Eq. 14, integrated. */
    private static double mergerPhase(double[] rows, int row, double f, double root) {
        double fromCentre = f - rows[row + PhenomDRow.MERGER_CENTRE];
        return rows[row + PhenomDRow.MERGER_CONSTANT] + rows[row + PhenomDRow.MERGER_LINEAR] * f
            + rows[row + PhenomDRow.MERGER_INVERSE] / f + rows[row + PhenomDRow.MERGER_POWER] * (root * root * root)
            + rows[row + PhenomDRow.MERGER_ARCTAN]
                * Arctangent.of(fromCentre * rows[row + PhenomDRow.MERGER_INVERSE_DAMPING]);
    }
}
