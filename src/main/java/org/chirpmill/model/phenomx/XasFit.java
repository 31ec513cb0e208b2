package org.chirpmill.model.phenomx;

/** The fits of IMRPhenomXAS. What each is, and from where, stands under its name in {@code xas-fits.txt}. */
enum XasFit {
    INSPIRAL_AMPLITUDE_2,
    INSPIRAL_AMPLITUDE_3,
    INSPIRAL_AMPLITUDE_4,
    INTERMEDIATE_AMPLITUDE,
    RINGDOWN_AMPLITUDE_PEAK,
    RINGDOWN_AMPLITUDE_SLOPE,
    RINGDOWN_AMPLITUDE_WIDTH,
    INSPIRAL_PHASE_3,
    INSPIRAL_PHASE_1_LESS_3,
    INSPIRAL_PHASE_2_LESS_3,
    INSPIRAL_PHASE_4_LESS_3,
    INTERMEDIATE_PHASE_2,
    INTERMEDIATE_PHASE_2_LESS_RINGDOWN_4,
    INTERMEDIATE_PHASE_3_LESS_RINGDOWN_4,
    INTERMEDIATE_PHASE_4_LESS_3,
    RINGDOWN_PHASE_4,
    RINGDOWN_PHASE_1_LESS_2,
    RINGDOWN_PHASE_2_LESS_4,
    RINGDOWN_PHASE_3_LESS_4,
    RINGDOWN_PHASE_5_LESS_4,
    TIME_OF_PEAK,
    PSI4_TO_STRAIN;

    /** The table, read when the first fit asks for it. */
    static final String RESOURCE = "xas-fits.txt";

    private final Fit fit = Table.FITS.fit(name());

    /** The fit's value for a binary. */
    double at(AlignedBinary binary) {
        return fit.at(binary);
    }

    /** Loads before the constants, which a static field of the enum would not. */
    private static final class Table {
        static final FitTable FITS = FitTable.read(RESOURCE);
    }
}
