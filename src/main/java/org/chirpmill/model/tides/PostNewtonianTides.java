package org.chirpmill.model.tides;

/**
 * What one deformed body adds to the stationary-phase coefficients of an inspiral, relative to the leading one: 5PN and
 * 6PN of arXiv:1101.1673, 6.5PN and 7PN of arXiv:1503.05405, Eq. 5, 7.5PN of arXiv:2005.13367, Eq. 6.22.
 */
public final class PostNewtonianTides {
    /** The order in v of the first of them. */
    public static final int LOWEST_ORDER = 10;

    private PostNewtonianTides() {}

    /**
     * The coefficient of v^order.
     *
     * @param order 10 to 15
     * @param m the body's share of the total mass
     * @param strength its tidal deformability times m^4
     */
    public static double coefficient(int order, double m, double strength) {
        double m2 = m * m;
        return switch (order) {
            case LOWEST_ORDER -> strength * (-288 + 264 * m);
            case 12 -> strength * (-15895.0 / 28 + 4595.0 / 28 * m + 5715.0 / 14 * m2 - 325.0 / 7 * m2 * m);
            case 13 -> strength * 24 * Math.PI * (12 - 11 * m);
            case 14 -> strength * -5 * (193986935.0 / 571536 - 14415613.0 / 381024 * m - 57859.0 / 378 * m2
                - 209495.0 / 1512 * m2 * m + 965.0 / 54 * m2 * m2 - 4 * m2 * m2 * m);
            case 15 -> strength * Math.PI * (27719.0 / 28 - 22415.0 / 28 * m + 3799.0 / 14 * m2
                - 2630.0 / 7 * m2 * m);
            default -> 0;
        };
    }
}
