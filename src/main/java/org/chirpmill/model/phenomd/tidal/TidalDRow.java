package org.chirpmill.model.phenomd.tidal;

import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.tides.TideBlock;
import org.chirpmill.model.tides.TideRow;

/** Offsets in the row of a (2, 2) mode with tides: that of black holes, as {@link PhenomDRow} says, then the tides. */
public final class TidalDRow {
    /** The tides, as {@link TideRow} says. */
    public static final int TIDES = 49;
    /** How many coefficients there are. */
    public static final int SIZE = TIDES + TideBlock.SIZE;

    private TidalDRow() {}

    /** Names of all coefficients. */
    public static RowLayout layout() {
        return RowLayout.declaredBy(PhenomDRow.class)
            .followedBy(TIDES, "TIDES_", RowLayout.declaredBy(TideRow.class));
    }
}
