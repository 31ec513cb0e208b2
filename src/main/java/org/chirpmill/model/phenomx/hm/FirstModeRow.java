package org.chirpmill.model.phenomx.hm;

/**
 * Offsets in the block that a mode of IMRPhenomXHM's first release, 122019, has beside its {@link ModeRow}, in which
 * the amplitude means something else then; c stands for f^(1/3):
 * <ul>
 * <li>below AMPLITUDE_JOIN_1 A = f^(-7/6) (|sum_k (REAL_k + i IMAGINARY_k) c^k| / sqrt(D) + sum_k CALIBRATED_k c^k),
 * D = 1 + sum_k DENOMINATOR_k c^k + DENOMINATOR_LOG c^6 log f;
 * <li>below SPLIT, which mostly lies below that join, A = 1 / sum_k EARLY_k u^k, u = (f - CENTRE) INVERSE_HALF;
 * <li>below AMPLITUDE_JOIN_2 A = 1 / sum_k INTERMEDIATE_k u^k, k to 5;
 * <li>above, A = f^(-5/4) times the Lorentzian with decay; FALLOFF and its neighbours are not used.
 * </ul>
 */
final class FirstModeRow {
    static final int SPLIT = 0;
    static final int EARLY_CENTRE = 1;
    static final int EARLY_INVERSE_HALF = 2;
    static final int EARLY_0 = 3;
    static final int EARLY_1 = 4;
    static final int EARLY_2 = 5;
    static final int EARLY_3 = 6;
    static final int EARLY_4 = 7;
    static final int DENOMINATOR_2 = 8;
    static final int DENOMINATOR_3 = 9;
    static final int DENOMINATOR_4 = 10;
    static final int DENOMINATOR_5 = 11;
    static final int DENOMINATOR_6 = 12;
    static final int DENOMINATOR_7 = 13;
    static final int DENOMINATOR_LOG = 14;

    private FirstModeRow() {}
}
