package org.chirpmill.model;

import org.chirpmill.domain.FrequencyGrid;

/**
 * Powers and logarithms of the grid's frequencies, computed once a grid so that no kernel needs {@code pow} or
 * {@code log}: since (Mf)^(k/3) = M^(k/3) f^(k/3) and log(Mf) = log M + log f, the masses stay in the row.
 *
 * <p>One flat array of {@value #TABLES} tables, each as long as the grid has bins: table t of bin k is element
 * {@code t * bins + k}. Bins at zero frequency hold zeros.
 */
public final class GridTables {
    /** f, Hz. */
    public static final int FREQUENCY = 0;

    /** f^(1/3), Hz^(1/3). */
    public static final int CUBE_ROOT = 1;

    /** f^(-7/6), Hz^(-7/6): the Newtonian amplitude's slope. */
    public static final int NEWTONIAN_AMPLITUDE = 2;

    /** Natural logarithm of f in Hz. */
    public static final int LOGARITHM = 3;

    /** f^(1/4), Hz^(1/4): its cube is the odd power in IMRPhenomD's ringdown phase. */
    public static final int FOURTH_ROOT = 4;

    /** f^(-5/3), Hz^(-5/3): the leading term of the inspiral's phase. */
    public static final int LEADING_PHASE = 5;

    /** How many tables there are. */
    public static final int TABLES = 6;

    private GridTables() {}

    /** The tables of a grid, {@value #TABLES} times its number of bins. */
    public static double[] of(FrequencyGrid grid) {
        return of(grid, grid.bins());
    }

    /** The same with tables that are {@code stride} long, of which what is beyond the grid repeats its last bin. */
    public static double[] of(FrequencyGrid grid, int stride) {
        double[] tables = new double[TABLES * stride];
        for (int bin = 0; bin < stride; bin++) {
            double f = grid.frequencies()[Math.min(bin, grid.bins() - 1)];
            if (f > 0) {
                double root = CubeRoot.of(f);
                tables[FREQUENCY * stride + bin] = f;
                tables[CUBE_ROOT * stride + bin] = root;
                tables[NEWTONIAN_AMPLITUDE * stride + bin] = 1 / (f * Math.sqrt(root));
                tables[LOGARITHM * stride + bin] = StrictMath.log(f);
                tables[FOURTH_ROOT * stride + bin] = Math.sqrt(Math.sqrt(f));
                tables[LEADING_PHASE * stride + bin] = Thirds.minusFive(f, root);
            }
        }
        return tables;
    }
}
