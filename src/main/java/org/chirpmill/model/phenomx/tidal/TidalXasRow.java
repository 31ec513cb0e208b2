package org.chirpmill.model.phenomx.tidal;

import java.util.ArrayList;
import java.util.List;
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
        List<String> names = new ArrayList<>(RowLayout.declaredBy(XasRow.class).names());
        if (names.size() != TIDES) {
            throw new IllegalStateException("XasRow holds " + names.size() + " coefficients, not " + TIDES);
        }
        RowLayout.declaredBy(TideRow.class).names().forEach(name -> names.add("TIDES_" + name));
        return new RowLayout(List.copyOf(names));
    }
}
