package org.chirpmill.model.phenomhm;

import java.util.ArrayList;
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
        List<String> names = new ArrayList<>();
        for (HmMode mode : HmMode.values()) {
            add(names, mode.toString(), HmModeRow.class);
            require(names, block(mode.ordinal()) + PHENOM_D);
            add(names, mode + "_PHENOM_D", PhenomDRow.class);
            require(names, block(mode.ordinal()) + MODE_SIZE);
        }
        return new RowLayout(List.copyOf(names));
    }

    private static void add(List<String> names, String block, Class<?> offsets) {
        RowLayout.declaredBy(offsets).names().forEach(name -> names.add(block + "_" + name));
    }

    private static void require(List<String> names, int expected) {
        if (names.size() != expected) {
            throw new IllegalStateException("the blocks hold " + names.size() + " coefficients, not " + expected);
        }
    }
}
