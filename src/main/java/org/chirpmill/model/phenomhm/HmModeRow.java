package org.chirpmill.model.phenomhm;

/**
 * Offsets in the coefficients of one mode of IMRPhenomHM, before those of IMRPhenomD that it is made from. A frequency
 * f in Hz stands for x = slope f + intercept, one slope (s) and intercept in the inspiral, between and in the ringdown,
 * for amplitudes and for phases; of IMRPhenomD, frequencies are x.
 */
final class HmModeRow {
    /** Up to this frequency (Hz) amplitudes take the inspiral's line. */
    static final int AMPLITUDE_INSPIRAL_END = 0;
    /** Above this one, Hz, the ringdown's. */
    static final int AMPLITUDE_RINGDOWN_START = 1;
    static final int AMPLITUDE_INSPIRAL_SLOPE = 2;
    static final int AMPLITUDE_INSPIRAL_INTERCEPT = 3;
    static final int AMPLITUDE_INTERMEDIATE_SLOPE = 4;
    static final int AMPLITUDE_INTERMEDIATE_INTERCEPT = 5;
    static final int AMPLITUDE_RINGDOWN_SLOPE = 6;
    static final int AMPLITUDE_RINGDOWN_INTERCEPT = 7;

    /** Up to this frequency (Hz) phases take the inspiral's line. */
    static final int PHASE_INSPIRAL_END = 8;
    /** Above this one, Hz, the ringdown's. */
    static final int PHASE_RINGDOWN_START = 9;
    /** The phase is FACTOR times IMRPhenomD's at x, and CONSTANT, rad. */
    static final int PHASE_INSPIRAL_SLOPE = 10;
    static final int PHASE_INSPIRAL_INTERCEPT = 11;
    static final int PHASE_INSPIRAL_FACTOR = 12;
    static final int PHASE_INSPIRAL_CONSTANT = 13;
    static final int PHASE_INTERMEDIATE_SLOPE = 14;
    static final int PHASE_INTERMEDIATE_INTERCEPT = 15;
    static final int PHASE_INTERMEDIATE_FACTOR = 16;
    static final int PHASE_INTERMEDIATE_CONSTANT = 17;
    static final int PHASE_RINGDOWN_SLOPE = 18;
    static final int PHASE_RINGDOWN_INTERCEPT = 19;
    static final int PHASE_RINGDOWN_FACTOR = 20;
    static final int PHASE_RINGDOWN_CONSTANT = 21;

    /** What makes powers of f those of the inspiral's x: slope^(1/3), slope^(-7/6), slope^(-5/3), log slope. */
    static final int CUBE_ROOT = 22;
    static final int NEWTONIAN = 23;
    static final int LEADING = 24;
    static final int LOGARITHM = 25;

    /** H(c) = |sum_k INSPIRAL_k c^k + i INSPIRAL_IMAGINARY_4 c^4|, c = x^(1/3), in the inspiral. */
    static final int INSPIRAL_0 = 26;
    static final int INSPIRAL_1 = 27;
    static final int INSPIRAL_2 = 28;
    static final int INSPIRAL_3 = 29;
    static final int INSPIRAL_4 = 30;
    static final int INSPIRAL_IMAGINARY_4 = 31;
    /** (2 / m)^(1/3). */
    static final int RATIO = 32;

    private HmModeRow() {}
}
