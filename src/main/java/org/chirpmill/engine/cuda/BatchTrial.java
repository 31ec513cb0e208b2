package org.chirpmill.engine.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.chirpmill.engine.Evaluator;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.rows.Batch;

/** Times batches of growing size, full of one of the task's own rows, for a fraction of a second. */
final class BatchTrial {
    private static final int LEAST = 64;
    /** What is taken, within the memory, where there is no row to try: most kernels are well occupied by then. */
    private static final int UNTRIED = 512;
    /** A doubling that gains less than this is not worth its memory. */
    private static final double WORTHWHILE = 1.05;
    private static final long LONGEST_NANOS = 250_000_000;
    private static final int REPEATS = 3;

    private final WaveformTask task;
    private final int stride;

    BatchTrial(WaveformTask task) {
        this.task = task;
        this.stride = task.model().layout().size();
    }

    /** The smallest size beyond which little is gained, at most {@code most}. */
    int best(int most) {
        Optional<Drawn> row = most <= LEAST ? Optional.empty() : row();
        if (row.isEmpty()) {
            return Math.min(most, UNTRIED);
        }
        int best = LEAST;
        double secondsPerRow = secondsPerRow(row.get(), best);
        // The first size's time is another matter: kernels were compiled.
        long began = System.nanoTime();
        while (best < most && System.nanoTime() - began < LONGEST_NANOS) {
            int next = Math.min(2 * best, most);
            double seconds = secondsPerRow(row.get(), next);
            if (seconds * WORTHWHILE > secondsPerRow) {
                break;
            }
            best = next;
            secondsPerRow = seconds;
        }
        return best;
    }

    /** The fastest of some evaluations of {@code count} rows, the first, which takes memory, left out. */
    private double secondsPerRow(Drawn drawn, int count) {
        double[] rows = new double[count * stride];
        for (int i = 0; i < count; i++) {
            System.arraycopy(drawn.row, 0, rows, i * stride, stride);
        }
        try (Arena arena = Arena.ofConfined();
            Evaluator evaluator = task.openEvaluator()) {
            Batch batch = new Batch(arena, task.filledShape(count));
            batch.startAt(0, count);
            for (int i = 0; i < count; i++) {
                MemorySegment.copy(drawn.parameters, 0, batch.parameters(), ValueLayout.JAVA_DOUBLE,
                    (long) i * drawn.parameters.length * Double.BYTES, drawn.parameters.length);
            }
            evaluator.evaluate(rows, batch);
            long fastest = Long.MAX_VALUE;
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                long began = System.nanoTime();
                evaluator.evaluate(rows, batch);
                fastest = Math.min(fastest, System.nanoTime() - began);
            }
            return fastest * 1e-9 / count;
        }
    }

    /** Parameters, and the coefficient row of them. */
    private record Drawn(double[] parameters, double[] row) {}

    /** The first draw that the model takes. */
    private Optional<Drawn> row() {
        RowSource.Drawer drawer = task.source().open();
        double[] parameters = new double[task.parameterCount()];
        double[] row = new double[stride];
        for (int attempt = 0; attempt < task.attemptsPerRow(); attempt++) {
            try {
                drawer.draw(0, attempt, parameters);
                task.model().prepare(drawer.source(parameters), task.frame(), row, 0);
                return Optional.of(new Drawn(parameters, row));
            } catch (SourceRefusedException refusal) {
                // The next draw may do.
            }
        }
        return Optional.empty();
    }
}
