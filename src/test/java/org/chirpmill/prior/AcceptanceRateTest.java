package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptanceRateTest {
    @Test
    void ratesAreTheShareOfTheAreaThatIsAdmitted() {
        AcceptanceRate most = rate("Constraint(10, 35)");
        assertEquals(1_000, most.draws());
        // The corner above 35 of the square from 10 to 20 is an eighth of it.
        assertEquals(0.875, most.admitted() / 1_000.0, 0.03);
        assertFalse(most.isLow());
        AcceptanceRate few = rate("Constraint(38, 45)");
        assertEquals(100_000, few.draws());
        assertEquals(0.02, few.admitted() / 100_000.0, 0.002);
        assertTrue(few.isLow());
    }

    @Test
    void whatChanceDoesNotDecideHasNoRate() {
        assertEquals(Optional.empty(), PriorSet.of(Map.of("phase", "Uniform(0, 1)")).acceptanceRate());
        assertEquals(Optional.empty(), PriorSet.of(Map.of("mass_1", 30, "mass_2", 20, "total_mass",
            "Constraint(60, 70)", "phase", "Uniform(0, 1)")).acceptanceRate());
    }

    @Test
    void ratesAreToldInPerCent() {
        assertEquals("2.0 %", new AcceptanceRate(100_000, 1953).inWords());
        assertEquals("0.03 %", new AcceptanceRate(100_000, 34).inWords());
        assertEquals("less than 0.001 %", new AcceptanceRate(100_000, 0).inWords());
    }

    private static AcceptanceRate rate(String constraint) {
        return PriorSet.of(Map.of("mass_1", "Uniform(10, 20)", "mass_2", "Uniform(10, 20)", "total_mass", constraint))
            .acceptanceRate().orElseThrow();
    }
}
