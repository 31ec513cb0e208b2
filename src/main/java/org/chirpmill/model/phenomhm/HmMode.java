package org.chirpmill.model.phenomhm;

/** The modes of IMRPhenomHM, in the order of their coefficients. Each has its mirror (l, -m) with it. */
enum HmMode {
    /** l = 2, m = 2: IMRPhenomD. */
    L2M2(2, 2, 0),
    /** l = 2, m = 1. */
    L2M1(2, 1, Math.PI / 2),
    /** l = 3, m = 3. */
    L3M3(3, 3, -Math.PI / 2),
    /** l = 3, m = 2. */
    L3M2(3, 2, 0),
    /** l = 4, m = 4. */
    L4M4(4, 4, Math.PI),
    /** l = 4, m = 3. */
    L4M3(4, 3, -Math.PI / 2);

    private final int l;
    private final int m;
    private final double shift;

    HmMode(int l, int m, double shift) {
        this.l = l;
        this.m = m;
        this.shift = shift;
    }

    /** The polar number. */
    int l() {
        return l;
    }

    /** The azimuthal number, positive. */
    int m() {
        return m;
    }

    /** How far the inspiral of h_lm lags m / 2 times that of (2, 2), rad: arXiv:1310.1528, Sec. 9.5. */
    double shift() {
        return shift;
    }

    /** Such as "(2, 2)". */
    String pair() {
        return "(" + l + ", " + m + ")";
    }
}
