package org.chirpmill.model.phenomnsbh;

/**
 * Offsets in the part of IMRPhenomNSBH's coefficient row that is not shared with other models. Frequencies are in Hz
 * with the total mass absorbed into the coefficients; c stands for f^(1/3).
 */
final class NsbhRow {
    /** The last frequency, Hz, that is not zero. */
    static final int END = 0;
    /** Amplitude of h_plus over f^(-7/6), Hz^(1/6): strain per Hz, negative face on. */
    static final int PLUS_AMPLITUDE = 1;
    /** The same of i h_cross. */
    static final int CROSS_AMPLITUDE = 2;

    /** The rate at which the frequency grows: 1 + RATE_2 c^2 + ... + RATE_7 c^7 + RATE_LOG c^6 log f. */
    static final int RATE_2 = 3;
    static final int RATE_3 = 4;
    static final int RATE_4 = 5;
    static final int RATE_5 = 6;
    static final int RATE_6 = 7;
    static final int RATE_7 = 8;
    static final int RATE_LOG = 9;

    /** The inspiral's amplitude: 1 + REAL_2 c^2 + ... + REAL_6 c^6 + REAL_LOG c^6 log f */
    static final int REAL_2 = 10;
    static final int REAL_3 = 11;
    static final int REAL_4 = 12;
    static final int REAL_5 = 13;
    static final int REAL_6 = 14;
    static final int REAL_LOG = 15;
    /** + i (IMAGINARY_5 c^5 + IMAGINARY_6 c^6), over the root of the rate. */
    static final int IMAGINARY_5 = 16;
    static final int IMAGINARY_6 = 17;

    /** The premerger's amplitude is PREMERGER f^2. */
    static final int PREMERGER = 18;

    /** The ringdown's is RINGDOWN_HEIGHT / ((f - RINGDOWN)^2 + RINGDOWN_WIDTH_SQUARED); 0 where the star is torn. */
    static final int RINGDOWN = 19;
    static final int RINGDOWN_WIDTH_SQUARED = 20;
    static final int RINGDOWN_HEIGHT = 21;

    /** The windows of the three are 1 / (1 + exp(+-STEEPNESS (f - where they are a half))), Hz. */
    static final int STEEPNESS = 22;
    static final int INSPIRAL_END = 23;
    static final int PREMERGER_END = 24;
    static final int RINGDOWN_START = 25;

    /** The {@link MergerType}'s place. */
    static final int MERGER_TYPE = 26;

    private NsbhRow() {}
}
