package org.chirpmill.model;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_KILOGRAMS;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.source.SourceParameters;

/**
 * Which bin of a uniform grid a model's end lies in, by LALSimulation's arithmetic: it is given masses in kilograms and
 * divides by the sun's. Where the end meets a bin, the rounding of both decides on which side it lies.
 */
public final class CutoffFrequency {
    private CutoffFrequency() {}

    /**
     * The last bin at or below the cutoff.
     *
     * @param cutoff of M f
     * @param deltaF the grid's spacing, Hz
     */
    public static long bin(SourceParameters source, double cutoff, double deltaF) {
        return (long) (hertz(source, cutoff) / deltaF);
    }

    /** The same where LALSimulation also compares the bin's frequency, k delta_f rounded, with the cutoff's. */
    public static long comparedBin(SourceParameters source, double cutoff, double deltaF) {
        long bin = bin(source, cutoff, deltaF);
        return bin * deltaF > hertz(source, cutoff) ? bin - 1 : bin;
    }

    /**
     * The last frequency, Hz, of models without a cutoff: on a uniform grid LALSimulation leaves out the last bin, on a
     * list of frequencies none.
     */
    public static double belowLastBin(FrequencyGrid grid) {
        return grid.isUniform() ? Math.nextDown(grid.maximumFrequency()) : Double.POSITIVE_INFINITY;
    }

    /** The cutoff, Hz. */
    public static double hertz(SourceParameters source, double cutoff) {
        double total = throughKilograms(source.massOneSolar()) + throughKilograms(source.massTwoSolar());
        return cutoff / (total * SOLAR_MASS_SECONDS);
    }

    private static double throughKilograms(double massSolar) {
        return massSolar * SOLAR_MASS_KILOGRAMS / SOLAR_MASS_KILOGRAMS;
    }
}
