package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.chirpmill.engine.Batch;
import org.chirpmill.engine.BatchSink;
import org.chirpmill.engine.Rejection;

/** Counts, on the way to the dataset, the draws that were replaced: each narrows the prior, so the user is told. */
final class RejectionTally implements BatchSink {
    private final BatchSink dataset;
    private long count;
    private Rejection earliest;

    RejectionTally(BatchSink dataset) {
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
        dataset.accept(batch);
    }

    /** One sentence where there were any. */
    void report(PrintWriter err) {
        if (count == 1) {
            err.printf("chirpmill: 1 draw was rejected and replaced, of row %d, because %s; 'chirpmill inspect' lists "
                + "it.%n", earliest.row(), Failures.withoutFullStop(earliest.reason()));
        } else if (count > 1) {
            err.printf("chirpmill: %,d draws were rejected and replaced, the first of row %d because %s; 'chirpmill "
                + "inspect' lists them.%n", count, earliest.row(), Failures.withoutFullStop(earliest.reason()));
        }
    }
}
