package org.chirpmill.model.phenomx;

/**
 * Offsets in IMRPhenomXAS's coefficient row. Frequencies are in Hz with the total mass absorbed into the
 * coefficients; c stands for f^(1/3).
 */
final class XasRow {
    /** Bins above this frequency (Hz) are zero. */
    static final int CUTOFF = 0;
    /** h_plus = PLUS_AMPLITUDE A exp(i phase), Hz^(1/6) times strain per Hz. */
    static final int PLUS_AMPLITUDE = 1;
    /** h_cross = i CROSS_AMPLITUDE A exp(i phase). */
    static final int CROSS_AMPLITUDE = 2;
    /** The (2, 2) quasi-normal mode, Hz: the centre of every Lorentzian. */
    static final int RINGDOWN = 3;

    /** Below this frequency (Hz) A is f^(-7/6) (1 + sum_k INSPIRAL_k c^k), k = 2..9. */
    static final int AMPLITUDE_JOIN_1 = 4;
    static final int INSPIRAL_2 = 5;
    static final int INSPIRAL_3 = 6;
    static final int INSPIRAL_4 = 7;
    static final int INSPIRAL_5 = 8;
    static final int INSPIRAL_6 = 9;
    static final int INSPIRAL_7 = 10;
    static final int INSPIRAL_8 = 11;
    static final int INSPIRAL_9 = 12;

    /** Below this frequency (Hz) 1/A is Newton's polynomial on the nodes join 1 (twice), middle, join 2 (twice). */
    static final int AMPLITUDE_JOIN_2 = 13;
    static final int AMPLITUDE_MIDDLE = 14;
    static final int NEWTON_0 = 15;
    static final int NEWTON_1 = 16;
    static final int NEWTON_2 = 17;
    static final int NEWTON_3 = 18;
    static final int NEWTON_4 = 19;

    /** Above, A is f^(-7/6) height exp(-slope (f - RINGDOWN)) / ((f - RINGDOWN)^2 + WIDTH^2), all in Hz. */
    static final int MERGER_WIDTH_SQUARED = 20;
    static final int MERGER_SLOPE = 21;
    static final int MERGER_HEIGHT = 22;

    /** Below this frequency (Hz) the phase is sum_k PHASE_k c^k + log f (LOG_0 + LOG_1 c + LOG_3 c^3). */
    static final int PHASE_JOIN_1 = 23;
    static final int PHASE_MINUS_5 = 24;
    static final int PHASE_MINUS_3 = 25;
    static final int PHASE_MINUS_2 = 26;
    static final int PHASE_MINUS_1 = 27;
    static final int PHASE_0 = 28;
    static final int PHASE_1 = 29;
    static final int PHASE_2 = 30;
    static final int PHASE_3 = 31;
    static final int PHASE_4 = 32;
    static final int PHASE_5 = 33;
    static final int PHASE_6 = 34;
    static final int LOG_0 = 35;
    static final int LOG_1 = 36;
    static final int LOG_3 = 37;

    /**
     * Below this frequency (Hz) the phase is constant + linear f + logarithmic log f + inverse / f + INVERSE_2 / f^2
     * + INVERSE_3 / f^3 + ARCTAN atan((f - RINGDOWN) INVERSE_WIDTH).
     */
    static final int PHASE_JOIN_2 = 38;
    static final int INTERMEDIATE_CONSTANT = 39;
    static final int INTERMEDIATE_LINEAR = 40;
    static final int INTERMEDIATE_LOG = 41;
    static final int INTERMEDIATE_INVERSE = 42;
    static final int INTERMEDIATE_INVERSE_2 = 43;
    static final int INTERMEDIATE_INVERSE_3 = 44;
    static final int INTERMEDIATE_ARCTAN = 45;
    static final int INTERMEDIATE_INVERSE_WIDTH = 46;

    /** Above, constant + linear f + TWO_THIRDS c^2 + inverse / f + INVERSE_3 / f^3 + the arctangent likewise. */
    static final int RINGDOWN_CONSTANT = 47;
    static final int RINGDOWN_LINEAR = 48;
    static final int RINGDOWN_TWO_THIRDS = 49;
    static final int RINGDOWN_INVERSE = 50;
    static final int RINGDOWN_INVERSE_3 = 51;
    static final int RINGDOWN_ARCTAN = 52;
    static final int RINGDOWN_INVERSE_WIDTH = 53;

    private XasRow() {}
}
