package org.chirpmill.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassesTest {
    private static final int BINARIES = 20_000;
    private static final Map<String, Route> ROUTES = routes();

    /** Routes that must find the masses from a quantity that is stationary where they are equal. */
    private static final Set<String> THROUGH_ETA = Set.of(
        "mass_1, symmetric_mass_ratio", "mass_2, symmetric_mass_ratio", "total_mass, chirp_mass",
        "total_mass, symmetric_mass_ratio", "chirp_mass, symmetric_mass_ratio");

    @Test
    void everyRouteGivesBackTheComponentMasses() {
        Random random = new Random(7);
        for (int i = 0; i < BINARIES; i++) {
            double one = Math.exp(6 * random.nextDouble());
            double two = one * (0.05 + 0.93 * random.nextDouble());
            for (String name : ROUTES.keySet()) {
                assertMasses(name, one, two, 1e-13);
            }
        }
    }

    @Test
    void everyRouteGivesBackEqualMasses() {
        Random random = new Random(8);
        for (int i = 0; i < BINARIES; i++) {
            double mass = Math.exp(6 * random.nextDouble());
            for (String name : ROUTES.keySet()) {
                assertMasses(name, mass, mass, 1e-13);
            }
        }
    }

    /**
     * With delta = (m1 - m2) / M, one unit in the last place of eta = (1 - delta^2) / 4 moves the masses by some
     * 1e-16 / delta, so no method can do better from eta. Where eta comes from a chirp mass, a computed delta^2 of up
     * to 1.8e-15 counts as zero, which with the rounding of both inputs is a true one of up to 2.5e-15. The routes
     * that need no eta keep all digits.
     */
    @Test
    void nearlyEqualMassesLoseOnlyWhatTheSymmetricMassRatioCannotHold() {
        Random random = new Random(9);
        for (int i = 0; i < BINARIES; i++) {
            double one = Math.exp(6 * random.nextDouble());
            double two = one * (1 - Math.pow(10, -2 - 14 * random.nextDouble()));
            double delta = (one - two) / (one + two);
            for (String name : ROUTES.keySet()) {
                double lost = THROUGH_ETA.contains(name) ? Math.min(2.5e-15 / delta, 5e-8) : 0;
                assertMasses(name, one, two, 1e-13 + lost);
            }
        }
    }

    @Test
    void theSymmetricMassRatioNeverExceedsAQuarterNorItsRootTurnsImaginary() {
        Random random = new Random(10);
        for (int i = 0; i < 10 * BINARIES; i++) {
            double one = 100 * random.nextDouble() + 0.1;
            double two = one + (random.nextInt(9) - 4) * Math.ulp(one);
            double eta = Masses.symmetricMassRatio(one, two);
            assertTrue(eta <= 0.25, () -> "eta of " + one + " and " + two + " is " + eta);
            double delta = Masses.relativeDifference(eta);
            assertTrue(delta >= 0 && delta < 1e-7, () -> "delta of " + one + " and " + two + " is " + delta);
        }
        assertEquals(0.25, Masses.symmetricMassRatio(1.4, 1.4));
        assertEquals(0.25, Masses.symmetricMassRatio(1));
        assertEquals(0, Masses.relativeDifference(Math.nextUp(0.25)));
        assertTrue(Double.isNaN(Masses.relativeDifference(0.2500001)));
    }

    /** mpmath, 40 digits: (1 - delta) / (1 + delta) with delta = sqrt(1 - 4 eta). */
    @ParameterizedTest
    @CsvSource({
        "0.2499999999999999, 0.99999995785315237728",
        "0.24999, 0.98743038657478322839",
        "0.16, 0.25000000000000000867",
        "0.0099, 0.010101010101010101857",
    })
    void theMassRatioOfASymmetricOneAgreesWithHighPrecision(double eta, double expected) {
        assertEquals(expected, Masses.massRatioOfSymmetric(eta), 4e-16 * expected);
    }

    /** mpmath, 40 digits: eta = (chirp mass / M)^(5/3), then M (1 +- delta) / 2. */
    @ParameterizedTest
    @CsvSource({
        "30.0, 70.0, 40.593106259591573511, 29.406893740408426489",
        "8.7, 20.0, 10.324627432645171193, 9.6753725673548288071",
        "2.5, 60.0, 59.698011387484472362, 0.30198861251552763792",
    })
    void theMassesOfAChirpAndATotalMassAgreeWithHighPrecision(double chirp, double total, double one, double two) {
        ComponentMasses masses = ComponentMasses.ofTotalAndChirp(total, chirp);
        assertEquals(one, masses.one(), 1e-14 * one);
        assertEquals(two, masses.two(), 1e-14 * two);
    }

    /** mpmath, 40 digits: root of x^3 = a (1 + x), also where the companion is much heavier. */
    @ParameterizedTest
    @CsvSource({
        "30.0, 40.0, 29.816883847711581044",
        "10.0, 60.0, 3.0794852613823474882",
        "12.0, 3.0, 97.466237536961944427",
        "30.0, 34.46, 34.46190133129303071",
    })
    void theCompanionOfAChirpMassAgreesWithHighPrecision(double chirp, double mass, double expected) {
        assertEquals(expected, Masses.companionOfChirp(chirp, mass), 2e-15 * expected);
    }

    /** mpmath, 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "36.0, 29.0, 28.095555795460435847",
        "1.4, 1.4, 1.2187707886145737175",
        "100.0, 0.5, 4.1586157136624367027",
    })
    void theChirpMassAgreesWithHighPrecision(double one, double two, double expected) {
        assertEquals(expected, Masses.chirpMass(one, two), 1e-15 * expected);
    }

    @Test
    void pairsThatBelongToNoBinaryAreNotPhysical() {
        assertFalse(ComponentMasses.ofPrimaryAndTotal(30, 20).arePhysical());
        assertFalse(ComponentMasses.ofTotalAndChirp(50, 30).arePhysical());
        assertFalse(ComponentMasses.ofTotalAndSymmetricRatio(50, 0.26).arePhysical());
        assertFalse(ComponentMasses.ofPrimaryAndRatio(50, -0.5).arePhysical());
        assertFalse(ComponentMasses.ofPrimaryAndChirp(50, -20).arePhysical());
        assertFalse(ComponentMasses.ofChirpAndRatio(Double.NaN, 0.5).arePhysical());
        assertTrue(ComponentMasses.ofTotalAndSymmetricRatio(50, 0.25).arePhysical());
    }

    private static void assertMasses(String name, double one, double two, double tolerance) {
        ComponentMasses masses = ROUTES.get(name).from(one, two);
        double error = Math.max(Math.abs(masses.one() / one - 1), Math.abs(masses.two() / two - 1));
        assertTrue(error <= tolerance, () -> name + ": " + one + " and " + two + " came back as " + masses
            + ", off by " + error + ", allowed " + tolerance);
    }

    @FunctionalInterface
    private interface Route {
        ComponentMasses from(double one, double two);
    }

    private static Map<String, Route> routes() {
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put("mass_1, total_mass", (a, b) -> ComponentMasses.ofPrimaryAndTotal(a, Masses.totalMass(a, b)));
        routes.put("mass_1, chirp_mass", (a, b) -> ComponentMasses.ofPrimaryAndChirp(a, Masses.chirpMass(a, b)));
        routes.put("mass_1, mass_ratio", (a, b) -> ComponentMasses.ofPrimaryAndRatio(a, Masses.massRatio(a, b)));
        routes.put("mass_1, symmetric_mass_ratio",
            (a, b) -> ComponentMasses.ofPrimaryAndSymmetricRatio(a, Masses.symmetricMassRatio(a, b)));
        routes.put("mass_2, total_mass", (a, b) -> ComponentMasses.ofSecondaryAndTotal(b, Masses.totalMass(a, b)));
        routes.put("mass_2, chirp_mass", (a, b) -> ComponentMasses.ofSecondaryAndChirp(b, Masses.chirpMass(a, b)));
        routes.put("mass_2, mass_ratio", (a, b) -> ComponentMasses.ofSecondaryAndRatio(b, Masses.massRatio(a, b)));
        routes.put("mass_2, symmetric_mass_ratio",
            (a, b) -> ComponentMasses.ofSecondaryAndSymmetricRatio(b, Masses.symmetricMassRatio(a, b)));
        routes.put("total_mass, chirp_mass",
            (a, b) -> ComponentMasses.ofTotalAndChirp(Masses.totalMass(a, b), Masses.chirpMass(a, b)));
        routes.put("total_mass, mass_ratio",
            (a, b) -> ComponentMasses.ofTotalAndRatio(Masses.totalMass(a, b), Masses.massRatio(a, b)));
        routes.put("total_mass, symmetric_mass_ratio",
            (a, b) -> ComponentMasses.ofTotalAndSymmetricRatio(
                Masses.totalMass(a, b), Masses.symmetricMassRatio(a, b)));
        routes.put("chirp_mass, mass_ratio",
            (a, b) -> ComponentMasses.ofChirpAndRatio(Masses.chirpMass(a, b), Masses.massRatio(a, b)));
        routes.put("chirp_mass, symmetric_mass_ratio",
            (a, b) -> ComponentMasses.ofChirpAndSymmetricRatio(
                Masses.chirpMass(a, b), Masses.symmetricMassRatio(a, b)));
        return routes;
    }

    @Test
    void theListOfRoutesIsComplete() {
        List<String> scales = List.of("mass_1", "mass_2", "total_mass", "chirp_mass");
        assertEquals(scales.size() * (scales.size() - 1) / 2 - 1 + 2 * scales.size(), ROUTES.size());
    }
}
