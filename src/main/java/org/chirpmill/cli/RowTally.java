package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchSink;
import org.chirpmill.rows.Rejection;

/**
 * Counts, on the way to the dataset, what the user should know of its rows: draws that were replaced, since each
 * narrows the prior, and what model and evaluator remark.
 */
final class RowTally implements BatchSink {
    private final BatchSink dataset;
    private long count;
    private Rejection earliest;
    private final Map<String, Long> remarks = new TreeMap<>();

    RowTally(BatchSink dataset) {
        this.dataset = dataset;
    }

    @Override
    public void accept(Batch batch) throws IOException {
        for (Rejection rejection : batch.rejections()) {
            count++;
            if (earliest == null || rejection.row() < earliest.row()) {
                earliest = rejection;
            }
        }
        batch.remarks().forEach((remark, rows) -> remarks.merge(remark, (long) rows, Long::sum));
        dataset.accept(batch);
    }

    /** The remarks as one line, each with its number of rows; empty where there are none. */
    String remarks() {
        return remarks.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue() + " rows")
            .collect(Collectors.joining("; "));
    }

    /** One sentence for each thing that there was. */
    void report(PrintWriter err) {
        remarks.forEach((remark, rows) ->
            err.printf("chirpmill: on %,d %s %s.%n", rows, rows == 1 ? "row" : "rows", remark));
        if (count == 1) {
            err.printf("chirpmill: 1 draw was rejected and replaced, of row %d, because %s; 'chirpmill inspect' lists "
                + "it.%n", earliest.row(), Failures.withoutFullStop(earliest.reason()));
        } else if (count > 1) {
            err.printf("chirpmill: %,d draws were rejected and replaced, the first of row %d because %s; 'chirpmill "
                + "inspect' lists them.%n", count, earliest.row(), Failures.withoutFullStop(earliest.reason()));
        }
    }
}
