package org.chirpmill.model.phenomx.hm;

/**
 * Offsets in the block of coefficients of one higher mode. Frequencies are in Hz with the total mass absorbed into the
 * coefficients; c stands for f^(1/3).
 */
public final class ModeRow {
    /** Strain per Hz of a unit of amplitude, with the sign (-1)^l. */
    public static final int SCALE = 0;

    /** Below this frequency (Hz) A = f^(-7/6) (|sum_k (REAL_k + i IMAGINARY_k) c^k| + sum_k CALIBRATED_k c^k). */
    static final int AMPLITUDE_JOIN_1 = 1;
    static final int REAL_1 = 2;
    static final int REAL_2 = 3;
    static final int REAL_3 = 4;
    static final int REAL_4 = 5;
    static final int REAL_5 = 6;
    static final int REAL_6 = 7;
    static final int IMAGINARY_4 = 8;
    static final int IMAGINARY_5 = 9;
    static final int IMAGINARY_6 = 10;
    static final int CALIBRATED_7 = 11;
    static final int CALIBRATED_8 = 12;
    static final int CALIBRATED_9 = 13;

    /** Below this frequency (Hz) A = f^(-7/6) sum_k INTERMEDIATE_k u^k, where u = (f - CENTRE) INVERSE_HALF. */
    static final int AMPLITUDE_JOIN_2 = 14;
    static final int INTERMEDIATE_CENTRE = 15;
    static final int INTERMEDIATE_INVERSE_HALF = 16;
    static final int INTERMEDIATE_0 = 17;
    static final int INTERMEDIATE_1 = 18;
    static final int INTERMEDIATE_2 = 19;
    static final int INTERMEDIATE_3 = 20;
    static final int INTERMEDIATE_4 = 21;
    static final int INTERMEDIATE_5 = 22;
    static final int INTERMEDIATE_6 = 23;
    static final int INTERMEDIATE_7 = 24;

    /** Above, A = height exp(-slope (f - RINGDOWN)) / ((f - RINGDOWN)^2 + WIDTH^2), all in Hz. */
    static final int RINGDOWN = 25;
    static final int LORENTZIAN_HEIGHT = 26;
    static final int LORENTZIAN_SLOPE = 27;
    static final int LORENTZIAN_WIDTH_SQUARED = 28;
    /** Above this frequency (Hz) A = height exp(-rate (f - FALLOFF)). */
    static final int FALLOFF = 29;
    static final int FALLOFF_HEIGHT = 30;
    static final int FALLOFF_RATE = 31;

    /** Below this frequency (Hz) the phase is sum_k PHASE_k c^k + log f (LOG_0 + LOG_1 c + LOG_3 c^3). */
    static final int PHASE_JOIN_1 = 32;
    static final int PHASE_MINUS_5 = 33;
    static final int PHASE_MINUS_3 = 34;
    static final int PHASE_MINUS_2 = 35;
    static final int PHASE_MINUS_1 = 36;
    static final int PHASE_0 = 37;
    static final int PHASE_1 = 38;
    static final int PHASE_2 = 39;
    static final int PHASE_3 = 40;
    static final int PHASE_4 = 41;
    static final int PHASE_5 = 42;
    static final int PHASE_6 = 43;
    static final int LOG_0 = 44;
    static final int LOG_1 = 45;
    static final int LOG_3 = 46;

    /** Below this frequency (Hz) it is a series in 1/f, a logarithm and ARCTAN atan((f - RINGDOWN) INVERSE_DAMPING). */
    static final int PHASE_JOIN_2 = 47;
    static final int SLOW_CONSTANT = 48;
    static final int SLOW_LINEAR = 49;
    static final int SLOW_LOG = 50;
    static final int SLOW_INVERSE = 51;
    static final int SLOW_INVERSE_2 = 52;
    static final int SLOW_INVERSE_3 = 53;
    static final int SLOW_ARCTAN = 54;
    static final int INVERSE_DAMPING = 55;

    /** Above, likewise; of the mixed mode this is the spheroidal phase. */
    static final int RINGDOWN_CONSTANT = 56;
    static final int RINGDOWN_LINEAR = 57;
    static final int RINGDOWN_INVERSE = 58;
    static final int RINGDOWN_INVERSE_3 = 59;
    static final int RINGDOWN_ARCTAN = 60;

    private ModeRow() {}
}
