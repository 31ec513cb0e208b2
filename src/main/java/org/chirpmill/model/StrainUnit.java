package org.chirpmill.model;

import static org.chirpmill.physics.PhysicalConstants.MEGAPARSEC_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_METRES;
import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;

/** What dimensionless amplitudes of a mode are multiplied by. */
public final class StrainUnit {
    private StrainUnit() {}

    /**
     * Strain per Hz: G M / c^2 over the distance, times G M / c^3.
     *
     * @param totalSolar total mass M, solar masses
     * @param distanceMpc luminosity distance, Mpc
     */
    public static double of(double totalSolar, double distanceMpc) {
        return totalSolar * SOLAR_MASS_METRES * (totalSolar * SOLAR_MASS_SECONDS) / (distanceMpc * MEGAPARSEC_METRES);
    }
}
