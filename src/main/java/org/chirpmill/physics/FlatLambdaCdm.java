package org.chirpmill.physics;

/**
 * Flat Lambda-CDM with photons and neutrinos: E(z)^2 = Om (1+z)^3 + Og (1 + r(z)) (1+z)^4 + Ol, where r is the
 * neutrinos' density over the photons'. Species of neutrinos may be massive; their density follows the fit of Komatsu
 * et al. 2011 (arXiv:1001.4538, eq. 26), as in astropy.
 *
 * <p>Distances are integrals of 1/E, tabulated once as piecewise polynomials to 14 digits.
 */
final class FlatLambdaCdm implements Cosmology {
    /** Far beyond any source; the last scattering lies at 1090. */
    private static final double MAXIMUM_REDSHIFT = 1100;

    /** Stefan-Boltzmann constant, W m^-2 K^-4; CODATA 2018, exact. */
    private static final double STEFAN_BOLTZMANN = 5.6703744191844314e-8;
    /** Boltzmann's constant, eV/K; CODATA 2018, exact. */
    private static final double BOLTZMANN_EV = 8.617333262145179e-5;
    /** Neutrino over photon temperature, (4/11)^(1/3). */
    private static final double NEUTRINO_TEMPERATURE_RATIO = 0.7137658555036082;
    /** Density of one massless species over the photons', 7/8 (4/11)^(4/3), with astropy's digits. */
    private static final double MASSLESS_SPECIES_RATIO = 0.22710731766;
    /** Exponent p, its inverse, and factor k of Komatsu's fit, with astropy's digits. */
    private static final double KOMATSU_P = 1.83;
    private static final double KOMATSU_INVERSE_P = 0.54644808743;
    private static final double KOMATSU_K = 0.3173;

    private static final double TOLERANCE = 1e-14;
    private static final int MAXIMUM_NEWTON_STEPS = 80;

    private final String name;
    private final double hubbleDistanceMpc;
    private final double matter;
    private final double darkEnergy;
    private final double photons;
    private final double effectiveNumberPerSpecies;
    private final int masslessSpecies;
    private final int massiveSpecies;
    private final double neutrinoMassOverTemperature;
    private final CumulativeIntegral inverseE;

    /**
     * A cosmology.
     *
     * @param hubbleConstant km/s/Mpc
     * @param matter density of matter over critical, today
     * @param photonTemperature of the cosmic microwave background today, K; zero for no radiation at all
     * @param effectiveNeutrinos effective number of neutrino species, spread over as many as are whole in it
     * @param massiveSpecies how many of those have a mass
     * @param neutrinoMassEv their mass, eV
     */
    FlatLambdaCdm(
        String name,
        double hubbleConstant,
        double matter,
        double photonTemperature,
        double effectiveNeutrinos,
        int massiveSpecies,
        double neutrinoMassEv) {

        this.name = name;
        this.matter = matter;
        double c = PhysicalConstants.SPEED_OF_LIGHT;
        hubbleDistanceMpc = c / 1e3 / hubbleConstant;
        double hubblePerSecond = hubbleConstant * 1e3 / PhysicalConstants.MEGAPARSEC_METRES;
        double criticalDensity = 3 * hubblePerSecond * hubblePerSecond
            / (8 * StrictMath.PI * PhysicalConstants.NEWTON_CONSTANT); // kg/m^3
        double squaredTemperature = photonTemperature * photonTemperature;
        photons = 4 * STEFAN_BOLTZMANN / (c * c * c) * squaredTemperature * squaredTemperature / criticalDensity;
        int species = species(effectiveNeutrinos);
        effectiveNumberPerSpecies = effectiveNeutrinos / species;
        masslessSpecies = species - massiveSpecies;
        this.massiveSpecies = massiveSpecies;
        neutrinoMassOverTemperature = photonTemperature == 0
            ? 0 : neutrinoMassEv / (BOLTZMANN_EV * NEUTRINO_TEMPERATURE_RATIO * photonTemperature);
        darkEnergy = 1 - matter - photons * (1 + neutrinosOverPhotons(1));
        inverseE = CumulativeIntegral.of(z -> 1 / expansionRate(z), TOLERANCE, 0, MAXIMUM_REDSHIFT);
    }

    /** See {@link Cosmology#flatLambdaCdm}. */
    static FlatLambdaCdm described(double hubbleConstant, double matter, double photonTemperature,
        double effectiveNeutrinos, double neutrinoMassEv) {

        requireWithin("H0", hubbleConstant, 1, 1000);
        requireWithin("Om0", matter, 0.001, 1);
        requireWithin("Tcmb0", photonTemperature, 0, 10);
        requireWithin("Neff", effectiveNeutrinos, 0, 10);
        requireWithin("m_nu", neutrinoMassEv, 0, 10);
        int massive = neutrinoMassEv > 0 && effectiveNeutrinos >= 1 ? species(effectiveNeutrinos) : 0;
        return new FlatLambdaCdm("FlatLambdaCDM", hubbleConstant, matter, photonTemperature, effectiveNeutrinos,
            massive, neutrinoMassEv);
    }

    private static void requireWithin(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                "must have " + name + " between " + least + " and " + most + ", not " + value);
        }
    }

    /** In how many the effective number is divided, as astropy does it. */
    private static int species(double effectiveNeutrinos) {
        return StrictMath.max(1, (int) effectiveNeutrinos);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double maximumRedshift() {
        return MAXIMUM_REDSHIFT;
    }

    @Override
    public double comovingDistanceMpc(double redshift) {
        return hubbleDistanceMpc * inverseE.at(checkedRedshift(redshift));
    }

    @Override
    public double comovingDistanceSlope(double redshift) {
        return hubbleDistanceMpc * inverseE.density(checkedRedshift(redshift));
    }

    @Override
    public double redshiftAtComovingDistance(double comovingDistanceMpc) {
        checkDistance("comoving", comovingDistanceMpc, comovingDistanceMpc(MAXIMUM_REDSHIFT));
        return inverseE.inverse(comovingDistanceMpc / hubbleDistanceMpc);
    }

    @Override
    public double redshiftAtLuminosityDistance(double luminosityDistanceMpc) {
        checkDistance("luminosity", luminosityDistanceMpc, luminosityDistanceMpc(MAXIMUM_REDSHIFT));
        double low = 0;
        double high = MAXIMUM_REDSHIFT;
        double z = StrictMath.min(luminosityDistanceMpc / hubbleDistanceMpc, high); // Hubble's law
        for (int step = 0; step < MAXIMUM_NEWTON_STEPS; step++) {
            double comoving = comovingDistanceMpc(z);
            double excess = (1 + z) * comoving - luminosityDistanceMpc;
            if (excess > 0) {
                high = z;
            } else {
                low = z;
            }
            double next = z - excess / (comoving + (1 + z) * comovingDistanceSlope(z));
            if (!(next >= low && next <= high)) {
                next = 0.5 * (low + high);
            }
            double moved = StrictMath.abs(next - z);
            z = next;
            if (moved <= StrictMath.ulp(z)) {
                break;
            }
        }
        return z;
    }

    @Override
    public double differentialComovingVolume(double redshift) {
        double distance = comovingDistanceMpc(redshift);
        return 4 * StrictMath.PI * distance * distance * comovingDistanceSlope(redshift);
    }

    /** E(z) = H(z) / H_0. */
    private double expansionRate(double z) {
        double a = 1 + z; // inverse scale factor
        double radiation = photons * (1 + neutrinosOverPhotons(a));
        return StrictMath.sqrt(a * a * a * (a * radiation + matter) + darkEnergy);
    }

    /** r(z) of the class comment. */
    private double neutrinosOverPhotons(double onePlusZ) {
        double ky = KOMATSU_K * neutrinoMassOverTemperature / onePlusZ;
        double massive = StrictMath.pow(1 + StrictMath.pow(ky, KOMATSU_P), KOMATSU_INVERSE_P);
        return MASSLESS_SPECIES_RATIO * effectiveNumberPerSpecies * (masslessSpecies + massiveSpecies * massive);
    }

    private static double checkedRedshift(double redshift) {
        if (!(redshift >= 0 && redshift <= MAXIMUM_REDSHIFT)) {
            throw new IllegalArgumentException(
                "redshift " + redshift + " lies outside 0 to " + MAXIMUM_REDSHIFT);
        }
        return redshift;
    }

    private static void checkDistance(String kind, double distance, double maximum) {
        if (!(distance >= 0 && distance <= maximum)) {
            throw new IllegalArgumentException(
                kind + " distance " + distance + " Mpc lies outside 0 to " + maximum + " Mpc");
        }
    }
}
