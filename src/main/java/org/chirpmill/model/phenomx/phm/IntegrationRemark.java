package org.chirpmill.model.phenomx.phm;

import java.util.Optional;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.model.phenomx.precession.TableRoom;
import org.chirpmill.model.phenomx.spintaylor.SpinTaylorPrecession;
import org.chirpmill.source.SourceParameters;

/** What is to be said of a row that was to have SpinTaylor angles and has others, as LALSimulation's has. */
final class IntegrationRemark {
    private IntegrationRemark() {}

    /**
     * The remark on a row, if any is due.
     *
     * @param source the binary that the row was prepared for
     * @param rows holds the precession's block
     * @param row where that begins
     */
    static Optional<String> of(SourceParameters source, double[] rows, int row) {
        if (rows[row + PrecessionRow.TABLE] != 0) {
            return TableRoom.remark(rows, row);
        }
        if (rows[row + PrecessionRow.TWO_SPIN] != 0) {
            return Optional.of("SpinTaylor angles cannot be integrated and two-spin (MSA) angles were taken");
        }
        return Optional.of(SpinTaylorPrecession.isAligned(source)
            ? "the spins in the orbital plane are too small for SpinTaylor angles and single-spin (NNLO) angles were "
                + "taken"
            : "neither SpinTaylor nor two-spin (MSA) angles can be computed and single-spin (NNLO) angles were taken");
    }
}
