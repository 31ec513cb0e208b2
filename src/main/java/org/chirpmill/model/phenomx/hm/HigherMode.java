package org.chirpmill.model.phenomx.hm;

/** The modes that IMRPhenomXHM adds to the (2, 2) mode: arXiv:2001.10914, Sec. I. */
public enum HigherMode {
    /** l = 2, m = 1. */
    L2M1(CoprecessingMode.L2M1),
    /** l = 3, m = 3. */
    L3M3(CoprecessingMode.L3M3),
    /** l = 3, m = 2: in the ringdown it mixes with (2, 2). */
    L3M2(CoprecessingMode.L3M2),
    /** l = 4, m = 4. */
    L4M4(CoprecessingMode.L4M4);

    private final CoprecessingMode mode;

    HigherMode(CoprecessingMode mode) {
        this.mode = mode;
    }

    /** Its entry in the table of all modes. */
    public CoprecessingMode mode() {
        return mode;
    }

    /** The polar number. */
    public int l() {
        return mode.l();
    }

    /** The azimuthal number, positive. */
    public int m() {
        return mode.m();
    }

    /** Whether spherical and spheroidal harmonics differ noticeably, so that the ringdown is a mixture. */
    boolean isMixed() {
        return mode.kind() == CoprecessingMode.Kind.MIXED;
    }

    /** Whether the mode vanishes where exchanging the bodies changes nothing. */
    boolean vanishesForEqualBodies() {
        return m() % 2 != 0;
    }

    /** The two numbers, as the names of the fits have them. */
    String digits() {
        return mode.digits();
    }
}
