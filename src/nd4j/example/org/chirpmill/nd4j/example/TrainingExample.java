package org.chirpmill.nd4j.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.chirpmill.nd4j.BatchArrays;
import org.chirpmill.nd4j.LearnerBatch;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowOrder;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import org.chirpmill.run.RunListener;
import org.chirpmill.run.RunningRows;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Learns chirp masses from waveforms that are never stored: a run evaluates a batch while a linear regression
 * takes a step on the one before. How to run it is in docs/nd4j.md.
 */
public final class TrainingExample {
    private static final Path SETTINGS = Path.of("configs/quick.yaml");
    private static final String TARGET = "chirp_mass";

    /** Rows that are learnt from together. */
    private static final int ROWS_A_STEP = 100;

    /** Rows 0 to 999 are only guessed, never learnt from. */
    private static final int HELD_OUT = 1000;

    private static final int REPORTS = 10;

    private final Recipe recipe;
    private final int target;
    private final BandAmplitudes amplitudes;
    private final INDArray heldOutFeatures;
    private final INDArray heldOutTargets;
    private final LinearRegression regression;
    private final List<Double> losses = new ArrayList<>();

    private TrainingExample(Recipe recipe) throws IOException, InterruptedException {
        this.recipe = recipe;
        target = recipe.prior().columns().indexOf(TARGET);
        try (LearnerBatch heldOut = heldOut()) {
            amplitudes = new BandAmplitudes(recipe.grid(), heldOut);
            heldOutFeatures = amplitudes.of(heldOut);
            heldOutTargets = targets(heldOut);
        }
        regression = new LinearRegression(BandAmplitudes.BANDS, heldOutTargets.meanNumber().doubleValue());
    }

    /**
     * Learns, and prints how the loss falls.
     *
     * @param arguments how many rows to learn from: 20,000 where there is none
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        run(arguments.length == 0 ? 20_000 : Long.parseLong(arguments[0]));
    }

    /** The same; returns the loss on the held-out rows at the beginning and at each report. */
    static List<Double> run(long rows) throws IOException, InterruptedException {
        TrainingExample example = new TrainingExample(Recipe.read(SETTINGS));
        example.learn(rows);
        return example.losses;
    }

    private LearnerBatch heldOut() throws IOException, InterruptedException {
        List<LearnerBatch> taken = new ArrayList<>();
        make(RowRange.first(HELD_OUT), HELD_OUT, batch -> taken.add(BatchArrays.of(batch)));
        return taken.getFirst();
    }

    /** Batches come in order, so that every reader sees the same numbers; the next is made meanwhile. */
    private void make(RowRange rows, int rowsAtOnce, BatchSink sink) throws IOException, InterruptedException {
        Run run = Run.of(recipe, Choices.automatic().dividedInto(OptionalInt.of(1), OptionalInt.of(rowsAtOnce)));
        try (RunningRows running = run.start(rows, RowOrder.BY_ROW, BatchMemory.OWN, sink, RunListener.SILENT)) {
            running.await();
        }
    }

    private void learn(long rows) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "Mean square error of log chirp mass, on %,d rows that are not learnt from:%n",
            HELD_OUT);
        report(0);
        long began = System.nanoTime();
        make(new RowRange(HELD_OUT, HELD_OUT + rows), ROWS_A_STEP, batch -> step(batch, rows));
        System.out.printf(Locale.ROOT, "%,d waveforms made and learnt from in %.1f s, none of them stored.%n", rows,
            (System.nanoTime() - began) * 1e-9);
    }

    private void step(Batch batch, long rows) {
        try (LearnerBatch arrays = BatchArrays.of(batch)) {
            regression.learn(amplitudes.of(arrays), targets(arrays));
        }
        long before = batch.row(0) - HELD_OUT;
        long after = before + batch.count();
        if (after * REPORTS / rows > before * REPORTS / rows) {
            report(after);
        }
    }

    private INDArray targets(LearnerBatch batch) {
        return Transforms.log(batch.parameters().getColumn(target, true)).castTo(DataType.FLOAT);
    }

    private void report(long learnt) {
        INDArray residuals = regression.residuals(heldOutFeatures, heldOutTargets);
        double loss = LinearRegression.meanSquare(residuals);
        losses.add(loss);
        System.out.printf(Locale.ROOT, "%,8d rows learnt: %.4f, chirp masses off by %.1f %%%n", learnt, loss,
            100 * Math.sqrt(loss));
    }
}
