package org.chirpmill.model.taylorf2;

/**
 * Offsets in TaylorF2's coefficient row. The phase is a polynomial in c = f^(1/3), f in Hz, the total mass absorbed:
 * phase = c^-5 (PHASE_0 + PHASE_2 c^2 + ... + PHASE_14 c^14) + log f (LOG_5 + LOG_6 c).
 */
final class TaylorF2Row {
    /** Amplitude of h_plus over f^(-7/6), Hz^(1/6): strain per Hz at optimal orientation, signed. */
    static final int PLUS_AMPLITUDE = 0;
    /** The same of i h_cross. */
    static final int CROSS_AMPLITUDE = 1;
    static final int PHASE_0 = 2;
    static final int PHASE_2 = 3;
    static final int PHASE_3 = 4;
    static final int PHASE_4 = 5;
    static final int PHASE_5 = 6;
    static final int PHASE_6 = 7;
    static final int PHASE_7 = 8;
    static final int PHASE_10 = 9;
    static final int PHASE_12 = 10;
    static final int PHASE_13 = 11;
    static final int PHASE_14 = 12;
    static final int LOG_5 = 13;
    static final int LOG_6 = 14;

    private TaylorF2Row() {}
}
