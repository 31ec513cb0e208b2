package org.chirpmill.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosmologyTest {
    private static final double RELATIVE = 1e-12;
    /** Where there is none, astropy takes the difference of two hypergeometric functions, which costs it digits. */
    private static final double WITHOUT_RADIATION = 1e-11;

    /** astropy 8.0.2, Planck15: redshift, comoving and luminosity distance, volume over the sky per redshift. */
    @ParameterizedTest
    @CsvSource({
        "0.001, 4.424608256331697, 4.429032864588028, 1088262.3671285727",
        "0.0123, 54.279740851590795, 54.94738166406536, 162917827.68364102",
        "0.1, 432.1244883487781, 475.3369371836559, 9891358307.23567",
        "0.5, 1945.5612620818997, 2918.34189312285, 159864680301.5086",
        "1.0, 3395.905311975348, 6791.810623950696, 360585463427.95575",
        "2.5, 5971.73020614738, 20901.05572151583, 531053466594.66815",
        "7.0, 8822.49930444023, 70579.99443552185, 343103755828.77844",
        "20.0, 10972.471303602657, 230421.8973756558, 124828177757.26656",
        "100.0, 12851.518469605931, 1298003.365430199, 16062236024.749727",
        "1000.0, 13888.224627318274, 13902112.851945592, 536290990.48622614"})
    void planck15AgreesWithAstropy(double z, double comoving, double luminosity, double volume) {
        checkAll(Cosmology.planck15(), z, comoving, luminosity, volume);
    }

    /** bilby 2.8.2's Planck15_LAL on astropy 8.0.2. */
    @ParameterizedTest
    @CsvSource({
        "0.0123, 54.153092597970826, 54.81917563692586, 161783866.68269444",
        "0.5, 1942.6694021806677, 2914.0041032710014, 159292224640.55188",
        "2.5, 5971.8305919663135, 20901.4070718821, 531974817534.1274",
        "20.0, 10985.534911682602, 230696.23314533464, 125662582739.4632"})
    void planck15LalAgreesWithBilby(double z, double comoving, double luminosity, double volume) {
        checkAll(Cosmology.planck15Lal(), z, comoving, luminosity, volume);
    }

    /** astropy's by name, and others as bilby takes them from a dictionary; see bilby_priors.py. */
    @Test
    void cosmologiesByNameAndByNumbersAgreeWithAstropy() throws IOException {
        Map<String, Cosmology> described = Map.of(
            "{'H0': 67.7, 'Om0': 0.31}", Cosmology.flatLambdaCdm(67.7, 0.31, 0, 3.04, 0),
            "{'H0': 70, 'Om0': 0.3, 'Ode0': 0.7}", Cosmology.flatLambdaCdm(70, 0.3, 0, 3.04, 0),
            "{'H0': 72.5, 'Om0': 0.27, 'Tcmb0': 2.73, 'Neff': 3.3, 'm_nu': 0.1, 'Ob0': 0.05, 'name': 'mine'}",
            Cosmology.flatLambdaCdm(72.5, 0.27, 2.73, 3.3, 0.1),
            "{'H0': 60, 'Om0': 0.4, 'Tcmb0': 2.7}", Cosmology.flatLambdaCdm(60, 0.4, 2.7, 3.04, 0));
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/prior/cosmologies.tsv"));
        assertEquals(10 * (Cosmology.names().size() + described.size()), lines.size());
        for (String line : lines) {
            String[] fields = line.split("\t");
            Cosmology cosmology = described.getOrDefault(fields[0],
                Cosmology.named(fields[0].replace("'", "")).orElse(null));
            double[] numbers = Arrays.stream(fields).skip(1).mapToDouble(Double::parseDouble).toArray();
            checkAll(cosmology, numbers[0], numbers[1], numbers[2], numbers[3], WITHOUT_RADIATION);
        }
    }

    @Test
    void aNameStandsForOneCosmologyAndMostNamesForNone() {
        assertSame(Cosmology.named("WMAP9").orElseThrow(), Cosmology.named("WMAP9").orElseThrow());
        assertSame(Cosmology.planck15(), Cosmology.named("Planck15").orElseThrow());
        assertSame(Cosmology.planck15Lal(), Cosmology.named("planck15_lal").orElseThrow());
        assertEquals(Optional.empty(), Cosmology.named("planck18"));
        assertEquals("must have H0 between 1.0 and 1000.0, not 0.7", assertThrows(IllegalArgumentException.class,
            () -> Cosmology.flatLambdaCdm(0.7, 0.3, 0, 3.04, 0)).getMessage());
    }

    private static void checkAll(Cosmology cosmology, double z, double comoving, double luminosity, double volume) {
        checkAll(cosmology, z, comoving, luminosity, volume, RELATIVE);
    }

    private static void checkAll(
        Cosmology cosmology, double z, double comoving, double luminosity, double volume, double relative) {

        String at = cosmology.name() + " at redshift " + z;
        assertEquals(comoving, cosmology.comovingDistanceMpc(z), relative * comoving, at);
        assertEquals(luminosity, cosmology.luminosityDistanceMpc(z), relative * luminosity, at);
        assertEquals(volume, cosmology.differentialComovingVolume(z), relative * volume, at);
    }

    /** Brent's method on astropy 8.0.2's distances; its own z_at_value stops some 1e-9 away. */
    @ParameterizedTest
    @CsvSource({
        "1.0, 0.00022591711157489755, 0.00022596815278966043",
        "100.0, 0.022219406930638792, 0.022715758640179336",
        "410.0, 0.08700878186273979, 0.09475836897980665",
        "1000.0, 0.19797371535958627, 0.23973107917790223",
        "5000.0, 0.7795023197446049, 1.7982483038266253"})
    void redshiftsOfDistancesAgreeWithAstropy(double distanceMpc, double ofLuminosity, double ofComoving) {
        Cosmology cosmology = Cosmology.planck15();
        assertEquals(ofLuminosity, cosmology.redshiftAtLuminosityDistance(distanceMpc), 1e-12 * ofLuminosity);
        assertEquals(ofComoving, cosmology.redshiftAtComovingDistance(distanceMpc), 1e-12 * ofComoving);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-8, 1e-4, 0.03, 0.7, 3.3, 40, 1099})
    void redshiftsSurviveTheWayThroughBothDistances(double z) {
        Cosmology cosmology = Cosmology.planck15();
        double tolerance = 2e-13 * (1 + z) * z;
        assertEquals(z, cosmology.redshiftAtComovingDistance(cosmology.comovingDistanceMpc(z)), 20 * tolerance + 1e-16);
        assertEquals(z, cosmology.redshiftAtLuminosityDistance(cosmology.luminosityDistanceMpc(z)), tolerance + 1e-16);
    }

    @Test
    void oneCosmologyIsSharedByAll() {
        assertSame(Cosmology.planck15(), Cosmology.planck15());
        assertEquals("Planck15", Cosmology.planck15().name());
    }

    @Test
    void whatLiesOutsideTheTableIsNamed() {
        Cosmology cosmology = Cosmology.planck15();
        assertEquals("redshift -0.1 lies outside 0 to 1100.0",
            assertThrows(IllegalArgumentException.class, () -> cosmology.comovingDistanceMpc(-0.1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> cosmology.luminosityDistanceMpc(1101));
        assertThrows(IllegalArgumentException.class, () -> cosmology.redshiftAtComovingDistance(15_000));
        assertThrows(IllegalArgumentException.class, () -> cosmology.redshiftAtLuminosityDistance(Double.NaN));
    }
}
