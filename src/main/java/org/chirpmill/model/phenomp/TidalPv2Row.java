package org.chirpmill.model.phenomp;

import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomd.tidal.TidalDRow;

/**
 * Offsets in IMRPhenomPv2_NRTidalv2's coefficient row: the mode of the co-precessing frame, as {@link TidalDRow} says,
 * though without the amplitudes of the polarizations, then its twist.
 */
public final class TidalPv2Row {
    /** The twist, as {@link Pv2TwistRow} says. */
    public static final int TWIST = TidalDRow.SIZE;

    private TidalPv2Row() {}

    static RowLayout layout() {
        return TidalDRow.layout().followedBy(TWIST, "TWIST_", Pv2TwistRow.layout());
    }
}
