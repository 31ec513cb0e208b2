package org.chirpmill.run;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Rejection;

/**
 * Counts, on the way to a sink, what the user should know of the rows: draws that were replaced, since each narrows the
 * prior, and what model and evaluator remark.
 */
public final class RowTally implements BatchSink {
    private final BatchSink sink;
    private final Map<String, Long> remarks = new TreeMap<>();
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
        batch.remarks().forEach((remark, rows) -> remarks.merge(remark, (long) rows, Long::sum));
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

    /** On how many rows there was which remark. */
    public Map<String, Long> remarks() {
        return Collections.unmodifiableMap(remarks);
    }

    /** The remarks as one line, each with its number of rows; empty where there are none. */
    String remarksInOneLine() {
        return remarks.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue() + " rows")
            .collect(Collectors.joining("; "));
    }
}
