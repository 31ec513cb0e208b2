package org.chirpmill.physics;

/** The background cosmology that turns redshifts into distances: Planck 2015, as bilby uses it by default. */
public interface Cosmology {
    /** Comoving distance in Mpc of a source at {@code redshift}. */
    double comovingDistanceMpc(double redshift);

    /** Luminosity distance in Mpc of a source at {@code redshift}. */
    default double luminosityDistanceMpc(double redshift) {
        return (1 + redshift) * comovingDistanceMpc(redshift);
    }

    /** Redshift of a source at the given comoving distance in Mpc. */
    double redshiftAtComovingDistance(double comovingDistanceMpc);

    /** Redshift of a source at the given luminosity distance in Mpc. */
    double redshiftAtLuminosityDistance(double luminosityDistanceMpc);

    /** Comoving volume per unit redshift over the whole sky, Mpc^3. */
    double differentialComovingVolume(double redshift);
}
