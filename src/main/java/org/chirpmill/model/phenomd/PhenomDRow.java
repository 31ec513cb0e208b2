package org.chirpmill.model.phenomd;

/**
 * Offsets in IMRPhenomD's coefficient row. Frequencies are in Hz with the total mass absorbed into the coefficients;
 * c stands for f^(1/3).
 */
public final class PhenomDRow {
    /** The last frequency, Hz, that is not zero; negative where all are. */
    public static final int CUTOFF = 0;
    /** Amplitude of h_plus over f^(-7/6), Hz^(1/6): strain per Hz. */
    public static final int PLUS_AMPLITUDE = 1;
    /** The same of i h_cross. */
    public static final int CROSS_AMPLITUDE = 2;

    /** Below this frequency (Hz) the amplitude is 1 + sum_k INSPIRAL_k c^k, k = 2..9. */
    public static final int AMPLITUDE_JOIN_1 = 3;
    public static final int INSPIRAL_2 = 4;
    public static final int INSPIRAL_3 = 5;
    public static final int INSPIRAL_4 = 6;
    public static final int INSPIRAL_5 = 7;
    public static final int INSPIRAL_6 = 8;
    public static final int INSPIRAL_7 = 9;
    public static final int INSPIRAL_8 = 10;
    public static final int INSPIRAL_9 = 11;

    /** Below this frequency (Hz) the amplitude is Newton's polynomial on the nodes join 1 (twice), middle, join 2. */
    public static final int AMPLITUDE_JOIN_2 = 12;
    public static final int AMPLITUDE_MIDDLE = 13;
    public static final int NEWTON_0 = 14;
    public static final int NEWTON_1 = 15;
    public static final int NEWTON_2 = 16;
    public static final int NEWTON_3 = 17;
    public static final int NEWTON_4 = 18;

    /** Above, height exp(-slope (f - RINGDOWN)) / ((f - RINGDOWN)^2 + WIDTH^2), all in Hz. */
    public static final int RINGDOWN = 19;
    public static final int RINGDOWN_WIDTH_SQUARED = 20;
    public static final int RINGDOWN_SLOPE = 21;
    public static final int RINGDOWN_HEIGHT = 22;

    /** Below this frequency (Hz) the phase of exp(i phase) is sum_k PHASE_k c^k + log f (LOG_0 + LOG_1 c). */
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

    /** Below this frequency (Hz) the phase is constant + linear f + cubic / f^3 + logarithmic log f. */
    public static final int PHASE_JOIN_2 = 37;
    public static final int INTERMEDIATE_CONSTANT = 38;
    public static final int INTERMEDIATE_LINEAR = 39;
    public static final int INTERMEDIATE_CUBIC = 40;
    public static final int INTERMEDIATE_LOG = 41;

    /** Above, constant + linear f + inverse / f + POWER f^(3/4) + ARCTAN atan((f - CENTRE) INVERSE_DAMPING). */
    public static final int MERGER_CONSTANT = 42;
    public static final int MERGER_LINEAR = 43;
    public static final int MERGER_INVERSE = 44;
    public static final int MERGER_POWER = 45;
    public static final int MERGER_ARCTAN = 46;
    public static final int MERGER_CENTRE = 47;
    public static final int MERGER_INVERSE_DAMPING = 48;

    private PhenomDRow() {}
}
