package org.chirpmill.model.phenomx.hm;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomx.XasRow;

/**
 * Offsets of the blocks in the coefficients of all five modes: what the aligned model and, in the co-precessing frame,
 * the precessing one share. The (2, 2) mode's block is a {@link XasRow}.
 */
public final class CoprecessingRow {
    /** The (2, 2) mode. */
    public static final int L2M2 = 0;
    private static final int XAS_SIZE = 54;
    /** Strain per Hz of a unit of the (2, 2) amplitude. */
    public static final int L2M2_SCALE = XAS_SIZE;
    /** Bins above this frequency (Hz) hold no higher modes. */
    public static final int CUTOFF = L2M2_SCALE + 1;
    /** The (2, 1) mode. */
    public static final int L2M1 = CUTOFF + 1;
    private static final int MODE_SIZE = 61;
    /** The (3, 3) mode. */
    public static final int L3M3 = L2M1 + MODE_SIZE;
    /** The (3, 2) mode, first like the others, then its mixture. */
    public static final int L3M2 = L3M3 + MODE_SIZE;
    /** The (3, 2) mode's mixture. */
    static final int MIXED = L3M2 + MODE_SIZE;
    private static final int MIXED_SIZE = 15;
    /** The (4, 4) mode. */
    public static final int L4M4 = MIXED + MIXED_SIZE;
    /** How many coefficients there are. */
    public static final int SIZE = L4M4 + MODE_SIZE;

    private CoprecessingRow() {}

    /** Names of all coefficients. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (CoprecessingMode mode : CoprecessingMode.ALL) {
            String prefix = "L" + mode.l() + "M" + mode.m() + "_";
            if (names.size() != mode.block()) {
                throw new IllegalStateException(mode + " begins at " + names.size() + ", not at " + mode.block());
            }
            switch (mode.kind()) {
                case QUADRUPOLE -> {
                    add(names, prefix, XasRow.class);
                    names.add(prefix + "SCALE");
                    names.add("CUTOFF");
                }
                case HIGHER -> add(names, prefix, ModeRow.class);
                case MIXED -> {
                    add(names, prefix, ModeRow.class);
                    add(names, prefix, MixedRow.class);
                }
            }
        }
        if (names.size() != SIZE) {
            throw new IllegalStateException("the blocks hold " + names.size() + " coefficients, not " + SIZE);
        }
        return List.copyOf(names);
    }

    /** How many coefficients the block of a mode holds. */
    static int size(HigherMode mode) {
        return mode.isMixed() ? MODE_SIZE + MIXED_SIZE : MODE_SIZE;
    }

    private static void add(List<String> names, String prefix, Class<?> offsets) {
        RowLayout.declaredBy(offsets).names().forEach(name -> names.add(prefix + name));
    }
}
