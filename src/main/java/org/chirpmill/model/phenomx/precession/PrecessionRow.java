package org.chirpmill.model.phenomx.precession;

/**
 * Offsets in the precession's coefficient row, a block that XP's and XPHM's rows embed. Units of the total mass, spins
 * of its square; v = (2 pi M f / m')^(1/3); averages and symbols as in {@link SpinNutation} and {@link SecularRates}.
 */
public final class PrecessionRow {
    /**
     * 1 where the two-spin (MSA) angles hold, 0 where the single-spin (NNLO) ones do, be it that a table has them;
     * {@link Precession#INTEGRATED} where a table has integrated ones.
     */
    public static final int TWO_SPIN = 0;
    /** v over the cube root of f in Hz for m' = 1, s^(1/3); m' = 2, 3, 4 follow. */
    public static final int VELOCITY_1 = 1;
    public static final int VELOCITY_2 = 2;
    public static final int VELOCITY_3 = 3;
    public static final int VELOCITY_4 = 4;
    /** Natural logarithm of v minus a third of that of f in Hz for m' = 1; m' = 2, 3, 4 follow. */
    public static final int LOG_VELOCITY_1 = 5;
    public static final int LOG_VELOCITY_2 = 6;
    public static final int LOG_VELOCITY_3 = 7;
    public static final int LOG_VELOCITY_4 = 8;

    /** Constant of alpha, rad: alpha0 minus phi_z at the reference frequency. */
    public static final int ALPHA_CONSTANT = 9;
    /** Constant of epsilon, rad. */
    public static final int EPSILON_CONSTANT = 10;

    /** 1 where the integrals of phi_z need their closed form, 0 where their series in the spin suffices. */
    static final int CLOSED_FORM = 11;
    /** phi_z as K (sum of PHI_K_n v^n) + PHI_LOG_1 log1 + PHI_LOG_2 log2, with K = v |J|. */
    static final int PHI_K_MINUS_3 = 12;
    static final int PHI_K_MINUS_2 = 13;
    static final int PHI_K_MINUS_1 = 14;
    static final int PHI_K_0 = 15;
    static final int PHI_K_1 = 16;
    static final int PHI_LOG_1 = 17;
    static final int PHI_LOG_2 = 18;

    /** phi_z, or alpha of the single-spin angles, as sum of PHI_n v^n, n = -3..12, with log v in the place of v^0. */
    static final int PHI_MINUS_3 = 19;
    static final int PHI_MINUS_2 = 20;
    static final int PHI_MINUS_1 = 21;
    static final int PHI_LOG = 22;
    static final int PHI_1 = 23;
    static final int PHI_2 = 24;
    static final int PHI_3 = 25;
    static final int PHI_4 = 26;
    static final int PHI_5 = 27;
    static final int PHI_6 = 28;
    static final int PHI_7 = 29;
    static final int PHI_8 = 30;
    static final int PHI_9 = 31;
    static final int PHI_10 = 32;
    static final int PHI_11 = 33;
    static final int PHI_12 = 34;

    /** zeta, or epsilon of the single-spin angles, as sum of ZETA_n v^n, n = -3..1, with log v in the place of v^0. */
    static final int ZETA_MINUS_3 = 35;
    static final int ZETA_MINUS_2 = 36;
    static final int ZETA_MINUS_1 = 37;
    static final int ZETA_LOG = 38;
    static final int ZETA_1 = 39;

    /** L = (ETA / v)(1 + sum of MOMENTUM_k v^k, k = 2..6) for the opening angle. */
    static final int ETA = 40;
    static final int MOMENTUM_2 = 41;
    static final int MOMENTUM_3 = 42;
    static final int MOMENTUM_4 = 43;
    static final int MOMENTUM_5 = 44;
    static final int MOMENTUM_6 = 45;
    /** The total spin along L, on average. */
    static final int ALONG = 46;
    /** The total spin in the orbital plane, on average, squared. */
    static final int PERP_SQUARED = 47;
    /** The square root of the average S^2. */
    static final int NORM = 48;

    /** 1 where S nutates, 0 where a spin is aligned and S stays. */
    static final int NUTATES = 49;
    /** S^2 minus its average where S stays; where it nutates, S^2 at the reference frequency minus its average. */
    static final int NORM_OFFSET = 50;
    /** Mass ratio, at most 1, and 1 minus it. */
    static final int RATIO = 51;
    static final int GAP = 52;
    /** How the base of {@link NutationCubic} moves: shift = BASE_SHIFT_0 + BASE_SHIFT_1 v. */
    static final int BASE_SHIFT_0 = 53;
    static final int BASE_SHIFT_1 = 54;
    /** S1 and S2 along L at the base without shift: at the reference frequency. */
    static final int ALONG_ONE = 55;
    static final int ALONG_TWO = 56;
    /** Their parts in the plane there: squares, scalar product and square of the cross product. */
    static final int PERP_ONE_SQUARED = 57;
    static final int PERP_TWO_SQUARED = 58;
    static final int PERP_PRODUCT = 59;
    static final int PERP_CROSS_SQUARED = 60;
    /** |S2 + RATIO S1|^2 there. */
    static final int WEIGHED_NORM_SQUARED = 61;
    /** Phase of the nutation as PHASE_3 v^-3 + PHASE_2 v^-2 + PHASE_1 / v + PHASE_0. */
    static final int PHASE_3 = 62;
    static final int PHASE_2 = 63;
    static final int PHASE_1 = 64;
    static final int PHASE_0 = 65;

    /** Cosine and sine of twice the angle between the wave frame's and J's polarizations. */
    static final int POLARIZATION_COS = 66;
    static final int POLARIZATION_SIN = 67;
    /** Half the harmonics of weight -2 at thetaJN, times (-1)^l sqrt(binomial(2 l, l + m)), m = -2..2. */
    static final int HARMONIC_2 = 68;
    static final int HARMONIC_2_1 = 69;
    static final int HARMONIC_2_2 = 70;
    static final int HARMONIC_2_3 = 71;
    static final int HARMONIC_2_4 = 72;
    /** The same of l = 3, m = -3..3. */
    static final int HARMONIC_3 = 73;
    static final int HARMONIC_3_1 = 74;
    static final int HARMONIC_3_2 = 75;
    static final int HARMONIC_3_3 = 76;
    static final int HARMONIC_3_4 = 77;
    static final int HARMONIC_3_5 = 78;
    static final int HARMONIC_3_6 = 79;
    /** The same of l = 4, m = -4..4. */
    static final int HARMONIC_4 = 80;
    static final int HARMONIC_4_1 = 81;
    static final int HARMONIC_4_2 = 82;
    static final int HARMONIC_4_3 = 83;
    static final int HARMONIC_4_4 = 84;
    static final int HARMONIC_4_5 = 85;
    static final int HARMONIC_4_6 = 86;
    static final int HARMONIC_4_7 = 87;
    static final int HARMONIC_4_8 = 88;

    /** How far from this block's start the angles' table begins, laid out as {@link AngleTableRow}; 0 for none. */
    public static final int TABLE = 89;

    private PrecessionRow() {}
}
