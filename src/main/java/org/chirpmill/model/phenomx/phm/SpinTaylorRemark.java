package org.chirpmill.model.phenomx.phm;

import java.util.Optional;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.model.phenomx.spintaylor.SpinTaylorPrecession;
import org.chirpmill.source.SourceParameters;

/** What is to be said of a row that was to have SpinTaylor angles and has others, as in LALSimulation. */
final class SpinTaylorRemark {
    private SpinTaylorRemark() {}

    /**
     * The remark on a row, if any is due.
     *
     * @param rows coefficient rows
     * @param row where the precession's block begins, laid out as {@link PrecessionRow} says
     */
    static Optional<String> of(SourceParameters source, double[] rows, int row) {
        if (rows[row + PrecessionRow.TABLE] != 0) {
            return Optional.empty();
        }
        if (SpinTaylorPrecession.isAligned(source)) {
            return isWithoutSpins(source) ? Optional.empty()
                : Optional.of("the spins in the orbital plane are below 1e-7: single-spin (NNLO) angles were taken");
        }
        String failed = "the spin equations cannot be integrated from the lowest frequency on and ";
        return Optional.of(rows[row + PrecessionRow.TWO_SPIN] != 0
            ? failed + "two-spin (MSA) angles were taken"
            : failed + "single-spin (NNLO) angles were taken, two-spin ones failing as well");
    }

    private static boolean isWithoutSpins(SourceParameters source) {
        return !source.precesses() && source.spinOneZ() == 0 && source.spinTwoZ() == 0;
    }
}
