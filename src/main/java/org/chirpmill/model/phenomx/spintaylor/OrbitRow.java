package org.chirpmill.model.phenomx.spintaylor;

/** Where the coefficients of {@link OrbitEquations#rates} lie that {@link OrbitEquations#write} writes. */
final class OrbitRow {
    static final int INVERSE_NEWTON = 0;
    static final int MOMENTUM = 1;
    static final int RATIO = 2;
    static final int INVERSE_RATIO = 3;
    static final int CHIRP_2 = 4;
    static final int CHIRP_3 = 5;
    static final int CHIRP_4 = 6;
    static final int CHIRP_5 = 7;
    static final int CHIRP_6 = 8;
    static final int CHIRP_LOG = 9;
    static final int CHIRP_7 = 10;
    static final int CHIRP_3_ONE = 11;
    static final int CHIRP_3_TWO = 12;
    static final int CHIRP_4_ONE_ONE = 13;
    static final int CHIRP_4_TWO_TWO = 14;
    static final int CHIRP_4_ONE_TWO = 15;
    static final int CHIRP_4_DOT = 16;
    static final int CHIRP_5_ONE = 17;
    static final int CHIRP_5_TWO = 18;
    static final int CHIRP_6_ONE = 19;
    static final int CHIRP_6_TWO = 20;
    static final int CHIRP_6_ONE_ONE = 21;
    static final int CHIRP_6_TWO_TWO = 22;
    static final int CHIRP_6_ONE_TWO = 23;
    static final int CHIRP_6_DOT = 24;
    static final int TURN_ONE_0 = 25;
    static final int TURN_ONE_1_ONE = 26;
    static final int TURN_ONE_1_TWO = 27;
    static final int TURN_ONE_2 = 28;
    static final int TURN_ONE_3_ONE = 29;
    static final int TURN_ONE_3_TWO = 30;
    static final int MUTUAL_ONE_0 = 31;
    static final int MUTUAL_ONE_2 = 32;
    static final int TURN_TWO_0 = 33;
    static final int TURN_TWO_1_ONE = 34;
    static final int TURN_TWO_1_TWO = 35;
    static final int TURN_TWO_2 = 36;
    static final int TURN_TWO_3_ONE = 37;
    static final int TURN_TWO_3_TWO = 38;
    static final int MUTUAL_TWO_0 = 39;
    static final int MUTUAL_TWO_2 = 40;
    static final int MUTUAL_ORBIT_3 = 41;
    static final int SIZE = 42;

    private OrbitRow() {}
}
