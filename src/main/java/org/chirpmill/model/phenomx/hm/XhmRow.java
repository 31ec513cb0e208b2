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

    static RowLayout layout() {
        List<String> names = new ArrayList<>(CoprecessingRow.names());
        for (String mode : List.of("22", "21", "33", "32", "44")) {
            names.add("PLUS_" + mode);
            names.add("CROSS_" + mode);
        }
        return new RowLayout(List.copyOf(names));
    }
}
