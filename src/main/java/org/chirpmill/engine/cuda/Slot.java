package org.chirpmill.engine.cuda;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.chirpmill.engine.DeviceFailureException;
import org.chirpmill.rows.Batch;

/**
 * One evaluation under way: its stream, its device memory, and the host memory that rows leave and flags arrive in.
 * Polarizations go straight into the batch. Used with the card's device current.
 */
final class Slot {
    private final Card card;
    private final RowEvaluation evaluation;
    private final Object holder;
    private final Workspace.Sizes sizes;
    private final Stream stream;
    private Staging staging = Staging.NONE;
    private Workspace workspace;

    /**
     * A slot without memory yet.
     *
     * @param holder in whose name batches are pinned
     */
    Slot(Card card, RowEvaluation evaluation, Object holder) {
        this.card = card;
        this.evaluation = evaluation;
        this.holder = holder;
        this.sizes = evaluation.sizes();
        this.stream = card.device().openStream();
    }

    /** Copies a batch's rows to where the device takes them, and pins what it is to fill. */
    void stage(double[] rows, Batch batch) {
        if (staging.capacity() < batch.capacity()) {
            staging.close();
            staging = Staging.NONE;
            staging = Staging.of(card.device(), batch.capacity(), sizes.row());
        }
        MemorySegment.copy(rows, 0, staging.rows(), ValueLayout.JAVA_DOUBLE, 0, batch.count() * evaluation.stride());
        evaluation.turning().ifPresent(turning -> {
            double[] chirps = new double[2 * batch.count()];
            turning.coefficients(batch, chirps);
            MemorySegment.copy(chirps, 0, staging.chirps(), ValueLayout.JAVA_DOUBLE, 0, chirps.length);
        });
        long bytes = batch.capacity() * sizes.kept();
        card.pinned().hold(card.device(), holder, batch.plus(), bytes);
        card.pinned().hold(card.device(), holder, batch.cross(), bytes);
    }

    /**
     * Queues all work on a batch that was staged, in launches of at most so many rows. These share device memory, which
     * is safe since a stream keeps their order.
     *
     * @throws OutOfDeviceMemoryException where that is too little; {@link #shrinkTo} and begin again with fewer
     */
    void begin(Batch batch, int rowsAtOnce) {
        if (workspace == null || workspace.capacity() != rowsAtOnce) {
            shrinkTo(0);
            workspace = Workspace.allocate(card.device(), rowsAtOnce, sizes);
        }
        for (int from = 0; from < batch.count(); from += rowsAtOnce) {
            int count = Math.min(rowsAtOnce, batch.count() - from);
            stream.copyIn(workspace.rows(), part(staging.rows(), from, count, sizes.row()));
            if (sizes.isTurned()) {
                stream.copyIn(workspace.chirps(), part(staging.chirps(), from, count, DeviceTurning.ROW_BYTES));
            }
            stream.clear(workspace.flags(), (long) count * Integer.BYTES);
            evaluation.launch(stream, workspace, count);
            stream.copyOut(part(batch.plus(), from, count, sizes.kept()), workspace.keptPlus());
            stream.copyOut(part(batch.cross(), from, count, sizes.kept()), workspace.keptCross());
            stream.copyOut(part(staging.flags(), from, count, Integer.BYTES), workspace.flags());
        }
    }

    /** Waits until the batch is filled. */
    void await() {
        stream.synchronise();
    }

    /** Whether the kernel set that flag of a row. */
    boolean hasFlag(int row, int flag) {
        return (staging.flags().getAtIndex(ValueLayout.JAVA_INT, row) & flag) != 0;
    }

    /** Gives the device memory back if it holds more than so many rows, after what was queued is done. */
    void shrinkTo(int rows) {
        if (workspace != null && workspace.capacity() > rows) {
            settle();
            workspace.free();
            workspace = null;
        }
    }

    /** Gives everything back; never throws. */
    void close() {
        settle();
        shrinkTo(0);
        staging.close();
        staging = Staging.NONE;
        stream.close();
    }

    private void settle() {
        try {
            stream.synchronise();
        } catch (DeviceFailureException failed) {
            // It copies nothing any more, and the next call tells of it.
        }
    }

    private static MemorySegment part(MemorySegment whole, int from, int count, long bytesEach) {
        return whole.asSlice(from * bytesEach, count * bytesEach);
    }
}
