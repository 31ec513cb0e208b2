package org.chirpmill.model.phenomhm;

import java.util.List;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomd.PhenomDRow;

/**
 * Offsets in IMRPhenomHM's coefficient row: of each {@link HmMode}, in their order, what {@link HmModeRow} says, then
 * an IMRPhenomD of its own, {@link PhenomDRow}, in units of x = M f except for its cutoff, which is in Hz.
 */
final class HmRow {
    /** Where in a mode's block IMRPhenomD's coefficients begin. */
    static final int PHENOM_D = 33;
    private static final int PHENOM_D_SIZE = 49;
    private static final int MODE_SIZE = PHENOM_D + PHENOM_D_SIZE;

    private HmRow() {}

    /** Where a mode's block begins in the row. */
    static int block(int mode) {
        return MODE_SIZE * mode;
    }

    static RowLayout layout() {
        RowLayout layout = new RowLayout(List.of());
        for (HmMode mode : HmMode.values()) {
            int block = block(mode.ordinal());
            layout = layout.followedBy(block, mode + "_", RowLayout.declaredBy(HmModeRow.class))
                .followedBy(block + PHENOM_D, mode + "_PHENOM_D_", RowLayout.declaredBy(PhenomDRow.class));
        }
        return layout;
    }
}
