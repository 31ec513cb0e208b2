package org.chirpmill.prior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriorSetTest {
    private static final long SEED = 42;

    private static Map<String, Object> binaryBlackHoles() {
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("mass_1", "bilby.core.prior.Constraint(minimum=12.0, maximum=75.0)");
        priors.put("chirp_mass", "bilby.gw.prior.UniformInComponentsChirpMass(minimum=20.0, maximum=70.0)");
        priors.put("geocent_time", 0.0);
        priors.put("phase", "default");
        priors.put("mass_2", "bilby.core.prior.Constraint(minimum=12.0, maximum=75.0)");
        priors.put("luminosity_distance", 1000);
        priors.put("mass_ratio", "bilby.gw.prior.UniformInComponentsMassRatio(minimum=0.125, maximum=1.0)");
        priors.put("a_1", "Uniform(0, 0.99)");
        priors.put("tilt_1", "default");
        return priors;
    }

    private static double[] draw(PriorSet set, long seed, long row, int attempt) {
        double[] values = new double[set.columns().size()];
        set.sampler().draw(seed, row, attempt, values, 0);
        return values;
    }

    /** The keys of bilby 2.8.2's {@code BBHPriorDict(...).sample(5)} for the same dictionary. */
    @Test
    void columnsAreTheKeysOfBilbysSamplesInTheirOrder() {
        assertEquals(
            List.of("chirp_mass", "geocent_time", "phase", "luminosity_distance", "mass_ratio", "a_1", "tilt_1"),
            PriorSet.of(binaryBlackHoles()).columns());
    }

    @Test
    void absentEntriesAreLeftOut() {
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("chi_1", null);
        priors.put("phase", " 1e-1 ");
        priors.put("chi_2", "None");
        assertEquals(List.of("phase"), PriorSet.of(priors).columns());
        assertArrayEquals(new double[] {0.1}, draw(PriorSet.of(priors), 1, 2, 3));
    }

    @Test
    void aRowDependsOnSeedAndIndexAlone() {
        PriorSet set = PriorSet.of(binaryBlackHoles());
        int rows = 300;
        int columns = set.columns().size();
        double[] forwards = new double[rows * columns];
        PriorSampler sampler = set.sampler();
        for (int row = 0; row < rows; row++) {
            sampler.draw(SEED, row, 0, forwards, row * columns);
        }
        double[] shuffled = new double[rows * columns];
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(7));
        order.parallelStream().forEach(row -> set.sampler().draw(SEED, row, 0, shuffled, row * columns));
        assertArrayEquals(forwards, shuffled);
    }

    @Test
    void seedsRowsAndAttemptsAllChangeTheDraw() {
        PriorSet set = PriorSet.of(Map.of("phase", "default"));
        double[] phases = IntStream.range(0, 4000).mapToDouble(i -> switch (i % 4) {
            case 0 -> draw(set, SEED, i, 0)[0];
            case 1 -> draw(set, SEED, 17, i)[0];
            case 2 -> draw(set, SEED + i, 17, 0)[0];
            default -> draw(set, ~SEED, i, 1)[0];
        }).toArray();
        assertEquals(phases.length, Arrays.stream(phases).distinct().count());
    }

    @Test
    void largeSeedsAndRowsAreAllDifferent() {
        PriorSet set = PriorSet.of(Map.of("phase", "default"));
        long[] seeds = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32};
        double[] phases = Arrays.stream(seeds).boxed()
            .flatMapToDouble(seed -> Arrays.stream(seeds).mapToDouble(row -> draw(set, seed, row, 0)[0]))
            .toArray();
        assertEquals(seeds.length * seeds.length, Arrays.stream(phases).distinct().count());
    }

    /** A change here changes every dataset ever drawn. numpy's Philox and scipy give the same rows to 1e-13. */
    @Test
    void rowsAreWhatTheyHaveAlwaysBeen() {
        PriorSet set = PriorSet.of(binaryBlackHoles());
        checkRow(draw(set, SEED, 0, 0),
            26.435351334567034, 0.0, 4.578082124005415, 1000.0, 0.38011603191892135,
            0.39304539140745415, 2.9091828013436793);
        checkRow(draw(set, SEED, 1, 0),
            48.95774858022715, 0.0, 3.198305854147848, 1000.0, 0.6655078852238585,
            0.38374245659069034, 0.3174809254226812);
        checkRow(draw(set, SEED, 4_999_999_999L, 2),
            27.677974679108278, 0.0, 2.7312198491392055, 1000.0, 0.34345678573414823,
            0.7612413579703003, 1.1643671880190154);
    }

    private static void checkRow(double[] drawn, double... expected) {
        assertArrayEquals(expected, drawn, () -> Arrays.toString(drawn));
    }

    @Test
    void constraintsHoldInEveryRow() {
        PriorSet set = PriorSet.of(binaryBlackHoles());
        PriorSampler sampler = set.sampler();
        double[] row = new double[set.columns().size()];
        double heaviest = 0;
        double lightest = 1000;
        for (int i = 0; i < 20_000; i++) {
            sampler.draw(3, i, 0, row, 0);
            double q = row[4];
            double one = row[0] * StrictMath.pow(1 + q, 0.2) / StrictMath.pow(q, 0.6);
            assertTrue(one < 75 && one * q > 12, "row " + i + " has masses " + one + " and " + one * q);
            heaviest = StrictMath.max(heaviest, one);
            lightest = StrictMath.min(lightest, one * q);
        }
        assertTrue(heaviest > 74.9 && lightest < 12.2, "constraints cut more than they should: "
            + heaviest + ", " + lightest);
    }

    @Test
    void constraintsExcludeTheirEnds() {
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("total_mass", 60);
        priors.put("mass_ratio", 0.5);
        priors.put("mass_2", "Constraint(19, 21)");
        assertEquals(2, draw(PriorSet.of(priors), 0, 0, 0).length);
        priors.put("mass_2", "Constraint(20, 21)");
        assertThrows(UnsatisfiedConstraintsException.class, () -> draw(PriorSet.of(priors), 0, 0, 0));
    }

    @Test
    void impossibleConstraintsAreNamed() {
        Map<String, Object> priors = new LinkedHashMap<>();
        priors.put("mass_1", "Uniform(20, 40)");
        priors.put("mass_2", "Uniform(20, 40)");
        priors.put("mass_ratio", "Constraint(0, 1)");
        priors.put("total_mass", "Constraint(90, 100)");
        UnsatisfiedConstraintsException e = assertThrows(
            UnsatisfiedConstraintsException.class, () -> draw(PriorSet.of(priors), 0, 0, 0));
        assertEquals("total_mass is 40.32 to 79.74 in draws and must lie between 90.0 and 100.0, both excluded: 100.0 %"
            + " of draws violate that, and none of 1,000,000 satisfied all constraints", e.getMessage());
        assertEquals("total_mass", e.key());
    }

    @Test
    void writingToAnOffsetTouchesNothingElse() {
        PriorSet set = PriorSet.of(binaryBlackHoles());
        double[] out = new double[set.columns().size() + 5];
        Arrays.fill(out, -7);
        set.sampler().draw(SEED, 9, 0, out, 3);
        assertArrayEquals(draw(set, SEED, 9, 0), Arrays.copyOfRange(out, 3, out.length - 2));
        for (int i : new int[] {0, 1, 2, out.length - 2, out.length - 1}) {
            assertEquals(-7, out[i], "index " + i);
        }
        assertFalse(Arrays.stream(out).anyMatch(Double::isNaN));
    }
}
