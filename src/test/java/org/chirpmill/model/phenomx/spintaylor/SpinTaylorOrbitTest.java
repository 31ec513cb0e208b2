package org.chirpmill.model.phenomx.spintaylor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.junit.jupiter.api.Test;

/** The integrated precession against 50 digits, against LALSimulation and against itself. */
class SpinTaylorOrbitTest {
    /** Of the orbit's direction: ten steps' tolerance, since the interpolant's error is larger than that of steps. */
    private static final double DIRECTION = 5e-11;
    /**
     * Of the spins. Errors count as they move the orbit: those of a body of a twentieth of the other's mass may be a
     * hundred times as large.
     */
    private static final double SPIN = 5e-9;
    /** Of the time, over the larger of it and one M; it follows from the others and is not controlled. */
    private static final double TIME = 1e-8;
    /**
     * Of LALSimulation's samples: between its steps it puts cubic polynomials, which are right to 1e-9 where the orbit
     * turns and to 1e-7 where a light body's spin does.
     */
    private static final double LAL_DIRECTION = 5e-9;
    private static final double LAL_SPIN = 2e-7;

    @Test
    void sixBinariesMoveAsFiftyDigitsSay() throws IOException {
        List<Map<String, Object>> orbits = OrbitReference.orbits();
        assertEquals(6, orbits.size());
        double[] state = new double[SpinTaylorOrbit.SIZE];
        for (Map<String, Object> row : orbits) {
            SpinTaylorOrbit orbit = solved(row);
            int compared = 0;
            for (Map<String, Object> exact : OrbitReference.states(row, "exact")) {
                double v = OrbitReference.number(exact, "v");
                if (v > orbit.lastVelocity()) {
                    continue;
                }
                compared++;
                double[] expected = OrbitReference.numbers(exact.get("state"));
                orbit.at(v, state);
                String where = row.get("name") + ", v = " + v;
                requireClose(expected, state, DIRECTION, SPIN, where);
                double time = expected[SpinTaylorOrbit.TIME];
                assertEquals(time, state[SpinTaylorOrbit.TIME], TIME * Math.max(1, Math.abs(time)), where);
                assertEquals(v, orbit.velocityAt(orbit.timeAt(v)), 1e-12, where);
            }
            assertTrue(compared >= 4, row.get("name") + ": " + compared);
        }
    }

    @Test
    void lalsimulationsSamplesLieOnTheOrbit() throws IOException {
        double[] state = new double[SpinTaylorOrbit.SIZE];
        for (Map<String, Object> row : OrbitReference.orbits()) {
            SpinTaylorOrbit orbit = solved(row);
            int compared = 0;
            for (Map<String, Object> sample : OrbitReference.states(row, "lal")) {
                double v = OrbitReference.number(sample, "v");
                if (v >= orbit.firstVelocity() && v <= orbit.lastVelocity()) {
                    orbit.at(v, state);
                    requireClose(OrbitReference.numbers(sample.get("state")), state, LAL_DIRECTION, LAL_SPIN,
                        row.get("name") + ", v = " + v);
                    compared++;
                }
            }
            assertTrue(compared >= 20, row.get("name") + ": " + compared);
        }
    }

    @Test
    void halfTheToleranceMovesTheOrbitByLessThanItsError() {
        Random random = new Random(31);
        SpinTaylorOrbit orbit = new SpinTaylorOrbit(5e-12);
        SpinTaylorOrbit finer = new SpinTaylorOrbit(2.5e-12);
        double[] state = new double[SpinTaylorOrbit.SIZE];
        double[] finerState = new double[SpinTaylorOrbit.SIZE];
        for (int draw = 0; draw < 40; draw++) {
            PrecessingBinary binary = wideDraw(random);
            double reference = OrbitReference.velocity(binary, OrbitReference.REFERENCE_FREQUENCY);
            double start = OrbitReference.velocity(binary, 9.5);
            orbit.solve(new Inspiral(binary, reference, start, Math.max(0.6, reference)));
            finer.solve(new Inspiral(binary, reference, start, Math.max(0.6, reference)));
            double low = Math.max(orbit.firstVelocity(), finer.firstVelocity());
            double high = Math.min(orbit.lastVelocity(), finer.lastVelocity());
            for (int i = 0; i <= 100; i++) {
                double v = i == 100 ? high : low + (high - low) * i / 100;
                orbit.at(v, state);
                finer.at(v, finerState);
                requireClose(finerState, state, 1e-10, 1e-8, binary + ", v = " + v);
            }
        }
    }

    @Test
    void lengthsAreKeptAndTheReferenceIsWhereTheSpinsAreGiven() throws IOException {
        double[] state = new double[SpinTaylorOrbit.SIZE];
        for (Map<String, Object> row : OrbitReference.orbits()) {
            SpinTaylorOrbit orbit = solved(row);
            double[] spins = OrbitReference.numbers(row.get("spins"));
            orbit.at(orbit.referenceVelocity(), state);
            assertEquals(1, state[2], 1e-15);
            for (int i = 0; i < 6; i++) {
                assertEquals(spins[i], state[SpinTaylorOrbit.SPIN_ONE + i], 1e-15);
            }
            orbit.at(orbit.lastVelocity(), state);
            assertEquals(1, norm(state, SpinTaylorOrbit.ORBIT), 1e-10);
            assertEquals(norm(spins, 0), norm(state, SpinTaylorOrbit.SPIN_ONE), 1e-9);
            assertEquals(norm(spins, 3), norm(state, SpinTaylorOrbit.SPIN_TWO), 1e-8);
        }
    }

    @Test
    void alignedSpinsStayAlignedAndNoSpinsTurnNothing() {
        double[] state = new double[SpinTaylorOrbit.SIZE];
        for (double spin : new double[] {0, 0.7, -0.7}) {
            PrecessingBinary binary = new PrecessingBinary(60, 0.6, 0.4, 0.2, 0, 0, spin, 0, 0, -spin / 2, false);
            SpinTaylorOrbit orbit = new SpinTaylorOrbit();
            orbit.solve(new Inspiral(binary, 0.3, 0.25, 0.9));
            assertTrue(orbit.endVelocity() > 0.4);
            orbit.at(orbit.endVelocity(), state);
            assertEquals(1, state[2], 1e-15);
            assertEquals(spin, state[SpinTaylorOrbit.SPIN_ONE + 2], 1e-15);
        }
    }

    @Test
    void anOrbitAgainstItsTotalAngularMomentumTakesNoMoreSteps() {
        // The spin of body 1 outweighs the orbit: J lies along it, L all but against J, where alpha has no meaning.
        double total = 36;
        PrecessingBinary binary = new PrecessingBinary(
            total, 0.924, 0.076, 0.848, -2.9e-7, 4.8e-7, -0.77, 0, 0, 0, false);
        SpinTaylorOrbit orbit = new SpinTaylorOrbit();
        SpinTaylorOrbit.Outcome outcome = orbit.solve(new Inspiral(binary, OrbitReference.velocity(binary, 20),
            OrbitReference.velocity(binary, 9.3), 0.6));
        assertEquals(SpinTaylorOrbit.Ending.VELOCITY_REACHED, outcome.down());
        assertEquals(SpinTaylorOrbit.Ending.ENERGY_RISES, outcome.up());
        assertTrue(orbit.steps() < 400, orbit.steps() + " steps");
    }

    @Test
    void whatEndsAnInspiralIsFound() {
        SpinTaylorOrbit orbit = new SpinTaylorOrbit();
        PrecessingBinary binary = new PrecessingBinary(60, 0.6, 0.4, 0.2, 0.3, 0.1, 0.2, -0.2, 0.4, 0.1, false);
        assertEquals(new SpinTaylorOrbit.Outcome(
            SpinTaylorOrbit.Ending.VELOCITY_REACHED, SpinTaylorOrbit.Ending.VELOCITY_REACHED),
            orbit.solve(new Inspiral(binary, 0.3, 0.25, 0.4)));
        assertEquals(0.25, orbit.firstVelocity());
        assertEquals(0.4, orbit.lastVelocity());
        assertThrows(IllegalArgumentException.class, () -> orbit.at(0.41, new double[SpinTaylorOrbit.SIZE]));
        SpinTaylorOrbit.Outcome further = orbit.solve(new Inspiral(binary, 0.3, 0.25, 0.9));
        assertEquals(SpinTaylorOrbit.Ending.ENERGY_RISES, further.up());
        // States go on a little: LALSimulation's last sample may lie behind the end.
        assertTrue(orbit.lastVelocity() > 1.01 * orbit.endVelocity());
        SpinTaylorOrbit.Outcome beyond = orbit.solve(new Inspiral(binary, 1.1 * orbit.endVelocity(), 0.25, 0.9));
        assertEquals(SpinTaylorOrbit.Ending.ENERGY_RISES, beyond.down());
        assertEquals(orbit.firstVelocity(), orbit.lastVelocity());
    }

    @Test
    void aSecondBinaryIsSolvedAsIfItWereTheFirst() {
        Random random = new Random(5);
        PrecessingBinary[] binaries = {wideDraw(random), wideDraw(random), wideDraw(random)};
        SpinTaylorOrbit used = new SpinTaylorOrbit();
        double[] state = new double[SpinTaylorOrbit.SIZE];
        double[] fresh = new double[SpinTaylorOrbit.SIZE];
        for (PrecessingBinary binary : binaries) {
            SpinTaylorOrbit orbit = new SpinTaylorOrbit();
            double reference = OrbitReference.velocity(binary, OrbitReference.REFERENCE_FREQUENCY);
            double start = OrbitReference.velocity(binary, 9.5);
            Inspiral inspiral = new Inspiral(binary, reference, start, 0.6);
            assertEquals(orbit.solve(inspiral), used.solve(inspiral));
            double v = 0.5 * (orbit.firstVelocity() + orbit.lastVelocity());
            used.at(v, state);
            orbit.at(v, fresh);
            assertTrue(Arrays.equals(state, fresh));
        }
    }

    private static SpinTaylorOrbit solved(Map<String, Object> row) {
        PrecessingBinary binary = OrbitReference.binary(row);
        double reference = OrbitReference.number(row, "reference");
        SpinTaylorOrbit orbit = new SpinTaylorOrbit();
        orbit.solve(new Inspiral(binary, reference, OrbitReference.velocity(binary, 9.2), 0.7));
        return orbit;
    }

    /** Total mass 5 to 400 solar, mass ratio to 1/20, spins to 0.99, all directions. */
    private static PrecessingBinary wideDraw(Random random) {
        return draw(random, 5 * Math.pow(80, random.nextDouble()), 0.05 + 0.95 * random.nextDouble(), 0.99);
    }

    /** A binary of that total mass, solar masses, and mass ratio, with spins in any direction. */
    static PrecessingBinary draw(Random random, double total, double ratio, double largestSpin) {
        double one = 1 / (1 + ratio);
        double[] spins = new double[6];
        for (int body = 0; body < 2; body++) {
            double spin = largestSpin * random.nextDouble();
            double z = 2 * random.nextDouble() - 1;
            double azimuth = 2 * Math.PI * random.nextDouble();
            spins[3 * body] = spin * Math.sqrt(1 - z * z) * Math.cos(azimuth);
            spins[3 * body + 1] = spin * Math.sqrt(1 - z * z) * Math.sin(azimuth);
            spins[3 * body + 2] = spin * z;
        }
        return new PrecessingBinary(total, one, ratio * one, one - ratio * one,
            spins[0], spins[1], spins[2], spins[3], spins[4], spins[5], false);
    }

    private static double norm(double[] vectors, int at) {
        return Math.sqrt(vectors[at] * vectors[at] + vectors[at + 1] * vectors[at + 1]
            + vectors[at + 2] * vectors[at + 2]);
    }

    private static void requireClose(double[] expected, double[] state, double direction, double spin, String where) {
        for (int i = 0; i < SpinTaylorOrbit.TIME; i++) {
            assertEquals(expected[i], state[i], i < SpinTaylorOrbit.SPIN_ONE ? direction : spin,
                where + ", component " + i);
        }
    }
}
