package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What constraints are on and how many draws they admit, in bilby 2.8.2: reference-scripts/bilby_constraints.py. */
class BilbysConstraintsTest {
    private static final Path TABLE = Path.of("src/test/resources/prior/bilby_constraints.tsv");
    private static final double ROUNDING = 1e-12;
    /** To which astropy finds the redshift of a distance. */
    private static final double OF_REDSHIFT = 1e-7;
    private static final Set<String> BY_REDSHIFT = Set.of("redshift", "comoving_distance", "luminosity_distance");

    static Stream<String> values() throws IOException {
        return lines("values");
    }

    static Stream<String> admitted() throws IOException {
        return lines("admitted");
    }

    private static Stream<String> lines(String kind) throws IOException {
        return Files.readAllLines(TABLE).stream().filter(line -> line.startsWith(kind + "\t"))
            .map(line -> line.substring(kind.length() + 1));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everythingThatBilbyDerivesCanBeConstrained(String line) {
        String[] fields = line.split("\t");
        Map<String, Double> drawn = numbers(fields[0]);
        double[] row = drawn.values().stream().mapToDouble(Double::doubleValue).toArray();
        DerivedQuantities derived = new DerivedQuantities(List.copyOf(drawn.keySet()));
        boolean redshiftIsSought =
            drawn.keySet().stream().anyMatch(name -> name.endsWith("_source")) && !drawn.containsKey("redshift");
        numbers(fields[1]).forEach((name, expected) -> {
            DerivedQuantity quantity = derived.find(name);
            assertNotNull(quantity, name + " does not follow from " + fields[0]);
            double tolerance = redshiftIsSought || name.endsWith("_source") || BY_REDSHIFT.contains(name)
                ? OF_REDSHIFT : ROUNDING;
            assertEquals(expected, quantity.of(row, 0), tolerance * StrictMath.abs(expected),
                name + " of " + fields[0]);
        });
    }

    @ParameterizedTest
    @MethodSource("admitted")
    void asManyDrawsAreAdmittedAsByBilby(String line) {
        String[] fields = line.split("\t");
        Map<String, Object> priors = new LinkedHashMap<>();
        for (String entry : fields[0].split("; ")) {
            int equals = entry.indexOf('=');
            priors.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        double share = Double.parseDouble(fields[2]) / Double.parseDouble(fields[1]);
        AcceptanceRate rate = PriorSet.of(priors).acceptanceRate().orElseThrow();
        double noise = StrictMath.sqrt(share * (1 - share) * (1.0 / rate.draws() + 1 / Double.parseDouble(fields[1])));
        assertEquals(share, (double) rate.admitted() / rate.draws(), 4 * noise, fields[0]);
        assertEquals(rate, PriorSet.of(priors).acceptanceRate().orElseThrow(), "the estimate is the same every time");
        assertTrue(rate.isLow(), "below one half");
    }

    private static Map<String, Double> numbers(String spaced) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String entry : spaced.split(" ")) {
            String[] parts = entry.split("=");
            numbers.put(parts[0], Double.parseDouble(parts[1]));
        }
        return numbers;
    }
}
