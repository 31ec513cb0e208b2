package org.chirpmill.model.phenomp;

import java.util.ArrayList;
import java.util.List;
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
        List<String> names = new ArrayList<>(RowLayout.declaredBy(PhenomDRow.class).names());
        if (names.size() != TWIST) {
            throw new IllegalStateException("PhenomDRow holds " + names.size() + " coefficients, not " + TWIST);
        }
        Pv2TwistRow.names().forEach(name -> names.add("TWIST_" + name));
        return new RowLayout(List.copyOf(names));
    }
}
