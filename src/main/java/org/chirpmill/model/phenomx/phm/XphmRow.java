package org.chirpmill.model.phenomx.phm;

import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;

/**
 * Offsets in IMRPhenomXP's and IMRPhenomXPHM's coefficient row: the modes of the co-precessing frame, as
 * {@link CoprecessingRow} says, then the precession, as {@link PrecessionRow} says.
 */
final class XphmRow {
    static final int PRECESSION = CoprecessingRow.SIZE;

    private XphmRow() {}

    static RowLayout layout() {
        return new RowLayout(CoprecessingRow.names())
            .followedBy(PRECESSION, "PRECESSION_", RowLayout.declaredBy(PrecessionRow.class));
    }

    /** With a table of angles, laid out as {@link AngleTableRow} says, behind it. */
    static RowLayout layoutWithTable(int room) {
        return layout().followedBy(PRECESSION + Precession.ROW_SIZE, "TABLE_", AngleTableRow.layout(room));
    }
}
