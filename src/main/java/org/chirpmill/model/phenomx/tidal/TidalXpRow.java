package org.chirpmill.model.phenomx.tidal;

import java.util.List;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomx.precession.PrecessionRow;

/**
 * Offsets in the row of a twisted (2, 2) mode with tides: the mode of the co-precessing frame, as {@link TidalXasRow}
 * says, though without the amplitudes of the polarizations, then its scale and the precession.
 */
public final class TidalXpRow {
    /** Strain per Hz of a unit of the mode's amplitude. */
    public static final int SCALE = TidalXasRow.SIZE;
    /** The precession, as {@link PrecessionRow} says. */
    public static final int PRECESSION = SCALE + 1;

    private TidalXpRow() {}

    static RowLayout layout() {
        return TidalXasRow.layout().followedBy(SCALE, "", new RowLayout(List.of("SCALE")))
            .followedBy(PRECESSION, "PRECESSION_", RowLayout.declaredBy(PrecessionRow.class));
    }
}
