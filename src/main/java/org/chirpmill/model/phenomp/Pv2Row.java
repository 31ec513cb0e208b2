package org.chirpmill.model.phenomp;

import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomd.PhenomDRow;

/**
 * Offsets in IMRPhenomPv2's coefficient row: the mode of the co-precessing frame, as {@link PhenomDRow} says, though
 * without the amplitudes of the polarizations, then its twist.
 */
public final class Pv2Row {
    /** The twist, as {@link Pv2TwistRow} says. */
    public static final int TWIST = 49;

    private Pv2Row() {}

    static RowLayout layout() {
        return RowLayout.declaredBy(PhenomDRow.class).followedBy(TWIST, "TWIST_", Pv2TwistRow.layout());
    }
}
