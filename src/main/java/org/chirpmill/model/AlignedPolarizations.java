package org.chirpmill.model;

/** How a source without precession shows its l = 2, |m| = 2 strain in both polarizations. */
public final class AlignedPolarizations {
    private AlignedPolarizations() {}

    /**
     * Writes h_plus = plus exp(-i phase) and h_cross = -i cross exp(-i phase) of one bin.
     *
     * @param plus amplitude of h_plus, strain/Hz
     * @param cross the same of h_cross
     * @param phase rad
     * @param out receives Re h_plus, Im h_plus, Re h_cross, Im h_cross
     * @param at where in {@code out}
     */
    public static void store(double plus, double cross, double phase, double[] out, int at) {
        double cosine = Math.cos(phase);
        double sine = Math.sin(phase);
        out[at] = plus * cosine;
        out[at + 1] = -plus * sine;
        out[at + 2] = -cross * sine;
        out[at + 3] = -cross * cosine;
    }
}
