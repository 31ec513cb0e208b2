package org.chirpmill.model.phenomx.hm;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.RowLayout;

/**
 * Offsets of the coefficients of all modes of IMRPhenomXHM's first release, 122019: those of {@link CoprecessingRow},
 * then for each mode but (2, 2) what {@link FirstModeRow} says. The (3, 2) mode's mixture has no cubic, and
 * no ranges of the (2, 2) amplitude, which is the ringdown's at every frequency.
 */
public final class FirstReleaseRow {
    private static final int BLOCK_SIZE = 15;
    /** More of the (2, 1) mode. */
    public static final int L2M1 = CoprecessingRow.SIZE;
    /** More of the (3, 3) mode. */
    public static final int L3M3 = L2M1 + BLOCK_SIZE;
    /** More of the (3, 2) mode. */
    public static final int L3M2 = L3M3 + BLOCK_SIZE;
    /** More of the (4, 4) mode. */
    public static final int L4M4 = L3M2 + BLOCK_SIZE;
    /** How many coefficients all modes have, those of {@link CoprecessingRow} included. */
    public static final int SIZE = L4M4 + BLOCK_SIZE;

    private FirstReleaseRow() {}

    /** Where more of a mode begins. */
    static int more(HigherMode mode) {
        return switch (mode) {
            case L2M1 -> L2M1;
            case L3M3 -> L3M3;
            case L3M2 -> L3M2;
            case L4M4 -> L4M4;
        };
    }

    /** Names of all coefficients. */
    public static List<String> names() {
        List<String> block = RowLayout.declaredBy(FirstModeRow.class).names();
        List<String> names = new ArrayList<>(CoprecessingRow.names());
        for (HigherMode mode : HigherMode.values()) {
            if (names.size() != more(mode)) {
                throw new IllegalStateException("more of " + mode + " begins at " + names.size());
            }
            block.forEach(name -> names.add("L" + mode.l() + "M" + mode.m() + "_" + name));
        }
        if (names.size() != SIZE) {
            throw new IllegalStateException("the blocks hold " + names.size() + " coefficients, not " + SIZE);
        }
        return List.copyOf(names);
    }
}
