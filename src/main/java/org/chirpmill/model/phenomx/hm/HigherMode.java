package org.chirpmill.model.phenomx.hm;

/** The modes that IMRPhenomXHM adds to the (2, 2) mode: arXiv:2001.10914, Sec. I. */
public enum HigherMode {
    /** l = 2, m = 1. */
    L2M1(2, 1),
    /** l = 3, m = 3. */
    L3M3(3, 3),
    /** l = 3, m = 2: in the ringdown it mixes with (2, 2). */
    L3M2(3, 2),
    /** l = 4, m = 4. */
    L4M4(4, 4);

    private final int l;
    private final int m;

    HigherMode(int l, int m) {
        this.l = l;
        this.m = m;
    }

    /** The polar number. */
    public int l() {
        return l;
    }

    /** The azimuthal number, positive. */
    public int m() {
        return m;
    }

    /** Whether spherical and spheroidal harmonics differ noticeably, so that the ringdown is a mixture. */
    boolean isMixed() {
        return this == L3M2;
    }

    /** Whether the mode vanishes where exchanging the bodies changes nothing. */
    boolean vanishesForEqualBodies() {
        return m % 2 != 0;
    }

    /** The two numbers, as the names of the fits have them. */
    String digits() {
        return "" + l + m;
    }
}
