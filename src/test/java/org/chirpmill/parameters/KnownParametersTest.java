package org.chirpmill.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownParametersTest {
    @Test
    void bilbysAndDingosNamesOfSourcesAndDetectionsAreKnown() {
        assertEquals(List.of(), KnownParameters.unknown(List.of("chirp_mass", "mass_1_source", "total_mass_source",
            "symmetric_mass_ratio", "a_1", "cos_tilt_2", "chi_1_in_plane", "phi_12", "phi_jl", "theta_jn",
            "cos_theta_jn", "phase", "delta_phase", "redshift", "comoving_distance", "lambda_1", "delta_lambda_tilde",
            "lambda_antisymmetric", "spin_conversion_phase", "ra", "dec", "psi", "azimuth", "zenith", "geocent_time",
            "time_jitter", "H1_time", "ET1_time", "L1_time_proxy", "recalib_index", "recalib_H1_amplitude_3")));
    }

    @Test
    void namesOfNothingAreToldInTheirOrder() {
        assertEquals(List.of("lamda_1", "iota", "chi1", "time", "recalib", "eccentricity", "chi_eff"),
            KnownParameters.unknown(List.of("lamda_1", "ra", "iota", "chi1", "time", "recalib", "eccentricity",
                "chi_eff")));
    }

    @Test
    void equationsOfStateHaveARefusalOfTheirOwn() {
        assertEquals(List.of(), KnownParameters.unknown(List.of("eos_v1")));
    }

    @ParameterizedTest
    @CsvSource({"chrip_mass, chirp_mass", "mass_rato, mass_ratio", "chi1, chi_1", "tilt1, tilt_1", "thetajn, theta_jn",
        "luminosty_distance, luminosity_distance", "lamda_tilde, lambda_tilde", "Phase, phase",
        "geocenttime, geocent_time"})
    void aSlipIsNearestToWhatWasMeant(String typed, String meant) {
        assertEquals(" (did you mean " + meant + "?)", KnownParameters.hint(typed));
    }

    @ParameterizedTest
    @CsvSource({"m1, mass_1", "q, mass_ratio", "mchirp, chirp_mass", "Mc, chirp_mass", "eta, symmetric_mass_ratio",
        "iota, theta_jn", "inclination, theta_jn", "distance, luminosity_distance", "spin1z, chi_1", "spin_2z, chi_2",
        "phi_c, phase", "coa_phase, phase", "tc, geocent_time"})
    void whatOtherProgramsCallAParameterIsUnderstood(String theirs, String ours) {
        assertEquals(" (did you mean " + ours + "?)", KnownParameters.hint(theirs));
        assertEquals(List.of(theirs), KnownParameters.unknown(List.of(theirs)));
        assertEquals(List.of(), KnownParameters.unknown(List.of(ours)));
    }

    @Test
    void whatNothingHereMeansHasNoHint() {
        assertEquals("", KnownParameters.hint("eccentricity"));
        assertEquals("", KnownParameters.hint("q", List.of("phase")), "mass_ratio is not among these");
    }
}
