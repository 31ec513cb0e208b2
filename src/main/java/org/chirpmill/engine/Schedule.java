package org.chirpmill.engine;

/**
 * How the rows are divided; it changes how fast a dataset is made, never what is in it.
 *
 * @param threads workers, at least 1
 * @param batchSize rows a batch, at least 1
 */
public record Schedule(int threads, int batchSize) {
    /**
     * The most off-heap memory that one batch takes by default: what a worker fills is still in its second-level cache
     * when it is written, and is written there again.
     */
    private static final long BATCH_BYTES = 1L << 20;

    /** How many batches wait for the writer, beyond one in each worker's hands. */
    private static final int WAITING_BATCHES = 2;

    /**
     * About six batches a worker, so that the last ones end together, and at most as many rows each as the backend's
     * device likes. Where there is no device, at most 100 rows each: the rule that dingo-waveform found good on CPUs;
     * but no more than a cache holds. No more workers than batches.
     *
     * @param task what is to be computed
     * @param rows how many rows there are to compute
     * @param threads how many workers are wanted
     */
    public static Schedule automatic(WaveformTask task, long rows, int threads) {
        long shared = Math.ceilDiv(rows, 6L * threads);
        int most = task.backend().batchRows(task, threads).orElseGet(() -> rowsForCaches(task));
        int batchSize = Math.clamp(shared, 1, most);
        return new Schedule(threads, batchSize).trimmedTo(rows);
    }

    private static int rowsForCaches(WaveformTask task) {
        int rows = Math.clamp(BATCH_BYTES / task.filledBytesPerRow(), 1, 100);
        return task.transform().map(transform -> transform.batchRows(rows)).orElse(rows);
    }

    /** The same with no more rows in a batch than there are, and no more workers than batches. */
    public Schedule trimmedTo(long rows) {
        int fitting = Math.clamp(rows, 1, batchSize);
        long batches = Math.max(1, Math.ceilDiv(rows, (long) fitting));
        return new Schedule((int) Math.min(threads, batches), fitting);
    }

    /** How many batches exist at once, where each worker holds up to {@code depth} of them. */
    int slots(int depth) {
        return threads * depth + WAITING_BATCHES;
    }

    /**
     * Bytes of all batches, which lie off the heap, and of what transforms them, or {@link Long#MAX_VALUE} where that
     * is more. Where rows as evaluators fill them need memory of their own, only those in a worker's hands do.
     */
    public long hostBytes(WaveformTask task) {
        int depth = task.backend().depth();
        double kept = (double) slots(depth) * batchSize * task.bytesPerRow();
        double filled =
            task.keepsOtherRows() ? (double) threads * depth * batchSize * task.filledBytesPerRow() : 0;
        double multiplied = (double) threads * batchSize * task.multipliedBytesPerRow();
        long transform = task.transformOfWorkers().map(each -> each.bytes(threads, batchSize)).orElse(0L);
        long sampled = task.sampledTransform().map(each -> each.bytes(threads, batchSize)).orElse(0L);
        return (long) (kept + filled + multiplied + transform + sampled);
    }
}
