package org.chirpmill.model.phenomx.spintaylor;

import java.util.Optional;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;

/** What is to be said of a row that was to have SpinTaylor angles and has others, as LALSimulation's has. */
public final class IntegrationRemark {
    private IntegrationRemark() {}

    /**
     * The remark on a row, if any is due.
     *
     * @param isAligned whether its spins lie so little in the orbital plane that nothing is integrated
     * @param rows holds the precession's block
     * @param row where that begins
     */
    public static Optional<String> of(boolean isAligned, double[] rows, int row) {
        double kind = rows[row + PrecessionRow.TWO_SPIN];
        if (kind == Precession.INTEGRATED) {
            return Optional.empty();
        }
        if (kind != 0) {
            return Optional.of("SpinTaylor angles cannot be integrated and two-spin (MSA) angles were taken");
        }
        return Optional.of(isAligned
            ? "the spins in the orbital plane are too small for SpinTaylor angles and single-spin (NNLO) angles were "
                + "taken"
            : "neither SpinTaylor nor two-spin (MSA) angles can be computed and single-spin (NNLO) angles were taken");
    }
}
