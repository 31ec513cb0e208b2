package org.chirpmill.model.phenomp;

import java.util.List;
import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;

/** Offsets in the block of coefficients by which a (2, 2) mode of the co-precessing frame becomes polarizations. */
public final class Pv2TwistRow {
    /** Strain per Hz of a unit of the mode's amplitude. */
    public static final int SCALE = 0;
    /** The opening angle beta has kinks here, Hz; infinite where it has none. */
    public static final int KINK_1 = 1;
    public static final int KINK_2 = 2;
    /** The angles and the observer, as {@link PrecessionRow} says. */
    public static final int PRECESSION = 3;
    /** How many coefficients there are. */
    public static final int SIZE = PRECESSION + Precession.ROW_SIZE;

    private Pv2TwistRow() {}

    static RowLayout layout() {
        return new RowLayout(List.of("SCALE", "KINK_1", "KINK_2"))
            .followedBy(PRECESSION, "PRECESSION_", RowLayout.declaredBy(PrecessionRow.class));
    }
}
