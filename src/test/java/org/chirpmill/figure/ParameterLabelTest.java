package org.chirpmill.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterLabelTest {
    @ParameterizedTest
    @CsvSource({
        "chirp_mass, chirp mass (solar masses)",
        "mass_1_source, mass 1 source (solar masses)",
        "symmetric_mass_ratio, symmetric mass ratio",
        "comoving_distance, comoving distance (Mpc)",
        "redshift, redshift",
        "theta_jn, theta jn (rad)",
        "cos_theta_jn, cos theta jn",
        "delta_phase, delta phase (rad)",
        "tilt_2, tilt 2 (rad)",
        "cos_tilt_2, cos tilt 2",
        "phi_jl, phi jl (rad)",
        "chi_1_in_plane, chi 1 in plane",
        "zenith, zenith (rad)",
        "geocent_time, geocent time (s)",
        "lambda_tilde, lambda_tilde",
        "somebodys_own, somebodys own"})
    void namesAreReadAsWordsWithTheirUnit(String name, String label) {
        assertEquals(label, ParameterLabel.of(name));
    }
}
