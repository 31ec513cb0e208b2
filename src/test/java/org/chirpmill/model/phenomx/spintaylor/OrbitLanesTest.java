package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.model.phenomx.spintaylor.SpinTaylorOrbitTest.draw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chirpmill.cli.ChildJvm;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.spintaylor.SpinTaylorOrbit.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inspirals that are integrated side by side are those that are integrated alone, bit by bit. */
class OrbitLanesTest {
    private static final int DRAWS = 400;
    private static final int PLACES = 40;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 8, 9, 16, 61, DRAWS})
    void companyDoesNotShowInABit(int together) {
        assertEquals(inspirals().size(), requireSame(inspirals(), together));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64})
    void theWidthOfVectorsDoesNotShowInABit(int bytes) throws Exception {
        List<String> options = new ArrayList<>(ChildJvm.VECTORS);
        options.add("-XX:MaxVectorSize=" + bytes);
        CommandLineRun run = ChildJvm.run(OrbitLanesTest.class, Map.of(), options);
        assertEquals(0, run.exitCode(), run.out());
        assertTrue(run.out().endsWith(inspirals().size() + " are the same\n"), run.out());
    }

    /** What a JVM with other vectors runs. */
    public static void main(String[] arguments) {
        System.out.println(requireSame(inspirals(), 7) + " are the same");
    }

    @Test
    void theyEndInEveryWay() {
        SpinTaylorOrbit orbit = new SpinTaylorOrbit();
        Set<Ending> down = EnumSet.noneOf(Ending.class);
        Set<Ending> up = EnumSet.noneOf(Ending.class);
        for (Inspiral inspiral : inspirals()) {
            SpinTaylorOrbit.Outcome outcome = orbit.solve(inspiral);
            down.add(outcome.down());
            up.add(outcome.up());
        }
        assertEquals(EnumSet.allOf(Ending.class), up);
        assertEquals(EnumSet.of(Ending.VELOCITY_REACHED, Ending.ENERGY_RISES, Ending.CHIRP_SLOWS), down);
    }

    @Test
    void whatWasExpectedAndNotAskedForIsForgotten() {
        List<Inspiral> inspirals = inspirals();
        SpinTaylorOrbit orbit = new SpinTaylorOrbit();
        SpinTaylorOrbit alone = new SpinTaylorOrbit();
        double[] expected = new double[SpinTaylorOrbit.SIZE];
        double[] state = new double[SpinTaylorOrbit.SIZE];
        for (int from = 0; from + 20 <= 100; from += 10) {
            orbit.solveAhead(inspirals.subList(from, from + 10));
            // Of those expected some, in another order, one of them twice, and one that nobody expected.
            for (int each : new int[] {from + 7, from + 2, from + 15, from + 2, from + 9}) {
                Inspiral inspiral = inspirals.get(each);
                assertEquals(alone.solve(inspiral), orbit.solve(inspiral));
                assertEquals(alone.firstVelocity(), orbit.firstVelocity());
                assertEquals(alone.lastVelocity(), orbit.lastVelocity());
                double v = 0.5 * (alone.firstVelocity() + alone.lastVelocity());
                alone.at(v, expected);
                orbit.at(v, state);
                requireEqual(expected, state, inspiral);
            }
        }
    }

    @Test
    void aRateSumHasTheWeightsOfItsFormula() {
        RateSum sum = RateSum.of(rates -> Math.fma(-0.5, rates[7 * OrbitEquations.SIZE], 0.1 * rates[0]));
        assertEquals(List.of(0, 7), List.of(sum.stages()[0], sum.stages()[1]));
        assertEquals(List.of(0.1, -0.5), List.of(sum.weights()[0], sum.weights()[1]));
        assertEquals(2, sum.stages().length);
    }

    private static int requireSame(List<Inspiral> inspirals, int together) {
        OrbitWalk alone = new OrbitWalk(OrbitWalk.TOLERANCE);
        OrbitStepper stepper = new OrbitStepper();
        OrbitLanes lanes = new OrbitLanes();
        for (int from = 0; from < inspirals.size(); from += together) {
            List<OrbitWalk> walks = new ArrayList<>();
            List<OrbitLeg> legs = new ArrayList<>();
            for (Inspiral inspiral : inspirals.subList(from, Math.min(inspirals.size(), from + together))) {
                OrbitWalk walk = new OrbitWalk(OrbitWalk.TOLERANCE);
                walk.begin(inspiral);
                walks.add(walk);
                legs.addAll(List.of(walk.down(), walk.up()));
            }
            lanes.finish(legs);
            for (int each = 0; each < walks.size(); each++) {
                alone.begin(inspirals.get(from + each));
                stepper.finish(alone.down());
                stepper.finish(alone.up());
                requireSame(alone, walks.get(each), inspirals.get(from + each));
            }
        }
        return inspirals.size();
    }

    private static void requireSame(OrbitWalk alone, OrbitWalk walk, Inspiral inspiral) {
        requireEqual(alone.outcome(), walk.outcome(), inspiral);
        requireEqual(alone.steps().count(), walk.steps().count(), inspiral);
        requireEqual(alone.firstVelocity(), walk.firstVelocity(), inspiral);
        requireEqual(alone.endVelocity(), walk.endVelocity(), inspiral);
        requireEqual(alone.lastVelocity(), walk.lastVelocity(), inspiral);
        double[] expected = new double[SpinTaylorOrbit.SIZE];
        double[] state = new double[SpinTaylorOrbit.SIZE];
        double first = alone.firstVelocity();
        double last = alone.lastVelocity();
        for (int place = 0; place <= PLACES && first < last; place++) {
            double v = place == PLACES ? last : first + (last - first) * place / PLACES;
            alone.steps().at(v, inspiral.vReference(), expected);
            walk.steps().at(v, inspiral.vReference(), state);
            requireEqual(expected, state, inspiral + ", v = " + v);
        }
    }

    private static void requireEqual(double[] expected, double[] actual, Object where) {
        for (int i = 0; i < expected.length; i++) {
            requireEqual(expected[i], actual[i], where + ", number " + i);
        }
    }

    /** Without JUnit, which need not be there in another JVM. */
    private static void requireEqual(Object expected, Object actual, Object where) {
        if (!expected.equals(actual)) {
            throw new AssertionError(where + ": " + expected + " alone, " + actual + " beside others");
        }
    }

    /** As production draws them, wide ones, aligned ones, and among them some that end as others do not. */
    private static List<Inspiral> inspirals() {
        Random random = new Random(17);
        List<Inspiral> inspirals = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            PrecessingBinary binary = switch (draw % 4) {
                case 0, 1 -> draw(random, 30 + 170 * random.nextDouble(), 0.125 + 0.875 * random.nextDouble(), 0.99);
                case 2 -> draw(random, 5 * Math.pow(80, random.nextDouble()), 0.05 + 0.95 * random.nextDouble(),
                    0.99);
                default -> draw(random, 60, 0.05 + 0.95 * random.nextDouble(), draw % 8 == 3 ? 0 : 0.99);
            };
            double reference = OrbitReference.velocity(binary, OrbitReference.REFERENCE_FREQUENCY);
            double start = OrbitReference.velocity(binary, 9.5);
            inspirals.add(switch (draw % 10) {
                case 0 -> new Inspiral(binary, reference, start, 1.5);
                case 1 -> new Inspiral(binary, 0.75, 0.3, 1.2);
                case 2 -> new Inspiral(binary, reference, reference, Math.max(0.6, reference));
                default -> new Inspiral(binary, reference, start, Math.max(0.6, reference));
            });
        }
        // Spins that black holes have not.
        inspirals.add(5, ending(0.2084, 0.9162, -8.182, 2.4105, -1.7292, -5.7702, -7.2552, -0.8367));
        inspirals.add(50, ending(0.2212, 0.9292, 3.2739, -7.7121, -1.0218, -5.7833, -2.0396, -0.8836));
        inspirals.add(51, ending(0.4509, 0.8714, 7.0109, 7.7114, -1.0907, 5.4598, -7.8011, -0.5273));
        inspirals.add(99, ending(0.3380, 0.7045, -7.5126, -0.5867, -0.6851, -6.8265, 5.9480, -0.7345));
        inspirals.add(201, ending(0.3280, 0.7895, 7.8534, -7.4648, -0.4297, 5.4328, 4.4224, -1.1122));
        inspirals.add(333, ending(0.2877, 0.5734, -0.0096, -0.0330, 0.5819, 0.1710, -0.1922, 0.9858));
        return inspirals;
    }

    private static Inspiral ending(double vReference, double massOne, double... spins) {
        PrecessingBinary binary = new PrecessingBinary(60, massOne, 1 - massOne, 2 * massOne - 1,
            spins[0], spins[1], spins[2], spins[3], spins[4], spins[5], false);
        return new Inspiral(binary, vReference, 0.9 * vReference, 1.5);
    }
}
