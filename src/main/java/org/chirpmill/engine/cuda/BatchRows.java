package org.chirpmill.engine.cuda;

import java.util.List;
import java.util.Optional;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.WaveformTask;

/**
 * How many rows a batch should have on GPUs: as many as make waveforms cheaper, which a short trial finds, within half
 * of the devices' free memory, matrices included and what rows that are made whole take, and a share of the host's.
 * Remembers its last answer, since a run asks more than once.
 */
final class BatchRows {
    /** What the batches of a run and what is staged for them may take of the host's memory, which is pinned: bytes. */
    private static final long HOST_BYTES = 2L << 30;
    /** Batches that wait for the writer. */
    private static final int WAITING_BATCHES = 2;
    private static final int MOST = 4096;

    private WaveformTask task;
    private int workers;
    private int rows;

    /** The rows of a batch of {@code task}, on the given cards, of each of which at most so many bytes are taken. */
    synchronized int choose(WaveformTask asked, int askedWorkers, List<Card> cards, long mostBytes) {
        if (!asked.equals(task) || askedWorkers != workers) {
            rows = new BatchTrial(asked).best(most(asked, askedWorkers, cards, mostBytes));
            task = asked;
            workers = askedWorkers;
        }
        return rows;
    }

    private static int most(WaveformTask task, int workers, List<Card> cards, long mostBytes) {
        Workspace.Sizes sizes = sizes(task);
        int workersACard = Math.ceilDiv(workers, cards.size());
        double host = (double) (CudaEvaluator.DEPTH * workers + WAITING_BATCHES)
            * (task.filledBytesPerRow() + sizes.row());
        double device = (double) CudaEvaluator.DEPTH * workersACard * sizes.total(1);
        // What is not a batch's: matrices, which a card has once, and each worker's rows that are made whole.
        double beside = matrixBytes(task) + task.ofWholeRows().map(whole -> matrixBytes(whole)
            + (double) workersACard * sizes(whole).total(whole.wholeRowsAtOnce())).orElse(0.0);
        long free = Long.MAX_VALUE;
        for (Card card : cards) {
            card.device().makeCurrent();
            free = Math.min(free, card.device().freeBytes());
        }
        return (int) Math.clamp(Math.min(HOST_BYTES / host, (Math.min(free / 2, mostBytes) - beside) / device), 1,
            MOST);
    }

    private static Workspace.Sizes sizes(WaveformTask task) {
        return Workspace.Sizes.of(
            task.model().layout().size(), task.points().bins(), onDevice(task), task.precision());
    }

    private static long matrixBytes(WaveformTask task) {
        return onDevice(task).map(MatrixTransform::matrixBytes).orElse(0L);
    }

    private static Optional<MatrixTransform> onDevice(WaveformTask task) {
        return task.transformedByBackend().map(MatrixTransform.class::cast);
    }
}
