package org.chirpmill.model.phenomx;

/** The fits of orbits and remnants, as {@code remnant-fits.txt} has them. */
final class RemnantFit {
    private static final FitTable TABLE = FitTable.read("remnant-fits.txt");

    /** Mf of the minimum-energy circular orbit. */
    static final Fit MECO_FREQUENCY = TABLE.fit("MECO_FREQUENCY");
    /** The share of the mass that is radiated. */
    static final Fit RADIATED_ENERGY = TABLE.fit("RADIATED_ENERGY");
    /** The remnant's dimensionless spin. */
    static final Fit FINAL_SPIN = TABLE.fit("FINAL_SPIN");
    /** Ringdown frequency of the (2, 2) mode against the final spin, over the remnant's mass. */
    static final Fit RINGDOWN_22 = TABLE.fit("RINGDOWN_22");
    /** Its damping frequency. */
    static final Fit DAMPING_22 = TABLE.fit("DAMPING_22");

    private RemnantFit() {}
}
