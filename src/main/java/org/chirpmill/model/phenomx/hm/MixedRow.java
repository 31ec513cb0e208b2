package org.chirpmill.model.phenomx.hm;

/**
 * Offsets in the block that follows the (3, 2) mode's {@link ModeRow}: what its ringdown, a mixture, has more.
 */
final class MixedRow {
    /** Below this frequency (Hz) the spheroidal amplitude is sum_k CUBIC_k u^k, where u = (f - CENTRE) INVERSE_HALF. */
    static final int CUBIC_END = 0;
    static final int CUBIC_CENTRE = 1;
    static final int CUBIC_INVERSE_HALF = 2;
    static final int CUBIC_0 = 3;
    static final int CUBIC_1 = 4;
    static final int CUBIC_2 = 5;
    static final int CUBIC_3 = 6;

    /** h = (FROM_22 A_22 exp(i phase_22 + i TURN) + FROM_32 A_32 exp(i phase_32)) SCALE, TURN = constant + linear f. */
    static final int FROM_22_REAL = 7;
    static final int FROM_22_IMAGINARY = 8;
    static final int FROM_32_REAL = 9;
    static final int FROM_32_IMAGINARY = 10;
    static final int TURN_CONSTANT = 11;
    static final int TURN_LINEAR = 12;

    /** Below this frequency (Hz) A_22 is the ringdown's where the (2, 2) mode itself is not. */
    static final int ANSATZ_END = 13;
    /** Above this frequency (Hz) A_22 is zero. */
    static final int CUTOFF_22 = 14;

    private MixedRow() {}
}
