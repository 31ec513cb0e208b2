package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chirpmill.parameters.MassPair;
import org.chirpmill.parameters.MassParameter;
import org.chirpmill.physics.ComponentMasses;
import org.chirpmill.physics.Cosmology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DerivedQuantitiesTest {
    private static final List<String> MASSES =
        List.of("mass_1", "mass_2", "total_mass", "chirp_mass", "mass_ratio", "symmetric_mass_ratio");

    /** bilby 2.8.2's generate_mass_parameters. */
    @ParameterizedTest
    @CsvSource({
        "mass_1, 30, chirp_mass, 20, 30, 17.830508902926326, 47.830508902926326, 20, 0.5943502967642109, "
            + "0.23381641102048883",
        "mass_2, 12, chirp_mass, 20, 48.10229015317421, 12, 60.10229015317421, 20, 0.24946837170928618, "
            + "0.15979565201268223",
        "total_mass, 70, chirp_mass, 28, 47.68653988661986, 22.31346011338014, 70, 28, 0.46791946252407723, "
            + "0.21715340932759253",
        "chirp_mass, 28, symmetric_mass_ratio, 0.2, 53.216054464885005, 20.32672405842047, 73.54277852330547, 28, "
            + "0.3819660112501051, 0.2",
        "total_mass, 60, mass_ratio, 0.7, 35.294117647058826, 24.705882352941178, 60, 25.625442217661355, 0.7, "
            + "0.24221453287197234",
        "mass_1, 30, symmetric_mass_ratio, 0.23, 30, 16.771127447307457, 46.77112744730746, 19.36486798251168, "
            + "0.5590375815769152, 0.23",
        "mass_2, 20, symmetric_mass_ratio, 0.23, 35.77577010759213, 20, 55.77577010759213, 23.093102170206972, "
            + "0.5590375815769152, 0.23",
        "total_mass, 60, mass_2, 20, 40, 20, 60, 24.334573675728226, 0.5, 0.2222222222222222",
        "chirp_mass, 25, mass_ratio, 0.4, 46.33718225744187, 18.534872902976748, 64.87205516041861, 25, 0.4, "
            + "0.20408163265306126"})
    void massesFollowFromEveryPairAsInBilby(
        String firstKey, double first, String secondKey, double second,
        double one, double two, double total, double chirp, double ratio, double symmetric) {

        DerivedQuantities derived = new DerivedQuantities(List.of(firstKey, secondKey));
        double[] expected = {one, two, total, chirp, ratio, symmetric};
        for (int i = 0; i < expected.length; i++) {
            double found = derived.find(MASSES.get(i)).of(new double[] {-1, first, second}, 1);
            assertEquals(expected[i], found, 1e-13 * expected[i],
                MASSES.get(i) + " from " + firstKey + " and " + secondKey);
        }
    }

    /** Constraints go by way of the mass ratio, as bilby does, sources the way that keeps most digits. */
    @ParameterizedTest
    @EnumSource
    void constraintsAreOnTheMassesThatASourceHas(MassPair pair) {
        DerivedQuantities derived = new DerivedQuantities(List.of(pair.first().key(), pair.second().key()));
        double[] row = {pair.first().of(40, 8), pair.second().of(40, 8)};
        ComponentMasses masses = pair.masses(row[0], row[1]);
        for (MassParameter parameter : MassParameter.values()) {
            double expected = parameter.of(masses.one(), masses.two());
            assertEquals(expected, derived.find(parameter.key()).of(row, 0), 1e-14 * expected,
                parameter.key() + " from " + pair);
        }
    }

    @Test
    void whereMoreMassesAreGivenThePairThatBilbyTakesCounts() {
        List<String> columns = List.of("symmetric_mass_ratio", "chirp_mass", "mass_ratio", "total_mass");
        double[] row = {0.2, 25, 0.5, 60};
        assertEquals(40, new DerivedQuantities(columns).find("mass_1").of(row, 0), 1e-14);
        List<String> withMass = List.of("chirp_mass", "mass_ratio", "total_mass", "mass_2");
        assertEquals(53, new DerivedQuantities(withMass).find("mass_1").of(new double[] {25, 0.5, 60, 7}, 0), 1e-14);
    }

    @Test
    void theSecondBodyMayBeTheHeavier() {
        DerivedQuantities derived = new DerivedQuantities(List.of("mass_1", "mass_2"));
        assertEquals(2.5, derived.find("mass_ratio").of(new double[] {10, 25}, 0), 1e-15);
    }

    @Test
    void oneMassAloneDeterminesNothing() {
        for (String key : MASSES) {
            DerivedQuantities derived = new DerivedQuantities(List.of("phase", key));
            assertEquals(List.of(), derived.names(), "from " + key);
        }
        assertNull(new DerivedQuantities(List.of("mass_ratio", "symmetric_mass_ratio")).find("mass_1"));
    }

    @Test
    void impossibleSymmetricRatiosGiveNoMass() {
        DerivedQuantities derived = new DerivedQuantities(List.of("chirp_mass", "symmetric_mass_ratio"));
        assertTrue(Double.isNaN(derived.find("mass_1").of(new double[] {30, 0.26}, 0)));
    }

    /** bilby 2.8.2's generate_spin_parameters. */
    @Test
    void effectiveSpinsAreBilbys() {
        DerivedQuantities derived =
            new DerivedQuantities(List.of("mass_1", "mass_2", "a_1", "a_2", "tilt_1", "tilt_2"));
        double[] row = {36, 24, 0.8, 0.5, 0.7, 2.0};
        assertEquals(0.28389488258712603, derived.find("chi_eff").of(row, 0), 1e-15);
        assertEquals(0.5153741497901528, derived.find("chi_p").of(row, 0), 1e-15);
    }

    @Test
    void spinsFollowFromEachOther() {
        DerivedQuantities aligned = new DerivedQuantities(List.of("chi_1", "chi_2", "chi_2_in_plane"));
        double[] row = {-0.6, 0.3, 0.4};
        assertEquals(0.6, aligned.find("a_1").of(row, 0));
        assertEquals(-1, aligned.find("cos_tilt_1").of(row, 0));
        assertEquals(StrictMath.PI, aligned.find("tilt_1").of(row, 0));
        assertEquals(0.5, aligned.find("a_2").of(row, 0), 1e-16);
        assertEquals(0.6, aligned.find("cos_tilt_2").of(row, 0), 1e-15);
        DerivedQuantities tilted = new DerivedQuantities(List.of("a_1", "cos_tilt_1", "cos_theta_jn"));
        double[] second = {0.5, 0.8, 0.5};
        assertEquals(0.4, tilted.find("chi_1").of(second, 0), 1e-16);
        assertEquals(0.3, tilted.find("chi_1_in_plane").of(second, 0), 1e-15);
        assertEquals(StrictMath.PI / 3, tilted.find("theta_jn").of(second, 0), 1e-15);
        assertNull(tilted.find("chi_2"));
        assertNull(tilted.find("chi_eff"));
    }

    @Test
    void distancesFollowFromEachOther() {
        Cosmology cosmology = Cosmology.planck15();
        DerivedQuantities derived = new DerivedQuantities(List.of("redshift"));
        assertEquals(cosmology.luminosityDistanceMpc(0.4),
            derived.find("luminosity_distance").of(new double[] {0.4}, 0));
        assertEquals(cosmology.comovingDistanceMpc(0.4),
            derived.find("comoving_distance").of(new double[] {0.4}, 0));
    }
}
