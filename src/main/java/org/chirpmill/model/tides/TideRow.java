package org.chirpmill.model.tides;

/**
 * Offsets in the block of coefficients by which tides change a (2, 2) mode h = A exp(i phase) of black holes into
 * h = (A + f^(-7/6) T) W exp(i (phase + tides)). Frequencies are in Hz with the total mass absorbed into the
 * coefficients; c stands for f^(1/3). {@link TideBlock#clear} says what a block without tides holds.
 */
public final class TideRow {
    /** The stars merge at this frequency, Hz. */
    public static final int MERGER = 0;
    /** W is 1 up to here, Hz, */
    public static final int TAPER_START = 1;
    /** and 0 from here on: see {@link TideKernel#rise}. */
    public static final int TAPER_END = 2;

    /** T = STRENGTH c f^3 (1 + LINEAR c^2 + POWER f^(289/150)) / (1 + DAMPING f^2 c^2). */
    public static final int AMPLITUDE_STRENGTH = 3;
    public static final int AMPLITUDE_LINEAR = 4;
    public static final int AMPLITUDE_POWER = 5;
    public static final int AMPLITUDE_DAMPING = 6;

    /** The spins' quadrupoles and octupoles give QUADRUPOLE_MINUS_1 / c + QUADRUPOLE_1 c + QUADRUPOLE_2 c^2, rad. */
    public static final int QUADRUPOLE_MINUS_1 = 7;
    public static final int QUADRUPOLE_1 = 8;
    public static final int QUADRUPOLE_2 = 9;

    /** Both stars' Love numbers grow as k = CONSTANT + SLOPE f + HEIGHT / (1 + exp(EXPONENT - RATE f)). */
    public static final int LOVE_CONSTANT = 10;
    public static final int LOVE_SLOPE = 11;
    public static final int LOVE_HEIGHT = 12;
    public static final int LOVE_EXPONENT = 13;
    public static final int LOVE_RATE = 14;

    /**
     * The tuned phase, rad: c^5 k times the sum over two terms of STRENGTH (1 + N_2 c^2 + ... + N_6 c^6) / (1 + D_2 c^2
     * + D_3 c^3 + D_4 c^4).
     */
    public static final int FIRST_STRENGTH = 15;
    public static final int FIRST_N_2 = 16;
    public static final int FIRST_N_3 = 17;
    public static final int FIRST_N_4 = 18;
    public static final int FIRST_N_5 = 19;
    public static final int FIRST_N_6 = 20;
    public static final int FIRST_D_2 = 21;
    public static final int FIRST_D_3 = 22;
    public static final int FIRST_D_4 = 23;
    public static final int SECOND_STRENGTH = 24;
    public static final int SECOND_N_2 = 25;
    public static final int SECOND_N_3 = 26;
    public static final int SECOND_N_4 = 27;
    public static final int SECOND_N_5 = 28;
    public static final int SECOND_N_6 = 29;
    public static final int SECOND_D_2 = 30;
    public static final int SECOND_D_3 = 31;
    public static final int SECOND_D_4 = 32;

    /** Above this frequency, Hz, the tuned phase stays what it is there. */
    public static final int HELD_FROM = 33;
    /** Its cube root. */
    public static final int HELD_ROOT = 34;

    /** From here, Hz, on to BLEND_END the tuned phase gives way to c^5 (PN_0 + PN_2 c^2 + ... + PN_5 c^5), rad. */
    public static final int BLEND_START = 35;
    public static final int BLEND_END = 36;
    public static final int PN_0 = 37;
    public static final int PN_2 = 38;
    public static final int PN_3 = 39;
    public static final int PN_4 = 40;
    public static final int PN_5 = 41;

    private TideRow() {}
}
