package org.chirpmill.model.phenomx.tidal;

import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomx.XasRow;
import org.chirpmill.model.tides.TideBlock;
import org.chirpmill.model.tides.TideRow;

/** Offsets in the row of a (2, 2) mode with tides: that of black holes, as {@link XasRow} says, then the tides. */
public final class TidalXasRow {
    /** The tides, as {@link TideRow} says. */
    public static final int TIDES = 54;
    /** How many coefficients there are. */
    public static final int SIZE = TIDES + TideBlock.SIZE;

    private TidalXasRow() {}

    static RowLayout layout() {
        return RowLayout.declaredBy(XasRow.class)
            .followedBy(TIDES, "TIDES_", RowLayout.declaredBy(TideRow.class));
    }
}
