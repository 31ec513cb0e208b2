package org.chirpmill.model.phenomx.pnr;

/**
 * Offsets in the block of a higher mode that says at which frequency f22 of the (2, 2) mode's angles it is twisted at
 * f, both in Hz: 2 f / m below the first join, MIDDLE_CONSTANT + MIDDLE_SLOPE f between the joins, f + UPPER_CONSTANT
 * above the second.
 */
public final class AngleMapRow {
    /** Up to this frequency, Hz, inclusive, f22 is 2 f / m. Larger than any where the map has no other part. */
    public static final int JOIN_1 = 0;
    /** Up to this frequency, Hz, inclusive, f22 is MIDDLE_CONSTANT + MIDDLE_SLOPE f. */
    public static final int JOIN_2 = 1;
    /** Hz. */
    public static final int MIDDLE_CONSTANT = 2;
    /** Slope between the joins. */
    public static final int MIDDLE_SLOPE = 3;
    /** Hz: how far the ringdown of (2, 2) lies above that of the mode. */
    public static final int UPPER_CONSTANT = 4;

    private AngleMapRow() {}
}
