package org.chirpmill.model.phenomx.hm;

import java.util.ArrayList;
import java.util.List;
import org.chirpmill.model.RowLayout;

/**
 * Offsets in IMRPhenomXHM's coefficient row: first the modes, as {@link CoprecessingRow} says, then how the observer
 * sees each, h_plus = sum of PLUS (-i)^m h_(l,-m) and h_cross = sum of i CROSS (-i)^m h_(l,-m).
 */
final class XhmRow {
    static final int PLUS_22 = CoprecessingRow.SIZE;
    static final int CROSS_22 = PLUS_22 + 1;
    static final int PLUS_21 = PLUS_22 + 2;
    static final int CROSS_21 = PLUS_22 + 3;
    static final int PLUS_33 = PLUS_22 + 4;
    static final int CROSS_33 = PLUS_22 + 5;
    static final int PLUS_32 = PLUS_22 + 6;
    static final int CROSS_32 = PLUS_22 + 7;
    static final int PLUS_44 = PLUS_22 + 8;
    static final int CROSS_44 = PLUS_22 + 9;

    private XhmRow() {}

    /** PLUS of a mode. */
    static int plus(int mode) {
        return PLUS_22 + (PLUS_21 - PLUS_22) * mode;
    }

    /** CROSS of a mode. */
    static int cross(int mode) {
        return CROSS_22 + (CROSS_21 - CROSS_22) * mode;
    }

    static RowLayout layout() {
        List<String> names = new ArrayList<>(CoprecessingRow.names());
        for (CoprecessingMode mode : CoprecessingMode.ALL) {
            names.add("PLUS_" + mode.digits());
            names.add("CROSS_" + mode.digits());
        }
        return new RowLayout(List.copyOf(names));
    }
}
