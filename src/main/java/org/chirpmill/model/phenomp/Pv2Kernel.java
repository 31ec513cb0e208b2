package org.chirpmill.model.phenomp;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.ScalarMath;
import org.chirpmill.model.phenomd.PhenomDKernel;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.ModeTwist;
import org.chirpmill.model.phenomx.precession.SingleSpinKernel;

/** IMRPhenomPv2 bin by bin: arXiv:1308.3271, Eq. 1. */
public final class Pv2Kernel {
    private Pv2Kernel() {}

    /**
     * Launch shape: one thread a bin. Arguments as {@link org.chirpmill.model.BinKernel#polarizations} says; the row
     * is laid out as {@link Pv2Row} says.
     */
    public static void polarizations(
            double[] rows, int row, double[] tables, int bins, int from, int to, double[] out) {
        double[] angles = new double[EulerAngles.SIZE];
        for (int bin = from; bin < to; bin++) {
            int at = 4 * (bin - from);
            clear(out, at);
            double f = tables[GridTables.FREQUENCY * bins + bin];
            if (f > 0 && f <= rows[row + PhenomDRow.CUTOFF]) {
                double c = tables[GridTables.CUBE_ROOT * bins + bin];
                double logF = tables[GridTables.LOGARITHM * bins + bin];
                double amplitude = tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin]
                    * PhenomDKernel.amplitude(rows, row, f, c);
                double phase = PhenomDKernel.phase(rows, row, f, c, tables[GridTables.FOURTH_ROOT * bins + bin],
                    tables[GridTables.LEADING_PHASE * bins + bin], logF);
                addTwisted(rows, row + Pv2Row.TWIST, amplitude, phase, c, logF, angles, out, at);
            }
        }
    }

    static void clear(double[] out, int at) {
        out[at] = 0;
        out[at + 1] = 0;
        out[at + 2] = 0;
        out[at + 3] = 0;
    }

    /**
     * Adds a (2, 2) mode as the observer sees it.
     *
     * @param rows coefficient rows
     * @param twist offset of the twist's block, laid out as {@link Pv2TwistRow} says
     * @param amplitude of the mode
     * @param phase of the mode, rad
     * @param cubeRoot cube root of the frequency in Hz
     * @param logarithm natural logarithm of the frequency in Hz
     * @param angles receives the Euler angles
     * @param out gets Re h_plus, Im h_plus, Re h_cross, Im h_cross added, strain/Hz
     * @param at where in {@code out}
     */
    static void addTwisted(double[] rows, int twist, double amplitude, double phase, double cubeRoot,
            double logarithm, double[] angles, double[] out, int at) {
        double strain = rows[twist + Pv2TwistRow.SCALE] * amplitude;
        SingleSpinKernel.at(rows, twist + Pv2TwistRow.PRECESSION, cubeRoot, logarithm, angles, 0);
        ModeTwist.add(rows, twist + Pv2TwistRow.PRECESSION, 2, 2, strain * ScalarMath.cos(phase),
            strain * ScalarMath.sin(phase), angles, 0, out, at);
    }
}
