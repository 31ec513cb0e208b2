package org.chirpmill.model.phenomx.pnr;

import org.chirpmill.model.RowLayout;
import org.chirpmill.model.phenomx.hm.FirstReleaseRow;
import org.chirpmill.model.phenomx.hm.HigherMode;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;

/**
 * Offsets of the blocks in IMRPhenomXO4a's and IMRPhenomXPNR's coefficient row: the modes of the co-precessing frame,
 * as {@link FirstReleaseRow} says; the precession, as {@link PrecessionRow} says, whose table of angles comes last; at
 * which frequency of the (2, 2) mode's angles each higher mode is twisted, as {@link AngleMapRow} says; the
 * antisymmetric part of the (2, 2) mode, as {@link AntisymmetricRow} says. The table of angles ends the row: the number
 * {@code PrecessionRow.TABLE} is {@link #TABLE} - {@link #PRECESSION}.
 */
public final class PnrRow {
    /** The modes of the co-precessing frame. */
    public static final int MODES = 0;
    /** The frame of J, its harmonics and the scale of the angles' argument. */
    public static final int PRECESSION = FirstReleaseRow.SIZE;
    private static final int MAP_SIZE = 5;
    /** Where the angles of (2, 1) are looked up. */
    public static final int MAP_L2M1 = PRECESSION + Precession.ROW_SIZE;
    /** Where the angles of (3, 3) are looked up. */
    public static final int MAP_L3M3 = MAP_L2M1 + MAP_SIZE;
    /** Where the angles of (3, 2) are looked up. */
    public static final int MAP_L3M2 = MAP_L3M3 + MAP_SIZE;
    /** Where the angles of (4, 4) are looked up. */
    public static final int MAP_L4M4 = MAP_L3M2 + MAP_SIZE;
    /** The antisymmetric part of (2, 2). */
    public static final int ANTISYMMETRIC = MAP_L4M4 + MAP_SIZE;
    /** The table of the angles alpha, epsilon and beta of (2, 2), at which the row ends. */
    public static final int TABLE = ANTISYMMETRIC + AntisymmetricRow.SIZE;

    private PnrRow() {}

    /** Where the block that says where a mode's angles are looked up begins. */
    static int map(HigherMode mode) {
        return switch (mode) {
            case L2M1 -> MAP_L2M1;
            case L3M3 -> MAP_L3M3;
            case L3M2 -> MAP_L3M2;
            case L4M4 -> MAP_L4M4;
        };
    }

    /** Names of all coefficients before the table of angles. */
    static RowLayout layoutBeforeTable() {
        RowLayout map = RowLayout.declaredBy(AngleMapRow.class);
        return new RowLayout(FirstReleaseRow.names())
            .followedBy(PRECESSION, "PRECESSION_", RowLayout.declaredBy(PrecessionRow.class))
            .followedBy(MAP_L2M1, "MAP_L2M1_", map)
            .followedBy(MAP_L3M3, "MAP_L3M3_", map)
            .followedBy(MAP_L3M2, "MAP_L3M2_", map)
            .followedBy(MAP_L4M4, "MAP_L4M4_", map)
            .followedBy(ANTISYMMETRIC, "ANTISYMMETRIC_", AntisymmetricRow.layout());
    }
}
