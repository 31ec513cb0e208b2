package org.chirpmill.model.phenomx.spintaylor;

import static org.chirpmill.physics.PhysicalConstants.SOLAR_MASS_SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.EulerAngles;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.source.SourceParameters;
import org.junit.jupiter.api.Test;

class SpinTaylorPrecessionTest {
    private static final int ROOM = 200;
    private static final double REFERENCE = 20;
    /** As {@link SpinTaylorPrecession} has it, and the integrator's own error. */
    private static final double TABLE_ERROR = 4e-9;
    private final double[] rows = new double[Precession.ROW_SIZE + AngleTableRow.size(ROOM)];

    @Test
    void tablesHoldTheAnglesThatTheyAreWrittenFrom() throws SourceRefusedException {
        SplittableRandom random = new SplittableRandom(7);
        SpinTaylorPrecession precession = onUniformGrid(REFERENCE, 20, false);
        double[][] exact = new double[7][1];
        double[] tabulated = new double[EulerAngles.SIZE];
        for (int draw = 0; draw < 40; draw++) {
            SourceParameters source = source(random, 15 + 85 * random.nextDouble());
            assertTrue(prepare(precession, source), "draw " + draw);
            double mass = PrecessingBinary.of(source).totalMassSolar() * SOLAR_MASS_SECONDS;
            for (int place = 0; place < 50; place++) {
                double f22 = 10 * StrictMath.pow(Math.min(200, 0.06 / mass), random.nextDouble());
                double logV = StrictMath.log(Math.PI * mass * f22) / 3;
                precession.angles().at(new double[] {logV}, 1, exact);
                EulerAngles.at(rows, 0, Math.cbrt(f22), Math.log(f22), 2, tabulated, 0);
                double phase = exact[0][0] - exact[1][0]
                    - (tabulated[EulerAngles.ALPHA] - tabulated[EulerAngles.EPSILON]);
                double sine = exact[3][0];
                String where = "draw " + draw + ", " + f22 + " Hz";
                assertEquals(0, Math.sin(phase / 2), TABLE_ERROR, where);
                assertEquals(exact[2][0], tabulated[EulerAngles.COS_HALF], TABLE_ERROR, where);
                assertEquals(sine, tabulated[EulerAngles.SIN_HALF], TABLE_ERROR, where);
                assertEquals(0, sine * Math.sin((exact[0][0] - tabulated[EulerAngles.ALPHA]) / 2), TABLE_ERROR, where);
            }
        }
    }

    @Test
    void epsilonIsTheIntegralOfCosBetaOverAlpha() throws SourceRefusedException {
        SourceParameters source = source(new SplittableRandom(3), 50);
        SpinTaylorPrecession precession = onUniformGrid(REFERENCE, 20, false);
        assertTrue(prepare(precession, source));
        SpinTaylorAngles angles = precession.angles();
        double mass = PrecessingBinary.of(source).totalMassSolar() * SOLAR_MASS_SECONDS;
        double[][] at = new double[7][2];
        for (double hz = 12; hz < 100; hz *= 1.3) {
            double step = angles.steps().gamma();
            double from = hz * mass;
            double to = from + 20 * step;
            if (from < angles.transition() && to > angles.transition() - step) {
                continue;
            }
            angles.at(new double[] {Math.log(Math.PI * from) / 3, Math.log(Math.PI * to) / 3}, 2, at);
            // epsilon is that of a frequency one step higher.
            double sum = 0;
            int parts = 400;
            double width = (to - from) / parts;
            for (int i = 0; i < parts; i++) {
                for (double node : new double[] {-Math.sqrt(0.6), 0, Math.sqrt(0.6)}) {
                    sum += width / 18 * (node == 0 ? 8 : 5) * angles.epsilonRate(
                        from + step + (i + 0.5 + node / 2) * width, from < angles.transition());
                }
            }
            assertEquals(0, Math.sin((at[1][1] - at[1][0] - sum) / 2), 1e-9, hz + " Hz");
        }
    }

    @Test
    void whatLalsimulationDoesNotIntegrateIsLeftToOtherAngles() throws SourceRefusedException {
        SourceParameters aligned = new SourceParameters(40, 30, 0, 5e-8, 0.3, 0, 0, 0.2, 0.5, 0.3, 1000, 0, 0);
        assertFalse(prepare(onUniformGrid(REFERENCE, 20, false), aligned), "in-plane spins below 1e-7");
        SourceParameters source = source(new SplittableRandom(5), 60);
        assertFalse(prepare(onUniformGrid(9, 20, false), source), "reference below the lowest frequency of all modes");
        assertFalse(prepare(onUniformGrid(120, 20, false), source), "reference beyond the orbit's end");
        assertFalse(prepare(onUniformGrid(REFERENCE, 1, false), source), "less than half a hertz to begin at");
        assertTrue(prepare(onUniformGrid(REFERENCE, 20, true), source));
    }

    @Test
    void whatLalsimulationRefusesIsRefused() {
        SourceParameters source = source(new SplittableRandom(5), 60);
        assertThrows(SourceRefusedException.class, () -> prepare(onUniformGrid(19.9, 20, true), source));
        FrequencyGrid list = FrequencyGrid.ofSamples(new double[] {0.4, 30, 200});
        SpinTaylorPrecession precession =
            new SpinTaylorPrecession(new EvaluationFrame(REFERENCE, list), 2, 2, true, ROOM);
        assertThrows(SourceRefusedException.class, () -> prepare(precession, source));
    }

    @Test
    void stepsOfGammaAreInversePowersOfTwoOfSecondsThatTheChirpTakes() {
        PrecessingBinary heavy = PrecessingBinary.of(new SourceParameters(40, 30, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0));
        PrecessingBinary light = PrecessingBinary.of(new SourceParameters(8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0));
        assertEquals(0.1, ChirpTimeStep.of(heavy, REFERENCE));
        // LALSimulation's SimInspiralChirpTimeBound gives 12.2 s from 20 Hz on.
        assertEquals(1.0 / 16, ChirpTimeStep.of(light, REFERENCE));
    }

    private boolean prepare(SpinTaylorPrecession precession, SourceParameters source) throws SourceRefusedException {
        PrecessingBinary binary = PrecessingBinary.of(source);
        AlignedBinary aligned = AlignedBinary.of(source);
        Remnant remnant = Remnant.of(aligned);
        Landmarks landmarks = Landmarks.of(aligned, remnant);
        Remnant precessing = new Remnant(remnant.mass(), Precession.ofSpinTaylor(binary).finalSpin(remnant.spin()));
        return precession.prepare(
            source, binary, landmarks, landmarks.ringingAs(precessing), precessing, rows, 0);
    }

    private static SpinTaylorPrecession onUniformGrid(double reference, int lowest, boolean isQuadrupole) {
        double deltaF = 0.25;
        double[] bins = IntStream.range(0, 4097).mapToDouble(bin -> deltaF * bin).toArray();
        return new SpinTaylorPrecession(
            new EvaluationFrame(reference, new FrequencyGrid(bins, (int) (lowest / deltaF), deltaF)),
            isQuadrupole ? 2 : 1, isQuadrupole ? 2 : 4, isQuadrupole, ROOM);
    }

    private static SourceParameters source(SplittableRandom random, double massOne) {
        double ratio = 0.2 + 0.8 * random.nextDouble();
        double[] spins = new double[6];
        for (int body = 0; body < 2; body++) {
            double norm = 0.95 * random.nextDouble();
            double cosine = 2 * random.nextDouble() - 1;
            double azimuth = 2 * Math.PI * random.nextDouble();
            double plane = norm * Math.sqrt(1 - cosine * cosine);
            spins[3 * body] = plane * Math.cos(azimuth);
            spins[3 * body + 1] = plane * Math.sin(azimuth);
            spins[3 * body + 2] = norm * cosine;
        }
        return new SourceParameters(massOne, ratio * massOne, spins[0], spins[1], spins[2], spins[3], spins[4],
            spins[5], 0.7, 1.1, 1000, 0, 0);
    }
}
