package org.chirpmill.physics;

/**
 * A spatially flat background cosmology: redshifts into distances and back. Implementations are immutable. Redshifts
 * run from 0 to {@link #maximumRedshift()}; arguments outside, and distances of such, raise
 * {@link IllegalArgumentException}.
 */
public interface Cosmology {
    /** The Planck 2015 cosmology with radiation and massive neutrinos, as bilby takes it from astropy by default. */
    static Cosmology planck15() {
        return FlatLambdaCdm.PLANCK_15;
    }

    /** The LIGO-Virgo collaborations' matter-only Planck 2015 cosmology, {@code Planck15_LAL} in bilby. */
    static Cosmology planck15Lal() {
        return FlatLambdaCdm.PLANCK_15_LAL;
    }

    /** The name by which bilby knows this cosmology. */
    String name();

    /** The largest redshift that can be asked for. */
    double maximumRedshift();

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

    /** Derivative of the comoving distance with respect to redshift, c / H(z), Mpc. */
    double comovingDistanceSlope(double redshift);
}
