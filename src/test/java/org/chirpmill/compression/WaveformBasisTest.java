package org.chirpmill.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chirpmill.compression.LinearAlgebra.Singular;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.engine.Schedule;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;
import org.junit.jupiter.api.Test;

/** A basis as production makes it, of whitened waveforms that are read in blocks, against LAPACK's of all at once. */
class WaveformBasisTest {
    private static final int WAVEFORMS = 1000;
    private static final int SIZE = 200;
    private static final Path CURVE = Path.of("configs/asd/aLIGO_ZERO_DET_high_P_asd.txt");

    /** The production prior on bands fine enough that their bins are too many to be decomposed as they are. */
    private static DatasetSettings settings() throws IOException {
        String text = Files.readString(Path.of("configs/multibanded_xphm.yaml"));
        String nodes = "[20.0, 48.0, 80.0, 128.0, 256.0, 1024.0]";
        assertTrue(text.contains(nodes));
        return DatasetSettings.of(SettingsTree.parse(
            text.replace(nodes, "[20.0, 60.0, 108.0, 172.0, 300.0, 1024.0]"), "bands.yaml"));
    }

    @Test
    void twoHundredVectorsOfXphmSpanWhatLapacksDo() throws Exception {
        DatasetSettings settings = settings();
        WaveformTask task = Recipe.of(settings, Path.of("configs"))
            .task(Choices.automatic().withPrecision(Precision.DOUBLE).withAccuracy(Accuracy.DEFAULT));
        EvaluatedRows rows = new EvaluatedRows(task, Schedule.automatic(task, WAVEFORMS, 2),
            new Compression(List.of(Whitening.of(CURVE, FrequencyDomain.of(settings.domain())))),
            BasisMaker.FIRST_TRAINING_ROW, WAVEFORMS, read -> { });
        TrainingPlan plan = TrainingPlan.of(rows.activeBins(), WAVEFORMS, SIZE);
        assertFalse(plan.isDirect());
        SvdBasis ours = BasisTraining.train(rows, plan).basis();
        try (Arena arena = Arena.ofConfined()) {
            LinearAlgebra algebra = new LinearAlgebra(arena);
            ComplexMatrix all = algebra.zeros(rows.activeBins(), 2 * WAVEFORMS);
            int[] read = {0};
            rows.read(2L * WAVEFORMS, block -> {
                all.put(read[0], block);
                read[0] += block.columns();
            });
            ComplexMatrix found = columns(algebra, ours, rows);
            double lost = squares(residual(algebra, found, all));
            Singular exact = algebra.singular(all);

            double least = 0;
            for (int k = SIZE; k < exact.values().length; k++) {
                least += exact.values()[k] * exact.values()[k];
            }
            assertEquals(1, lost / least, 1e-3, "squares that the basis loses, of the least that " + SIZE + " lose");
            for (int k = 0; k < SIZE; k++) {
                assertEquals(1, ours.singularValues()[k] / exact.values()[k], 2e-4, "singular value " + k);
            }
            // The last vectors' values are 2 % apart, so that what they span together is hard to tell from the next.
            Map<Integer, Double> allowed = new TreeMap<>(Map.of(50, 1e-4, 100, 5e-4, 150, 5e-3, SIZE, 3e-2));
            allowed.forEach((leading, sine) -> {
                double actual = sine(algebra, found.columns(0, leading), exact.left().columns(0, leading));
                assertTrue(actual < sine, "sine of the angle between " + leading + " vectors: " + actual);
            });
        }
    }

    private static double squares(ComplexMatrix matrix) {
        double sum = 0;
        for (int k = 0; k < matrix.columns(); k++) {
            for (int row = 0; row < matrix.rows(); row++) {
                sum += matrix.real(row, k) * matrix.real(row, k) + matrix.imaginary(row, k) * matrix.imaginary(row, k);
            }
        }
        return sum;
    }

    /** The sine of the largest angle between a vector of {@code wanted}'s space and {@code found}'s space. */
    private static double sine(LinearAlgebra algebra, ComplexMatrix found, ComplexMatrix wanted) {
        return algebra.singular(residual(algebra, found, wanted)).values()[0];
    }

    /** What {@code found}'s space lacks of some columns. */
    private static ComplexMatrix residual(LinearAlgebra algebra, ComplexMatrix found, ComplexMatrix wanted) {
        ComplexMatrix overlaps = algebra.zeros(found.columns(), wanted.columns());
        algebra.adjointProduct(found, wanted, overlaps);
        for (int k = 0; k < overlaps.columns(); k++) {
            for (int row = 0; row < overlaps.rows(); row++) {
                overlaps.set(row, k, -overlaps.real(row, k), -overlaps.imaginary(row, k));
            }
        }
        ComplexMatrix residual = algebra.zeros(found.rows(), wanted.columns());
        residual.put(0, wanted);
        algebra.addProduct(found, overlaps, residual);
        return residual;
    }

    /** Left singular vectors: the conjugates of the basis's. */
    private static ComplexMatrix columns(LinearAlgebra algebra, SvdBasis basis, EvaluatedRows rows) {
        ComplexMatrix columns = algebra.zeros(rows.activeBins(), basis.size());
        for (int bin = 0; bin < rows.activeBins(); bin++) {
            for (int k = 0; k < basis.size(); k++) {
                int at = 2 * ((rows.firstBin() + bin) * basis.size() + k);
                columns.set(bin, k, basis.v()[at], -basis.v()[at + 1]);
            }
        }
        return columns;
    }
}
