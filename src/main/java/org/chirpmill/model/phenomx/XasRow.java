package org.chirpmill.model.phenomx;

/**
 * Offsets in IMRPhenomXAS's coefficient row. Frequencies are in Hz with the total mass absorbed into the
 * coefficients; c stands for f^(1/3).
 */
public final class XasRow {
    /** Bins above this frequency (Hz) are zero. */
    public static final int CUTOFF = 0;
    /** h_plus = PLUS_AMPLITUDE A exp(i phase), Hz^(1/6) times strain per Hz. */
    public static final int PLUS_AMPLITUDE = 1;
    /** h_cross = -i CROSS_AMPLITUDE A exp(i phase). */
    public static final int CROSS_AMPLITUDE = 2;
    /** The (2, 2) quasi-normal mode, Hz: the centre of every Lorentzian. */
    public static final int RINGDOWN = 3;

    /** Below this frequency (Hz) A is f^(-7/6) (1 + sum_k INSPIRAL_k c^k), k = 2..9. */
    public static final int AMPLITUDE_JOIN_1 = 4;
    public static final int INSPIRAL_2 = 5;
    public static final int INSPIRAL_3 = 6;
    public static final int INSPIRAL_4 = 7;
    public static final int INSPIRAL_5 = 8;
    public static final int INSPIRAL_6 = 9;
    public static final int INSPIRAL_7 = 10;
    public static final int INSPIRAL_8 = 11;
    public static final int INSPIRAL_9 = 12;

    /** Below this frequency (Hz) 1/A is Newton's polynomial on the nodes join 1 (twice), middle, join 2 (twice). */
    public static final int AMPLITUDE_JOIN_2 = 13;
    public static final int AMPLITUDE_MIDDLE = 14;
    public static final int NEWTON_0 = 15;
    public static final int NEWTON_1 = 16;
    public static final int NEWTON_2 = 17;
    public static final int NEWTON_3 = 18;
    public static final int NEWTON_4 = 19;

    /** Above, A is f^(-7/6) height exp(-slope (f - RINGDOWN)) / ((f - RINGDOWN)^2 + WIDTH^2), all in Hz. */
    public static final int MERGER_WIDTH_SQUARED = 20;
    public static final int MERGER_SLOPE = 21;
    public static final int MERGER_HEIGHT = 22;

    /** Below this frequency (Hz) the phase is sum_k PHASE_k c^k + log f (LOG_0 + LOG_1 c + LOG_3 c^3). */
    public static final int PHASE_JOIN_1 = 23;
    public static final int PHASE_MINUS_5 = 24;
    public static final int PHASE_MINUS_3 = 25;
    public static final int PHASE_MINUS_2 = 26;
    public static final int PHASE_MINUS_1 = 27;
    public static final int PHASE_0 = 28;
    public static final int PHASE_1 = 29;
    public static final int PHASE_2 = 30;
    public static final int PHASE_3 = 31;
    public static final int PHASE_4 = 32;
    public static final int PHASE_5 = 33;
    public static final int PHASE_6 = 34;
    public static final int LOG_0 = 35;
    public static final int LOG_1 = 36;
    public static final int LOG_3 = 37;

    /**
     * Below this frequency (Hz) the phase is constant + linear f + logarithmic log f + inverse / f + INVERSE_2 / f^2
     * + INVERSE_3 / f^3 + ARCTAN atan((f - RINGDOWN) INVERSE_WIDTH).
     */
    public static final int PHASE_JOIN_2 = 38;
    public static final int INTERMEDIATE_CONSTANT = 39;
    public static final int INTERMEDIATE_LINEAR = 40;
    public static final int INTERMEDIATE_LOG = 41;
    public static final int INTERMEDIATE_INVERSE = 42;
    public static final int INTERMEDIATE_INVERSE_2 = 43;
    public static final int INTERMEDIATE_INVERSE_3 = 44;
    public static final int INTERMEDIATE_ARCTAN = 45;
    public static final int INTERMEDIATE_INVERSE_WIDTH = 46;

    /** Above, constant + linear f + TWO_THIRDS c^2 + inverse / f + INVERSE_3 / f^3 + the arctangent likewise. */
    public static final int RINGDOWN_CONSTANT = 47;
    public static final int RINGDOWN_LINEAR = 48;
    public static final int RINGDOWN_TWO_THIRDS = 49;
    public static final int RINGDOWN_INVERSE = 50;
    public static final int RINGDOWN_INVERSE_3 = 51;
    public static final int RINGDOWN_ARCTAN = 52;
    public static final int RINGDOWN_INVERSE_WIDTH = 53;

    private XasRow() {}
}
