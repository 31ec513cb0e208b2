package org.chirpmill.engine;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchMemory;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.RowOrder;

/** Hands finished batches to the sink in the order that it asked for, one at a time, and gives their memory back. */
final class Delivery {
    private final RowOrder order;
    private final BatchSink sink;
    private final LongConsumer progress;
    private final BatchMemory.Batches batches;
    /** Batches whose turn has not come. */
    private final PriorityQueue<Batch> ahead = new PriorityQueue<>(Comparator.comparingLong(Batch::position));
    private volatile long rows;

    Delivery(RowOrder order, BatchSink sink, LongConsumer progress, BatchMemory.Batches batches) {
        this.order = order;
        this.sink = sink;
        this.progress = progress;
        this.batches = batches;
    }

    /** How many rows the sink has received. */
    long rows() {
        return rows;
    }

    /** Takes a finished batch, from any thread. */
    synchronized void accept(Batch batch) throws IOException {
        ahead.add(batch);
        while (!ahead.isEmpty() && (order == RowOrder.BY_COMPLETION || ahead.peek().position() == rows)) {
            Batch next = ahead.remove();
            sink.accept(next);
            progress.accept(next.count());
            rows += next.count();
            batches.giveBack(next);
        }
    }
}
