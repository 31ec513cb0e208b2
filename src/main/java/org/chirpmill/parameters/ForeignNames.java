package org.chirpmill.parameters;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What parameters are called in LALSimulation, PyCBC and papers, where no count of edits leads to their name here. */
final class ForeignNames {
    private static final Map<String, String> MEANT = new HashMap<>();

    static {
        meaning("mass_1", "m1", "m_1");
        meaning("mass_2", "m2", "m_2");
        meaning("chirp_mass", "mc", "mchirp", "m_c");
        meaning("total_mass", "mtotal", "m_total", "mtot");
        meaning("mass_ratio", "q");
        meaning("symmetric_mass_ratio", "eta", "nu");
        meaning("a_1", "s1", "spin1", "spin_1");
        meaning("a_2", "s2", "spin2", "spin_2");
        meaning("chi_1", "s1z", "spin1z", "spin_1z", "chi1z", "chi_1z");
        meaning("chi_2", "s2z", "spin2z", "spin_2z", "chi2z", "chi_2z");
        meaning("theta_jn", "iota", "inclination", "incl", "inc");
        meaning("cos_theta_jn", "cos_iota", "cosiota");
        meaning("phase", "phi_c", "phic", "phi_ref", "phiref", "coa_phase");
        meaning("luminosity_distance", "distance", "dist", "d_l", "dl");
        meaning("redshift", "z");
        meaning("geocent_time", "tc", "t_c", "time");
        meaning("psi", "polarization");
    }

    private ForeignNames() {}

    /** The name here of what is called so elsewhere; capital letters make no difference. */
    static Optional<String> meaning(String foreign) {
        return Optional.ofNullable(MEANT.get(foreign.toLowerCase(Locale.ROOT)));
    }

    private static void meaning(String name, String... foreign) {
        List.of(foreign).forEach(other -> MEANT.put(other, name));
    }
}
