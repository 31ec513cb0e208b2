package org.chirpmill.dataset;

/** The two polarizations of a gravitational wave. */
public enum Polarization {
    /** h_plus. */
    PLUS,
    /** h_cross. */
    CROSS
}
