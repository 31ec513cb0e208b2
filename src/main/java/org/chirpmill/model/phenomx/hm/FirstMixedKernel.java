package org.chirpmill.model.phenomx.hm;

import org.chirpmill.model.GridTables;
import org.chirpmill.model.phenomx.XasKernel;

/**
 * One bin of the (3, 2) mode of IMRPhenomXHM's first release, 122019, whose ringdown is a mixture with the ringdown of
 * (2, 2): arXiv:2001.10914, Sec. VI.
 */
final class FirstMixedKernel {
    private FirstMixedKernel() {}

    /**
     * Adds h_(3,-2) to both polarizations as {@link FirstModeKernel#add} does.
     *
     * @param row where the coefficients of all modes begin, laid out as {@link FirstReleaseRow} says
     */
    static void add(
            double[] rows, int row, double[] tables, int bins, int bin, double plusReal, double plusImaginary,
            double crossReal, double crossImaginary, double[] out, int at) {
        int mode = row + CoprecessingRow.L3M2;
        int more = row + FirstReleaseRow.L3M2;
        double f = tables[GridTables.FREQUENCY * bins + bin];
        double amplitudeJoin = rows[mode + ModeRow.AMPLITUDE_JOIN_2];
        double phaseJoin = rows[mode + ModeRow.PHASE_JOIN_2];
        if (f < amplitudeJoin && f < phaseJoin) {
            FirstModeKernel.add(rows, mode, more, tables, bins, bin, plusReal, plusImaginary, crossReal,
                crossImaginary, out, at);
            return;
        }
        double c = tables[GridTables.CUBE_ROOT * bins + bin];
        double newtonian = tables[GridTables.NEWTONIAN_AMPLITUDE * bins + bin];
        double before = 0;
        if (f < amplitudeJoin) {
            before = FirstModeKernel.amplitudeBeforeRingdown(
                rows, mode, more, f, c, newtonian, tables[GridTables.LOGARITHM * bins + bin]);
        }
        MixedKernel.addMixture(rows, row, tables, bins, bin, before, FirstModeKernel.ringdownAmplitude(rows, mode, f),
            newtonian * XasKernel.mergerAmplitude(rows, row + CoprecessingRow.L2M2, f),
            plusReal, plusImaginary, crossReal, crossImaginary, out, at);
    }
}
