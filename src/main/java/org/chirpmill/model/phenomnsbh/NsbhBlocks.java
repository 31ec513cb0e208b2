package org.chirpmill.model.phenomnsbh;

import java.util.ArrayList;
import java.util.List;
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
        List<String> names = new ArrayList<>();
        add(names, 0, NsbhRow.class, "");
        add(names, PHENOM_D, PhenomDRow.class, "PHENOM_D_");
        add(names, TIDES, TideRow.class, "TIDES_");
        return new RowLayout(List.copyOf(names));
    }

    private static void add(List<String> names, int at, Class<?> offsets, String prefix) {
        if (names.size() != at) {
            throw new IllegalStateException(prefix + " begins at " + names.size() + ", not at " + at);
        }
        RowLayout.declaredBy(offsets).names().forEach(name -> names.add(prefix + name));
    }
}
