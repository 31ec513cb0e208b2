package org.chirpmill.run;

import java.io.IOException;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;

/** Hands batches on and sums the time that takes. */
public final class TimedSink implements BatchSink {
    private final BatchSink sink;
    private long nanoseconds;

    /** Times {@code sink}. */
    public TimedSink(BatchSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(Batch batch) throws IOException {
        long began = System.nanoTime();
        sink.accept(batch);
        nanoseconds += System.nanoTime() - began;
    }

    /** Seconds so far. */
    public double seconds() {
        return nanoseconds * 1e-9;
    }
}
