package org.chirpmill.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chirpmill.physics.Cosmology;

/** The ways of saying how far a source is; distances in Mpc. */
public enum DistanceMeasure {
    /** Of the wave's amplitude. */
    LUMINOSITY_DISTANCE,
    /** Of the expanding coordinates, at today's scale. */
    COMOVING_DISTANCE,
    /** Of the source by the expansion alone. */
    REDSHIFT;

    /** The key under which bilby knows this measure. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The keys of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(DistanceMeasure::key).toList();
    }

    /** The measure of that key, or null. */
    public static DistanceMeasure ofKey(String key) {
        for (DistanceMeasure measure : values()) {
            if (measure.key().equals(key)) {
                return measure;
            }
        }
        return null;
    }

    /**
     * The redshift at a value of this measure.
     *
     * @throws IllegalArgumentException beyond the cosmology's range
     */
    public double toRedshift(Cosmology cosmology, double value) {
        return switch (this) {
            case LUMINOSITY_DISTANCE -> cosmology.redshiftAtLuminosityDistance(value);
            case COMOVING_DISTANCE -> cosmology.redshiftAtComovingDistance(value);
            case REDSHIFT -> checkedRedshift(cosmology, value);
        };
    }

    /** This measure of a redshift. */
    public double ofRedshift(Cosmology cosmology, double redshift) {
        return switch (this) {
            case LUMINOSITY_DISTANCE -> cosmology.luminosityDistanceMpc(redshift);
            case COMOVING_DISTANCE -> cosmology.comovingDistanceMpc(redshift);
            case REDSHIFT -> redshift;
        };
    }

    /** Derivative of the measure with respect to redshift. */
    public double slope(Cosmology cosmology, double redshift) {
        double comoving = cosmology.comovingDistanceSlope(redshift);
        return switch (this) {
            case LUMINOSITY_DISTANCE -> cosmology.comovingDistanceMpc(redshift) + (1 + redshift) * comoving;
            case COMOVING_DISTANCE -> comoving;
            case REDSHIFT -> 1;
        };
    }

    private static double checkedRedshift(Cosmology cosmology, double redshift) {
        if (!(redshift >= 0 && redshift <= cosmology.maximumRedshift())) {
            throw new IllegalArgumentException(
                "redshift " + redshift + " lies outside 0 to " + cosmology.maximumRedshift());
        }
        return redshift;
    }
}
