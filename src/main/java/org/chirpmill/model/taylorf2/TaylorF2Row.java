package org.chirpmill.model.taylorf2;

/**
 * Offsets in TaylorF2's coefficient row. The phase of exp(i phase) is a polynomial in c = f^(1/3), f in Hz, the total
 * mass absorbed: phase = c^-5 (PHASE_0 + PHASE_2 c^2 + ... + PHASE_14 c^14) + log f (LOG_5 + LOG_6 c).
 */
final class TaylorF2Row {
    /** The last frequency, Hz, that is not zero. */
    static final int CUTOFF = 0;
    /** Amplitude of h_plus over f^(-7/6), Hz^(1/6): strain per Hz at optimal orientation, signed. */
    static final int PLUS_AMPLITUDE = 1;
    /** The same of i h_cross. */
    static final int CROSS_AMPLITUDE = 2;
    static final int PHASE_0 = 3;
    static final int PHASE_2 = 4;
    static final int PHASE_3 = 5;
    static final int PHASE_4 = 6;
    static final int PHASE_5 = 7;
    static final int PHASE_6 = 8;
    static final int PHASE_7 = 9;
    static final int PHASE_10 = 10;
    static final int PHASE_12 = 11;
    static final int PHASE_13 = 12;
    static final int PHASE_14 = 13;
    static final int LOG_5 = 14;
    static final int LOG_6 = 15;

    private TaylorF2Row() {}
}
