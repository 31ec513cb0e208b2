package org.chirpmill.model.phenomnsbh;

import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomd.PhenomDRow;
import org.chirpmill.model.tides.TideRow;

/**
 * Where the blocks of IMRPhenomNSBH's coefficient row begin. The first is {@link NsbhRow}; of IMRPhenomD's
 * only the phase is in use.
 */
final class NsbhBlocks {
    /** Of {@link PhenomDRow}. */
    static final int PHENOM_D = 27;
    /** Of {@link TideRow}. */
    static final int TIDES = 76;

    private NsbhBlocks() {}

    static RowLayout layout() {
        return RowLayout.declaredBy(NsbhRow.class)
            .followedBy(PHENOM_D, "PHENOM_D_", RowLayout.declaredBy(PhenomDRow.class))
            .followedBy(TIDES, "TIDES_", RowLayout.declaredBy(TideRow.class));
    }
}
