package org.chirpmill.run;

import java.io.IOException;
import java.util.Optional;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Rejection;

/** Counts, on the way to a sink, draws that were replaced, since each narrows the prior. */
public final class RowTally implements BatchSink {
    private final BatchSink sink;
    private long rejected;
    private Rejection earliest;

    /** Counts what goes to {@code sink}. */
    public RowTally(BatchSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(Batch batch) throws IOException {
        for (Rejection rejection : batch.rejections()) {
            rejected++;
            if (earliest == null || rejection.row() < earliest.row()) {
                earliest = rejection;
            }
        }
        sink.accept(batch);
    }

    @Override
    public boolean isPrompt() {
        return sink.isPrompt();
    }

    /** How many draws were replaced. */
    public long rejected() {
        return rejected;
    }

    /** The replaced draw of the lowest row, if there was any. */
    public Optional<Rejection> earliest() {
        return Optional.ofNullable(earliest);
    }
}
