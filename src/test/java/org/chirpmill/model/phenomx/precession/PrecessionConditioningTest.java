package org.chirpmill.model.phenomx.precession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

/**
 * How the twisted strain answers to its inputs. Its true discontinuities are few: the fall-back to single-spin angles,
 * S+^2 - S-^2 = 1e-5, where the nutation is switched on, spins that come to lie exactly along L (within 2^-52 rad), and
 * spins that become coplanar with L at the reference frequency.
 */
class PrecessionConditioningTest {
    private static final double[] FREQUENCIES = {8, 12, 18, 20, 27, 40, 60, 90, 135, 200, 300, 450, 680, 1024};
    private static final int[][] MODES = {{2, 2}, {2, 1}, {3, 3}, {3, 2}, {4, 4}};
    private static final double[] SIZES = {1, 0.1, 0.1, 0.03, 0.03};
    private static final double SOLAR_MASS_SECONDS = 4.925490947641267e-6;

    @Test
    void oneUnitInTheLastPlaceOfAnyInputMovesTheTwistByLittle() {
        Random random = new Random(20);
        for (int draw = 0; draw < 300; draw++) {
            // Closer to equal masses, the nutation's phase, which grows like 1 / (1 - q), moves by more itself.
            double[] inputs = draw(random, 0.05 + 0.94 * random.nextDouble(), draw % 4 == 0);
            assertTrue(changeAtOneUlp(inputs) <= 1e-11,
                Arrays.toString(inputs) + " moves by " + changeAtOneUlp(inputs));
        }
    }

    @Test
    void nearEqualMassesItMovesAsTheNutationsPhaseDoes() {
        Random random = new Random(21);
        for (int draw = 0; draw < 100; draw++) {
            double[] inputs = draw(random, 1 - Math.pow(10, -2 - 4 * random.nextDouble()), false);
            assertTrue(changeAtOneUlp(inputs) <= 2e-9,
                Arrays.toString(inputs) + " moves by " + changeAtOneUlp(inputs));
        }
    }

    @Test
    void twentyThousandBinariesAreFiniteAndFewFallBack() {
        Random random = new Random(22);
        int fallBacks = 0;
        for (int draw = 0; draw < 20000; draw++) {
            double[] inputs = draw(random, 0.03 + 0.97 * random.nextDouble(), false);
            PreparedRow row = PreparedRow.of(source(inputs));
            fallBacks += row.precession().angles() == Precession.Angles.SINGLE_SPIN ? 1 : 0;
            for (double part : twisted(inputs)) {
                assertTrue(Double.isFinite(part), Arrays.toString(inputs));
            }
        }
        assertTrue(fallBacks >= 20 && fallBacks <= 120, fallBacks + " of 20000 fell back; about 0.25 % is usual");
    }

    @Test
    void limitsAreFinite() {
        double[][] limits = {
            {30, 30, 0, 0, 0, 0, 0, 0}, {36, 29, 0, 0, 0, 0, 0, 0}, {30, 30, 0, 0, 0.99, 0, 0, -0.99},
            {30, 30, 0, 0, 0.5, 0, 0, 0.5}, {36, 29, 0, 0, 0.7, 0.3, 0, 0}, {36, 29, 0, 0, 0, 1, 0, 0},
            {36, 29, 1, 0, 0, -1, 0, 0}, {30, 30, 0.5, 0, 0, -0.5, 0, 0}, {30, 30, 0.5, 0, 0.1, -0.5, 0, -0.1},
            {36, 29, 0.4, 0.2, 0, 0.4, 0.2, 0}, {36, 29, -0.4, -0.2, 0.1, 0.4, 0.2, 0.1},
            {100, 1, 0, 0, -0.99, 0.5, 0.2, 0.3}, {100, 1, 0.8, 0, -0.5, 0, 0, 0}, {1.4, 1.4, 0, 0, 0.02, 0, 0, 0.01},
            {36, 29, 1e-160, 0, 1e-160, 0, 1e-160, 0}, {36, 29, 1e-12, 0, 0.8, 0, 1e-12, -0.7}};
        for (double[] limit : limits) {
            for (double part : twisted(limit)) {
                assertTrue(Double.isFinite(part), Arrays.toString(limit));
            }
        }
    }

    /** What a tilt written as pi leaves across, its sine, is nothing; the double beside it nutates. */
    @Test
    void onlySpinsAlignedToTheLastPlaceAreFrozen() {
        double besidePi = Math.sin(Math.nextDown(Math.PI));
        for (double across : new double[] {0, Math.sin(Math.PI), besidePi, 1e-8, 0.1}) {
            for (double along : new double[] {0.9, -0.9, 1e-3}) {
                double[] inputs = {36, 29, across * along, 0, along, 0.1, 0.2, 0.3};
                assertEquals(across < besidePi, PreparedRow.of(source(inputs)).nutation().frozen(),
                    across + " across, " + along + " along");
            }
        }
    }

    @Test
    void equalMassesAreTheLimitOfNearlyEqualOnes() {
        double[] equal = {30, 30, 0.4, -0.3, 0.2, 0.1, 0.5, -0.3, 0.5, 1.1};
        double[] beside = equal.clone();
        beside[1] = Math.nextDown(30.0);
        // Bodies of equal mass change places as in LALSimulation, so 1 in the first is 2 in the second.
        double[] exchanged = {30, 30, 0.1, 0.5, -0.3, 0.4, -0.3, 0.2, 0.5, 1.1};
        assertClose(twisted(beside), twisted(equal), 1e-12);
        assertClose(twisted(exchanged), twisted(equal), 1e-12);
        assertEquals(PreparedRow.of(source(beside)).precession().finalSpin(0.7),
            PreparedRow.of(source(equal)).precession().finalSpin(0.7), 1e-14);
    }

    @Test
    void exchangingTheBodiesChangesNothing() {
        double[] inputs = {36, 29, -0.2, 0.1, 0.4, -0.05, -0.2, 0.2, 0.5, 1.1};
        double[] exchanged = {29, 36, -0.05, -0.2, 0.2, -0.2, 0.1, 0.4, 0.5, 1.1};
        assertClose(twisted(inputs), twisted(exchanged), 0);
    }

    @Test
    void theRemnantSpinsAtMostMaximallyAndKeepsItsSign() {
        Precession precession = PreparedRow.of(source(new double[] {90, 10, 0, 0.6, -0.8, 0, 0, 0.9})).precession();
        assertTrue(precession.finalSpin(-0.4) < 0);
        assertEquals(1, precession.finalSpin(5));
        assertEquals(-1, precession.finalSpin(-5));
    }

    private static void assertClose(double[] expected, double[] actual, double tolerance) {
        double peak = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance * peak, "part " + i);
        }
    }

    private static double changeAtOneUlp(double[] inputs) {
        double[] here = twisted(inputs);
        double peak = Arrays.stream(here).map(Math::abs).max().orElseThrow();
        double worst = 0;
        for (int i = 0; i < inputs.length; i++) {
            double[] moved = inputs.clone();
            moved[i] = Math.nextUp(inputs[i]);
            double[] there = twisted(moved);
            for (int part = 0; part < here.length; part++) {
                worst = Math.max(worst, Math.abs(there[part] - here[part]) / peak);
            }
        }
        return worst;
    }

    /** Both polarizations at every frequency below the models' cutoff, of modes with sizes but no other dependence. */
    private static double[] twisted(double[] inputs) {
        PreparedRow row = PreparedRow.of(source(inputs));
        double mass = (inputs[0] + inputs[1]) * SOLAR_MASS_SECONDS;
        double[] frequencies = Arrays.stream(FREQUENCIES).filter(f -> f * mass < 0.33).toArray();
        double[] out = new double[4 * frequencies.length];
        for (int bin = 0; bin < frequencies.length; bin++) {
            for (int mode = 0; mode < MODES.length; mode++) {
                double[] one = row.twisted(frequencies[bin], MODES[mode][0], MODES[mode][1],
                    SIZES[mode] * Math.cos(mode), SIZES[mode] * Math.sin(mode));
                for (int part = 0; part < 4; part++) {
                    out[4 * bin + part] += one[part];
                }
            }
        }
        return out;
    }

    /** Random directions and magnitudes; nearly aligned spins where asked. */
    private static double[] draw(Random random, double q, boolean nearlyAligned) {
        double total = 12 + 288 * random.nextDouble();
        double[] inputs = new double[10];
        inputs[0] = total / (1 + q);
        inputs[1] = total - inputs[0];
        for (int body = 0; body < 2; body++) {
            double chi = random.nextInt(5) == 0 ? Math.pow(10, -6 * random.nextDouble()) : random.nextDouble() * 0.99;
            double cosine = 2 * random.nextDouble() - 1;
            double sine = nearlyAligned ? Math.pow(10, -6 * random.nextDouble()) : Math.sqrt(1 - cosine * cosine);
            double azimuth = 2 * Math.PI * random.nextDouble();
            inputs[2 + 3 * body] = chi * sine * Math.cos(azimuth);
            inputs[3 + 3 * body] = chi * sine * Math.sin(azimuth);
            inputs[4 + 3 * body] = chi * Math.copySign(Math.sqrt(1 - sine * sine), cosine);
        }
        inputs[8] = Math.acos(2 * random.nextDouble() - 1);
        inputs[9] = 2 * Math.PI * random.nextDouble();
        return inputs;
    }

    private static SourceParameters source(double[] in) {
        return new SourceParameters(in[0], in[1], in[2], in[3], in[4], in[5], in[6], in[7],
            in.length > 8 ? in[8] : 0.5, in.length > 9 ? in[9] : 1.1, 500, 0, 0);
    }
}
