package org.chirpmill.physics;

import java.util.List;
import java.util.Optional;

/**
 * A spatially flat background cosmology: redshifts into distances and back. Implementations are immutable. Redshifts
 * run from 0 to {@link #maximumRedshift()}; arguments outside, and distances of such, raise
 * {@link IllegalArgumentException}.
 */
public interface Cosmology {
    /** The Planck 2015 cosmology with radiation and massive neutrinos, as bilby takes it from astropy by default. */
    static Cosmology planck15() {
        return NamedCosmologies.PLANCK_15;
    }

    /** The LIGO-Virgo collaborations' matter-only Planck 2015 cosmology, {@code Planck15_LAL} in bilby. */
    static Cosmology planck15Lal() {
        return NamedCosmologies.PLANCK_15_LAL;
    }

    /** The names of the cosmologies that {@link #named} knows. */
    static List<String> names() {
        return NamedCosmologies.NAMES;
    }

    /** The cosmology that bilby takes for a name, of which Planck15_LAL alone may be in small letters. */
    static Optional<Cosmology> named(String name) {
        return NamedCosmologies.named(name);
    }

    /**
     * A flat Lambda-CDM cosmology, astropy's {@code FlatLambdaCDM} of the same arguments.
     *
     * @param hubbleConstant H0, km/s/Mpc
     * @param matter density of matter over critical, today
     * @param photonTemperature of the cosmic microwave background today, K; zero for no radiation at all
     * @param effectiveNeutrinos effective number of neutrino species
     * @param neutrinoMassEv mass of each species, eV
     * @throws IllegalArgumentException with the end of a sentence on such a cosmology, where there is none
     */
    static Cosmology flatLambdaCdm(double hubbleConstant, double matter, double photonTemperature,
        double effectiveNeutrinos, double neutrinoMassEv) {

        return FlatLambdaCdm.described(hubbleConstant, matter, photonTemperature, effectiveNeutrinos, neutrinoMassEv);
    }

    /** The name by which bilby knows this cosmology, or what it is. */
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
