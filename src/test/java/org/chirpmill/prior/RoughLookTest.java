package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chirpmill.parameters.MassParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws that violate constraints by far are refused before their values are known to the last bit, and no others. */
class RoughLookTest {
    private static final int STEPS = 20_011;

    @ParameterizedTest
    @CsvSource({"0.125, 1, false", "0.125, 1, true", "0.05, 1, false", "0.9, 0.95, false", "0.5, 2, true"})
    void aRoughMassRatioIsNear(double minimum, double maximum, boolean equalMass) {
        Distribution ratio = new UniformInComponentsMassRatio(minimum, maximum, equalMass);
        assertTrue(ratio.hasRoughQuantile());
        for (int step = 0; step <= STEPS; step++) {
            double u = (double) step / STEPS;
            double off = ratio.roughQuantile(u) / ratio.quantile(u) - 1;
            assertTrue(Math.abs(off) <= Distribution.ROUGHNESS, "off by " + off + " at " + u);
        }
    }

    @Test
    void aRoughMassRatioOverTooWideARangeIsTheExactOne() {
        Distribution ratio = new UniformInComponentsMassRatio(1e-4, 1, false);
        assertFalse(ratio.hasRoughQuantile());
        assertEquals(ratio.quantile(0.3), ratio.roughQuantile(0.3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mass_1", "total_mass", "chirp_mass"})
    void massesAreNoSteeperThanIsClaimed(String mass) {
        MassQuantities masses = new MassQuantities(List.of(mass, "mass_ratio"), null);
        for (MassParameter wanted : MassParameter.values()) {
            DerivedQuantity quantity = masses.of(wanted);
            double most = quantity.steepness() * Distribution.ROUGHNESS;
            for (double ratio = 1e-3; ratio < 20; ratio *= 1.1) {
                for (double sign : new double[] {-1, 1}) {
                    double off = 1 + sign * Distribution.ROUGHNESS;
                    double rough = quantity.of(new double[] {40 * off, ratio / off}, 0);
                    double roughAlike = quantity.of(new double[] {40 * off, ratio * off}, 0);
                    double exact = quantity.of(new double[] {40, ratio}, 0);
                    assertTrue(Math.abs(exact - rough) <= most * rough
                        && Math.abs(exact - roughAlike) <= most * roughAlike,
                        wanted + " of " + mass + " and " + ratio + ": " + exact + ", " + rough + " or " + roughAlike);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "bilby.gw.prior.UniformInComponentsChirpMass(minimum=15.0, maximum=150.0)", "Uniform(minimum=9, maximum=11)"})
    void noRowThatHoldsIsRefused(String chirpMass) {
        Map<String, Object> priors = new TreeMap<>(Map.of(
            "mass_1", "Constraint(minimum=10, maximum=120)", "mass_2", "Constraint(minimum=10, maximum=120)",
            "chirp_mass", chirpMass,
            "mass_ratio", "bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1.0)"));
        PriorSet set = PriorSet.of(priors);
        assertTrue(set.looksRoughly());
        int refused = 0;
        int admitted = 0;
        double[] row = new double[2];
        for (int step = 0; step < STEPS; step++) {
            double u = (step + 0.5) / STEPS;
            double other = u * 1009 % 1;
            row[0] = set.distribution(0).roughQuantile(u);
            row[1] = set.distribution(1).roughQuantile(other);
            boolean isRefused = set.refuses(row, 0);
            row[0] = set.distribution(0).quantile(u);
            row[1] = set.distribution(1).quantile(other);
            assertFalse(isRefused && set.satisfiesAll(row, 0), "refused though it holds: " + row[0] + ", " + row[1]);
            refused += isRefused ? 1 : 0;
            admitted += set.satisfiesAll(row, 0) ? 1 : 0;
        }
        assertTrue(STEPS - refused - admitted < STEPS / 25, refused + " refused, " + admitted + " admitted");
        assertTrue(admitted > 0 && refused > STEPS / 4, refused + " refused, " + admitted + " admitted");
    }
}
