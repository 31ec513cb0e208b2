package org.chirpmill.model.phenomx.spintaylor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.ModelOptions;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.model.phenomx.AlignedBinary;
import org.chirpmill.model.phenomx.Landmarks;
import org.chirpmill.model.phenomx.Remnant;
import org.chirpmill.model.phenomx.hm.CoprecessingRow;
import org.chirpmill.model.phenomx.precession.AngleTableRow;
import org.chirpmill.model.phenomx.precession.PrecessingBinary;
import org.chirpmill.model.phenomx.precession.Precession;
import org.chirpmill.model.phenomx.precession.PrecessionRow;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How far the integration has converged: of wide draws, how far polarizations move, over their peak, when an orbit is
 * integrated with half the tolerance, and when the table of its angles has a tenth of its own. {@code
 * -Dchirpmill.draws=3000} makes as many draws, {@code -Dchirpmill.draws.seed} others; the quantiles are printed.
 */
class SpinTaylorConvergenceTest {
    private static final int FEW = 40;
    private static final int DRAWS = Integer.getInteger("chirpmill.draws", FEW);
    private static final long SEED = Long.getLong("chirpmill.draws.seed", 1);
    private static final double DELTA_F = 0.25;
    private static final FrequencyGrid GRID = new FrequencyGrid(
        IntStream.rangeClosed(0, 4096).mapToDouble(bin -> bin * DELTA_F).toArray(), (int) (20 / DELTA_F), DELTA_F);
    private static final EvaluationFrame FRAME = new EvaluationFrame(20, GRID);
    private static final double[] TABLES = GridTables.of(GRID);
    private static final int ROOM = 2000;
    private static final int PRECESSION = CoprecessingRow.SIZE;
    /** What the table may miss in the model, rad, and here. */
    private static final double USUAL = 1e-10;
    private static final double FINE = 1e-11;
    /** Of the peak: what all but a few draws keep. */
    private static final double CONVERGED = 1e-9;
    /** Draws whose orbit passes J closely move by more when it is integrated otherwise: this share, to this at most. */
    private static final double SHARE_BEYOND = 0.025;
    private static final double MOST = 1e-8;
    /** The table's tolerance is of epsilon over beta / 2, held at 0.05: next to J epsilon may miss more. */
    private static final double SHARE_BEYOND_OF_TABLE = 0.08;
    private static final double MOST_OF_TABLE = 2e-7;

    /** The polarizations of one model with an orbit and a table of chosen tolerances. */
    private static final class Waveforms {
        private final WaveformModel model;
        private final SpinTaylorPrecession precession;
        private final double[] row;
        private final double[] out = new double[4 * (GRID.bins() - GRID.firstBin())];
        private boolean isIntegrated;

        Waveforms(WaveformModel model, double orbit, double table) {
            this.model = model;
            boolean isQuadrupole = model.traits().highestM() == 2;
            precession = new SpinTaylorPrecession(FRAME, isQuadrupole ? 2 : 1, isQuadrupole ? 2 : 4, isQuadrupole,
                ROOM, new SampledOrbit(new SpinTaylorOrbit(orbit)), table);
            row = new double[Math.max(model.layout().size(), PRECESSION + Precession.ROW_SIZE
                + AngleTableRow.size(ROOM))];
        }

        double[] of(SourceParameters source) throws SourceRefusedException {
            model.prepare(source, FRAME, row, 0);
            isIntegrated = row[PRECESSION + PrecessionRow.TWO_SPIN] == Precession.INTEGRATED;
            if (isIntegrated) {
                PrecessingBinary binary = PrecessingBinary.of(source);
                Remnant aligned = Remnant.of(AlignedBinary.of(source));
                Landmarks landmarks = Landmarks.of(AlignedBinary.of(source), aligned);
                Remnant precessing =
                    new Remnant(aligned.mass(), Precession.ofSpinTaylor(binary).finalSpin(aligned.spin()));
                assertTrue(precession.prepare(source, binary, landmarks, landmarks.ringingAs(precessing), precessing,
                    row, PRECESSION), "integrated with one tolerance, so with all");
            }
            model.kernel().polarizations(row, 0, TABLES, GRID.bins(), GRID.firstBin(), GRID.bins(), out);
            return out;
        }
    }

    /** How far waveforms lie apart, by draw; 0 where nothing is integrated. */
    private static final class Movement {
        private final String what;
        private final double[] byDraw = new double[DRAWS];

        Movement(String what) {
            this.what = what;
        }

        void note(int draw, double[] one, double[] other) {
            double peak = 0;
            double apart = 0;
            for (int k = 0; k < one.length; k += 2) {
                peak = Math.max(peak, Math.hypot(one[k], one[k + 1]));
                apart = Math.max(apart, Math.hypot(one[k] - other[k], one[k + 1] - other[k + 1]));
            }
            byDraw[draw] = apart / peak;
        }

        String summary(WideDraws draws) {
            double[] sorted = byDraw.clone();
            Arrays.sort(sorted);
            int worst = IntStream.range(0, DRAWS).reduce(0, (a, b) -> byDraw[b] > byDraw[a] ? b : a);
            return String.format(Locale.ROOT, "%s, %,d draws: median %.1e, 99 %% %.1e, max %.1e (row %d, %s), %d above "
                + "%.0e", what, DRAWS, sorted[DRAWS / 2], sorted[DRAWS - 1 - DRAWS / 100], sorted[DRAWS - 1], worst,
                draws.text(worst), beyond(), CONVERGED);
        }

        private long beyond() {
            return Arrays.stream(byDraw).filter(movement -> !(movement <= CONVERGED)).count();
        }

        boolean isWithin(double share, double most) {
            return beyond() <= share * DRAWS && Arrays.stream(byDraw).allMatch(movement -> movement <= most);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMRPhenomXP", "IMRPhenomXPHM"})
    void polarizationsHardlyMoveWithTheTolerances(String approximant)
            throws SourceRefusedException, UnphysicalSourceException {
        WaveformModel model = ModelCatalogue.named(approximant).orElseThrow()
            .with(new ModelOptions(List.of(), OptionalInt.of(320), OptionalInt.of(2)));
        Waveforms usual = new Waveforms(model, OrbitWalk.TOLERANCE, USUAL);
        Waveforms half = new Waveforms(model, OrbitWalk.TOLERANCE / 2, USUAL);
        Waveforms fine = new Waveforms(model, OrbitWalk.TOLERANCE, FINE);
        Waveforms halfFine = new Waveforms(model, OrbitWalk.TOLERANCE / 2, FINE);
        Movement ofOrbit = new Movement(approximant + ", orbit's tolerance halved");
        Movement ofOrbitInFineTables = new Movement(approximant + ", likewise with tables to 1e-11 rad");
        Movement ofTable = new Movement(approximant + ", tables to 1e-11 rad in place of 1e-10");
        WideDraws draws = new WideDraws(model, FRAME.referenceFrequency(), SEED);
        int refused = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            SourceParameters source = draws.source(draw);
            try {
                double[] waveform = usual.of(source);
                ofOrbit.note(draw, waveform, half.of(source));
                ofTable.note(draw, waveform, fine.of(source));
                ofOrbitInFineTables.note(draw, fine.out, halfFine.of(source));
            } catch (SourceRefusedException refusal) {
                refused++;
            }
        }
        String found = String.join("\n", ofOrbit.summary(draws), ofOrbitInFineTables.summary(draws),
            ofTable.summary(draws), refused + " refused");
        if (DRAWS > FEW) {
            System.out.println(found);
        }
        assertTrue(ofOrbit.isWithin(SHARE_BEYOND, MOST) && ofOrbitInFineTables.isWithin(SHARE_BEYOND, MOST)
            && ofTable.isWithin(SHARE_BEYOND_OF_TABLE, MOST_OF_TABLE), found);
        assertEquals(0, refused, found);
    }
}
