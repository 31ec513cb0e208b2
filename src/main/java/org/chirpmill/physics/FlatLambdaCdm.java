package org.chirpmill.physics;

/**
 * Flat Lambda-CDM with photons and neutrinos: E(z)^2 = Om (1+z)^3 + Og (1 + r(z)) (1+z)^4 + Ol, where r is the
 * neutrinos' density over the photons'. One species of neutrinos may be massive; its density follows the fit of
 * Komatsu et al. 2011 (arXiv:1001.4538, eq. 26), as in astropy.
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

    /** Planck 2015 XIII (arXiv:1502.01589), table 4, TT,TE,EE+lowP+lensing+ext, as in astropy's {@code Planck15}. */
    static final FlatLambdaCdm PLANCK_15 = new FlatLambdaCdm("Planck15", 67.74, 0.3075, 2.7255, 3.046, 0.06);

    /** LIGO-T2000185: LAL's H0 of 2.200489137532724e-18 / s, Omega_m = 0.3065, no radiation. */
    static final FlatLambdaCdm PLANCK_15_LAL = new FlatLambdaCdm(
        "Planck15_LAL", 2.200489137532724e-18 * 1e-3 * PhysicalConstants.MEGAPARSEC_METRES, 0.3065, 0, 0, 0);

    private final String name;
    private final double hubbleDistanceMpc;
    private final double matter;
    private final double darkEnergy;
    private final double photons;
    private final double effectiveNumberPerSpecies;
    private final double neutrinoMassOverTemperature;
    private final CumulativeIntegral inverseE;

    /**
     * A cosmology.
     *
     * @param hubbleConstant km/s/Mpc
     * @param matter density of matter over critical, today
     * @param photonTemperature of the cosmic microwave background today, K; zero for no radiation at all
     * @param effectiveNeutrinos effective number of neutrino species, spread over three
     * @param neutrinoMassEv mass of the third species, eV; the others are massless
     */
    private FlatLambdaCdm(
        String name,
        double hubbleConstant,
        double matter,
        double photonTemperature,
        double effectiveNeutrinos,
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
        effectiveNumberPerSpecies = effectiveNeutrinos / 3;
        neutrinoMassOverTemperature = photonTemperature == 0
            ? 0 : neutrinoMassEv / (BOLTZMANN_EV * NEUTRINO_TEMPERATURE_RATIO * photonTemperature);
        darkEnergy = 1 - matter - photons * (1 + neutrinosOverPhotons(1));
        inverseE = CumulativeIntegral.of(z -> 1 / expansionRate(z), TOLERANCE, 0, MAXIMUM_REDSHIFT);
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

    /** r(z) of the class comment; two massless species and one massive. */
    private double neutrinosOverPhotons(double onePlusZ) {
        double ky = KOMATSU_K * neutrinoMassOverTemperature / onePlusZ;
        double massive = StrictMath.pow(1 + StrictMath.pow(ky, KOMATSU_P), KOMATSU_INVERSE_P);
        return MASSLESS_SPECIES_RATIO * effectiveNumberPerSpecies * (2 + massive);
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
