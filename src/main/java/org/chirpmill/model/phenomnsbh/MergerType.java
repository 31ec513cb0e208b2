package org.chirpmill.model.phenomnsbh;

/** How a star ends: arXiv:1509.00512, Sec. III. The waveform is not continuous from one to another. */
enum MergerType {
    /** Torn apart outside, with matter left over. */
    DISRUPTIVE,
    /** Torn apart too late to leave matter over. */
    MILDLY_DISRUPTIVE_WITHOUT_TORUS,
    /** Swallowed before it is torn apart, and yet with matter left over. */
    MILDLY_DISRUPTIVE_WITH_TORUS,
    /** Swallowed whole, as a black hole would be. */
    NON_DISRUPTIVE;

    static MergerType of(TidalDisruption tide, TidalRemnant remnant) {
        boolean leavesTorus = tide.torusMass() > 0;
        if (tide.frequency() < remnant.ringdown()) {
            return leavesTorus ? DISRUPTIVE : MILDLY_DISRUPTIVE_WITHOUT_TORUS;
        }
        return leavesTorus ? MILDLY_DISRUPTIVE_WITH_TORUS : NON_DISRUPTIVE;
    }

    /** Whether the star's end comes before the remnant rings. */
    boolean isTornFirst() {
        return this == DISRUPTIVE || this == MILDLY_DISRUPTIVE_WITHOUT_TORUS;
    }
}
