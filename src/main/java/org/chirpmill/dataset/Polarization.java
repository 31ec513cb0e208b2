package org.chirpmill.dataset;

/** The two polarizations of a gravitational wave, under their names in files. */
public enum Polarization {
    /** h_plus. */
    PLUS(Skeleton.PLUS),
    /** h_cross. */
    CROSS(Skeleton.CROSS);

    private final String fileName;

    Polarization(String fileName) {
        this.fileName = fileName;
    }

    /** The name of the dataset that holds it. */
    String fileName() {
        return fileName;
    }
}
