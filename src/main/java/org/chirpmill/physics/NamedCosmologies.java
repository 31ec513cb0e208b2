package org.chirpmill.physics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The cosmologies that bilby knows by name: astropy's, all of them flat Lambda-CDM, and LAL's. */
final class NamedCosmologies {
    /** Planck 2015 XIII (arXiv:1502.01589), table 4, TT,TE,EE+lowP+lensing+ext, as in astropy's {@code Planck15}. */
    static final Cosmology PLANCK_15 = planck("Planck15", 67.74, 0.3075);

    /** LIGO-T2000185: LAL's H0 of 2.200489137532724e-18 / s, Omega_m = 0.3065, no radiation. */
    static final Cosmology PLANCK_15_LAL = new FlatLambdaCdm(
        "Planck15_LAL", 2.200489137532724e-18 * 1e-3 * PhysicalConstants.MEGAPARSEC_METRES, 0.3065, 0, 0, 0, 0);

    static final List<String> NAMES = List.of("Planck13", "Planck15", "Planck18", "WMAP1", "WMAP3", "WMAP5", "WMAP7",
        "WMAP9", PLANCK_15_LAL.name());

    private static final Map<String, Cosmology> MADE = new ConcurrentHashMap<>(Map.of(PLANCK_15.name(), PLANCK_15));

    private NamedCosmologies() {}

    static Optional<Cosmology> named(String name) {
        if (name.equalsIgnoreCase(PLANCK_15_LAL.name())) {
            return Optional.of(PLANCK_15_LAL);
        }
        return NAMES.contains(name)
            ? Optional.of(MADE.computeIfAbsent(name, NamedCosmologies::made)) : Optional.empty();
    }

    /** H0 in km/s/Mpc and Omega_m of astropy's tables. */
    private static Cosmology made(String name) {
        return switch (name) {
            case "Planck13" -> planck(name, 67.77, 0.30712); // arXiv:1303.5076, table 5, Planck+WP+highL+BAO
            case "Planck18" -> planck(name, 67.66, 0.30966); // arXiv:1807.06209, table 2, TT,TE,EE+lowE+lensing+BAO
            case "WMAP1" -> wmap(name, 72.0, 0.257); // Spergel et al. 2003, ApJS 148, 175, table 7
            case "WMAP3" -> wmap(name, 70.1, 0.276); // Spergel et al. 2007, ApJS 170, 377, table 6
            case "WMAP5" -> wmap(name, 70.2, 0.277); // Komatsu et al. 2009, ApJS 180, 330, table 1
            case "WMAP7" -> wmap(name, 70.4, 0.272); // Komatsu et al. 2011, ApJS 192, 18, table 1
            case "WMAP9" -> wmap(name, 69.32, 0.2865); // Hinshaw et al. 2013, ApJS 208, 19, table 4
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Three species of neutrinos, one of 0.06 eV. */
    private static Cosmology planck(String name, double hubbleConstant, double matter) {
        return new FlatLambdaCdm(name, hubbleConstant, matter, 2.7255, 3.046, 1, 0.06);
    }

    /** Three species of neutrinos without mass. */
    private static Cosmology wmap(String name, double hubbleConstant, double matter) {
        return new FlatLambdaCdm(name, hubbleConstant, matter, 2.725, 3.04, 0, 0);
    }
}
