// Offsets in the coefficient rows. Generated from the Java classes of the same names, which say what each
// coefficient is: mvn test -Dtest=RowHeaderTest -Dchirpmill.update
#pragma once

struct TaylorF2Row {
    enum : int {
        CUTOFF = 0,
        PLUS_AMPLITUDE = 1,
        CROSS_AMPLITUDE = 2,
        PHASE_0 = 3,
        PHASE_2 = 4,
        PHASE_3 = 5,
        PHASE_4 = 6,
        PHASE_5 = 7,
        PHASE_6 = 8,
        PHASE_7 = 9,
        PHASE_10 = 10,
        PHASE_12 = 11,
        PHASE_13 = 12,
        PHASE_14 = 13,
        LOG_5 = 14,
        LOG_6 = 15,
    };
};

struct PhenomDRow {
    enum : int {
        CUTOFF = 0,
        PLUS_AMPLITUDE = 1,
        CROSS_AMPLITUDE = 2,
        AMPLITUDE_JOIN_1 = 3,
        INSPIRAL_2 = 4,
        INSPIRAL_3 = 5,
        INSPIRAL_4 = 6,
        INSPIRAL_5 = 7,
        INSPIRAL_6 = 8,
        INSPIRAL_7 = 9,
        INSPIRAL_8 = 10,
        INSPIRAL_9 = 11,
        AMPLITUDE_JOIN_2 = 12,
        AMPLITUDE_MIDDLE = 13,
        NEWTON_0 = 14,
        NEWTON_1 = 15,
        NEWTON_2 = 16,
        NEWTON_3 = 17,
        NEWTON_4 = 18,
        RINGDOWN = 19,
        RINGDOWN_WIDTH_SQUARED = 20,
        RINGDOWN_SLOPE = 21,
        RINGDOWN_HEIGHT = 22,
        PHASE_JOIN_1 = 23,
        PHASE_MINUS_5 = 24,
        PHASE_MINUS_3 = 25,
        PHASE_MINUS_2 = 26,
        PHASE_MINUS_1 = 27,
        PHASE_0 = 28,
        PHASE_1 = 29,
        PHASE_2 = 30,
        PHASE_3 = 31,
        PHASE_4 = 32,
        PHASE_5 = 33,
        PHASE_6 = 34,
        LOG_0 = 35,
        LOG_1 = 36,
        PHASE_JOIN_2 = 37,
        INTERMEDIATE_CONSTANT = 38,
        INTERMEDIATE_LINEAR = 39,
        INTERMEDIATE_CUBIC = 40,
        INTERMEDIATE_LOG = 41,
        MERGER_CONSTANT = 42,
        MERGER_LINEAR = 43,
        MERGER_INVERSE = 44,
        MERGER_POWER = 45,
        MERGER_ARCTAN = 46,
        MERGER_CENTRE = 47,
        MERGER_INVERSE_DAMPING = 48,
    };
};

struct XasRow {
    enum : int {
        CUTOFF = 0,
        PLUS_AMPLITUDE = 1,
        CROSS_AMPLITUDE = 2,
        RINGDOWN = 3,
        AMPLITUDE_JOIN_1 = 4,
        INSPIRAL_2 = 5,
        INSPIRAL_3 = 6,
        INSPIRAL_4 = 7,
        INSPIRAL_5 = 8,
        INSPIRAL_6 = 9,
        INSPIRAL_7 = 10,
        INSPIRAL_8 = 11,
        INSPIRAL_9 = 12,
        AMPLITUDE_JOIN_2 = 13,
        AMPLITUDE_MIDDLE = 14,
        NEWTON_0 = 15,
        NEWTON_1 = 16,
        NEWTON_2 = 17,
        NEWTON_3 = 18,
        NEWTON_4 = 19,
        MERGER_WIDTH_SQUARED = 20,
        MERGER_SLOPE = 21,
        MERGER_HEIGHT = 22,
        PHASE_JOIN_1 = 23,
        PHASE_MINUS_5 = 24,
        PHASE_MINUS_3 = 25,
        PHASE_MINUS_2 = 26,
        PHASE_MINUS_1 = 27,
        PHASE_0 = 28,
        PHASE_1 = 29,
        PHASE_2 = 30,
        PHASE_3 = 31,
        PHASE_4 = 32,
        PHASE_5 = 33,
        PHASE_6 = 34,
        LOG_0 = 35,
        LOG_1 = 36,
        LOG_3 = 37,
        PHASE_JOIN_2 = 38,
        INTERMEDIATE_CONSTANT = 39,
        INTERMEDIATE_LINEAR = 40,
        INTERMEDIATE_LOG = 41,
        INTERMEDIATE_INVERSE = 42,
        INTERMEDIATE_INVERSE_2 = 43,
        INTERMEDIATE_INVERSE_3 = 44,
        INTERMEDIATE_ARCTAN = 45,
        INTERMEDIATE_INVERSE_WIDTH = 46,
        RINGDOWN_CONSTANT = 47,
        RINGDOWN_LINEAR = 48,
        RINGDOWN_TWO_THIRDS = 49,
        RINGDOWN_INVERSE = 50,
        RINGDOWN_INVERSE_3 = 51,
        RINGDOWN_ARCTAN = 52,
        RINGDOWN_INVERSE_WIDTH = 53,
    };
};

struct ModeRow {
    enum : int {
        SCALE = 0,
        AMPLITUDE_JOIN_1 = 1,
        REAL_1 = 2,
        REAL_2 = 3,
        REAL_3 = 4,
        REAL_4 = 5,
        REAL_5 = 6,
        REAL_6 = 7,
        IMAGINARY_4 = 8,
        IMAGINARY_5 = 9,
        IMAGINARY_6 = 10,
        CALIBRATED_7 = 11,
        CALIBRATED_8 = 12,
        CALIBRATED_9 = 13,
        AMPLITUDE_JOIN_2 = 14,
        INTERMEDIATE_CENTRE = 15,
        INTERMEDIATE_INVERSE_HALF = 16,
        INTERMEDIATE_0 = 17,
        INTERMEDIATE_1 = 18,
        INTERMEDIATE_2 = 19,
        INTERMEDIATE_3 = 20,
        INTERMEDIATE_4 = 21,
        INTERMEDIATE_5 = 22,
        INTERMEDIATE_6 = 23,
        INTERMEDIATE_7 = 24,
        RINGDOWN = 25,
        LORENTZIAN_HEIGHT = 26,
        LORENTZIAN_SLOPE = 27,
        LORENTZIAN_WIDTH_SQUARED = 28,
        FALLOFF = 29,
        FALLOFF_HEIGHT = 30,
        FALLOFF_RATE = 31,
        PHASE_JOIN_1 = 32,
        PHASE_MINUS_5 = 33,
        PHASE_MINUS_3 = 34,
        PHASE_MINUS_2 = 35,
        PHASE_MINUS_1 = 36,
        PHASE_0 = 37,
        PHASE_1 = 38,
        PHASE_2 = 39,
        PHASE_3 = 40,
        PHASE_4 = 41,
        PHASE_5 = 42,
        PHASE_6 = 43,
        LOG_0 = 44,
        LOG_1 = 45,
        LOG_3 = 46,
        PHASE_JOIN_2 = 47,
        SLOW_CONSTANT = 48,
        SLOW_LINEAR = 49,
        SLOW_LOG = 50,
        SLOW_INVERSE = 51,
        SLOW_INVERSE_2 = 52,
        SLOW_INVERSE_3 = 53,
        SLOW_ARCTAN = 54,
        INVERSE_DAMPING = 55,
        RINGDOWN_CONSTANT = 56,
        RINGDOWN_LINEAR = 57,
        RINGDOWN_INVERSE = 58,
        RINGDOWN_INVERSE_3 = 59,
        RINGDOWN_ARCTAN = 60,
    };
};

struct MixedRow {
    enum : int {
        CUBIC_END = 0,
        CUBIC_CENTRE = 1,
        CUBIC_INVERSE_HALF = 2,
        CUBIC_0 = 3,
        CUBIC_1 = 4,
        CUBIC_2 = 5,
        CUBIC_3 = 6,
        FROM_22_REAL = 7,
        FROM_22_IMAGINARY = 8,
        FROM_32_REAL = 9,
        FROM_32_IMAGINARY = 10,
        TURN_CONSTANT = 11,
        TURN_LINEAR = 12,
        ANSATZ_END = 13,
        CUTOFF_22 = 14,
    };
};

struct CoprecessingRow {
    enum : int {
        L2M2 = 0,
        XAS_SIZE = 54,
        L2M2_SCALE = 54,
        CUTOFF = 55,
        L2M1 = 56,
        MODE_SIZE = 61,
        L3M3 = 117,
        L3M2 = 178,
        MIXED = 239,
        MIXED_SIZE = 15,
        L4M4 = 254,
        SIZE = 315,
    };
};

struct XhmRow {
    enum : int {
        PLUS_22 = 315,
        CROSS_22 = 316,
        PLUS_21 = 317,
        CROSS_21 = 318,
        PLUS_33 = 319,
        CROSS_33 = 320,
        PLUS_32 = 321,
        CROSS_32 = 322,
        PLUS_44 = 323,
        CROSS_44 = 324,
    };
};

struct PrecessionRow {
    enum : int {
        TWO_SPIN = 0,
        VELOCITY_1 = 1,
        VELOCITY_2 = 2,
        VELOCITY_3 = 3,
        VELOCITY_4 = 4,
        LOG_VELOCITY_1 = 5,
        LOG_VELOCITY_2 = 6,
        LOG_VELOCITY_3 = 7,
        LOG_VELOCITY_4 = 8,
        ALPHA_CONSTANT = 9,
        EPSILON_CONSTANT = 10,
        CLOSED_FORM = 11,
        PHI_K_MINUS_3 = 12,
        PHI_K_MINUS_2 = 13,
        PHI_K_MINUS_1 = 14,
        PHI_K_0 = 15,
        PHI_K_1 = 16,
        PHI_LOG_1 = 17,
        PHI_LOG_2 = 18,
        PHI_MINUS_3 = 19,
        PHI_MINUS_2 = 20,
        PHI_MINUS_1 = 21,
        PHI_LOG = 22,
        PHI_1 = 23,
        PHI_2 = 24,
        PHI_3 = 25,
        PHI_4 = 26,
        PHI_5 = 27,
        PHI_6 = 28,
        PHI_7 = 29,
        PHI_8 = 30,
        PHI_9 = 31,
        PHI_10 = 32,
        PHI_11 = 33,
        PHI_12 = 34,
        ZETA_MINUS_3 = 35,
        ZETA_MINUS_2 = 36,
        ZETA_MINUS_1 = 37,
        ZETA_LOG = 38,
        ZETA_1 = 39,
        ETA = 40,
        MOMENTUM_2 = 41,
        MOMENTUM_3 = 42,
        MOMENTUM_4 = 43,
        MOMENTUM_5 = 44,
        MOMENTUM_6 = 45,
        ALONG = 46,
        PERP_SQUARED = 47,
        NORM = 48,
        NUTATES = 49,
        NORM_OFFSET = 50,
        RATIO = 51,
        GAP = 52,
        BASE_SHIFT_0 = 53,
        BASE_SHIFT_1 = 54,
        ALONG_ONE = 55,
        ALONG_TWO = 56,
        PERP_ONE_SQUARED = 57,
        PERP_TWO_SQUARED = 58,
        PERP_PRODUCT = 59,
        PERP_CROSS_SQUARED = 60,
        WEIGHED_NORM_SQUARED = 61,
        PHASE_3 = 62,
        PHASE_2 = 63,
        PHASE_1 = 64,
        PHASE_0 = 65,
        POLARIZATION_COS = 66,
        POLARIZATION_SIN = 67,
        HARMONIC_2 = 68,
        HARMONIC_2_1 = 69,
        HARMONIC_2_2 = 70,
        HARMONIC_2_3 = 71,
        HARMONIC_2_4 = 72,
        HARMONIC_3 = 73,
        HARMONIC_3_1 = 74,
        HARMONIC_3_2 = 75,
        HARMONIC_3_3 = 76,
        HARMONIC_3_4 = 77,
        HARMONIC_3_5 = 78,
        HARMONIC_3_6 = 79,
        HARMONIC_4 = 80,
        HARMONIC_4_1 = 81,
        HARMONIC_4_2 = 82,
        HARMONIC_4_3 = 83,
        HARMONIC_4_4 = 84,
        HARMONIC_4_5 = 85,
        HARMONIC_4_6 = 86,
        HARMONIC_4_7 = 87,
        HARMONIC_4_8 = 88,
        TABLE = 89,
    };
};

struct AngleTableRow {
    enum : int {
        PIECES = 0,
        ROOM = 1,
        MISSED = 2,
        APART = 3,
        JOINS = 4,
        JOIN_1 = 5,
        MOST_JOINS = 12,
        EDGES = 17,
        MIDDLE = 0,
        SCALE = 1,
        POLE = 2,
        MEAN_0 = 3,
        MEAN_1 = 4,
        COEFFICIENTS = 5,
        NODES = 16,
        FUNCTIONS = 6,
        PIECE_SIZE = 101,
        USUAL_ROOM = 160,
    };
};

struct XphmRow {
    enum : int {
        PRECESSION = 315,
    };
};

struct TideRow {
    enum : int {
        MERGER = 0,
        TAPER_START = 1,
        TAPER_END = 2,
        AMPLITUDE_STRENGTH = 3,
        AMPLITUDE_LINEAR = 4,
        AMPLITUDE_POWER = 5,
        AMPLITUDE_DAMPING = 6,
        QUADRUPOLE_MINUS_1 = 7,
        QUADRUPOLE_1 = 8,
        QUADRUPOLE_2 = 9,
        LOVE_CONSTANT = 10,
        LOVE_SLOPE = 11,
        LOVE_HEIGHT = 12,
        LOVE_EXPONENT = 13,
        LOVE_RATE = 14,
        FIRST_STRENGTH = 15,
        FIRST_N_2 = 16,
        FIRST_N_3 = 17,
        FIRST_N_4 = 18,
        FIRST_N_5 = 19,
        FIRST_N_6 = 20,
        FIRST_D_2 = 21,
        FIRST_D_3 = 22,
        FIRST_D_4 = 23,
        SECOND_STRENGTH = 24,
        SECOND_N_2 = 25,
        SECOND_N_3 = 26,
        SECOND_N_4 = 27,
        SECOND_N_5 = 28,
        SECOND_N_6 = 29,
        SECOND_D_2 = 30,
        SECOND_D_3 = 31,
        SECOND_D_4 = 32,
        HELD_FROM = 33,
        HELD_ROOT = 34,
        BLEND_START = 35,
        BLEND_END = 36,
        PN_0 = 37,
        PN_2 = 38,
        PN_3 = 39,
        PN_4 = 40,
        PN_5 = 41,
    };
};

struct FirstReleaseRow {
    enum : int {
        BLOCK_SIZE = 15,
        L2M1 = 315,
        L3M3 = 330,
        L3M2 = 345,
        L4M4 = 360,
        SIZE = 375,
    };
};

struct FirstModeRow {
    enum : int {
        SPLIT = 0,
        EARLY_CENTRE = 1,
        EARLY_INVERSE_HALF = 2,
        EARLY_0 = 3,
        EARLY_1 = 4,
        EARLY_2 = 5,
        EARLY_3 = 6,
        EARLY_4 = 7,
        DENOMINATOR_2 = 8,
        DENOMINATOR_3 = 9,
        DENOMINATOR_4 = 10,
        DENOMINATOR_5 = 11,
        DENOMINATOR_6 = 12,
        DENOMINATOR_7 = 13,
        DENOMINATOR_LOG = 14,
    };
};

struct AngleMapRow {
    enum : int {
        JOIN_1 = 0,
        JOIN_2 = 1,
        MIDDLE_CONSTANT = 2,
        MIDDLE_SLOPE = 3,
        UPPER_CONSTANT = 4,
    };
};

struct AntisymmetricRow {
    enum : int {
        JOIN = 0,
        LOWER_CONSTANT = 1,
        LOWER_SLOPE = 2,
        UPPER_CONSTANT = 3,
        FIRST = 4,
        INVERSE_SPACING = 5,
        COUNT = 6,
        EDGES = 7,
        PIECES = 96,
        TERMS = 8,
        COEFFICIENTS = 103,
        SIZE = 871,
    };
};

struct PnrRow {
    enum : int {
        MODES = 0,
        PRECESSION = 375,
        MAP_SIZE = 5,
        MAP_L2M1 = 465,
        MAP_L3M3 = 470,
        MAP_L3M2 = 475,
        MAP_L4M4 = 480,
        ANTISYMMETRIC = 485,
        TABLE = 1356,
    };
};

struct TidalXasRow {
    enum : int {
        TIDES = 54,
        SIZE = 96,
    };
};

struct TidalXpRow {
    enum : int {
        SCALE = 96,
        PRECESSION = 97,
    };
};

struct Pv2TwistRow {
    enum : int {
        SCALE = 0,
        KINK_1 = 1,
        KINK_2 = 2,
        PRECESSION = 3,
        SIZE = 93,
    };
};

struct Pv2Row {
    enum : int {
        TWIST = 49,
    };
};

struct TidalDRow {
    enum : int {
        TIDES = 49,
        SIZE = 91,
    };
};

struct TidalPv2Row {
    enum : int {
        TWIST = 91,
    };
};
