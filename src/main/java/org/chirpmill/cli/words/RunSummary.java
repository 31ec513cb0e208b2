package org.chirpmill.cli.words;

import java.io.PrintWriter;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.rows.Rejection;
import org.chirpmill.run.DatasetOutcome;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.RowTally;

/**
 * What the user should know of a dataset that was made.
 *
 * @param making what was to be made
 * @param outcome what came of it
 */
public record RunSummary(DatasetRun making, DatasetOutcome outcome) {
    /** Prints it. */
    public void print(PrintWriter err) {
        printTally(err);
        WaveformTask task = outcome.task();
        int bins = task.grid().bins();
        String size = task.columns() == bins ? String.format("%,d bins", bins)
            : String.format("%,d bins, kept as %,d coefficients,", bins, task.columns());
        int threads = outcome.schedule().threads();
        err.printf("chirpmill: %,d %s waveforms of %s in %s: %,d rows in %.1f s (%,.0f/s) on %d %s, %s, %s.%n",
            making.rows().count(), task.model().approximant(), size, making.target(), outcome.made(),
            outcome.seconds(), outcome.made() / outcome.seconds(), threads, threads == 1 ? "thread" : "threads",
            task.backend().name(), task.accuracy());
        err.flush();
    }

    /** One sentence for each thing that there was. */
    private void printTally(PrintWriter err) {
        RowTally tally = outcome.tally();
        outcome.remarks().forEach((remark, rows) ->
            err.printf("chirpmill: on %,d of %,d rows %s.%n", rows, making.rows().count(), remark));
        if (tally.rejected() == 0) {
            return;
        }
        Rejection earliest = tally.earliest().orElseThrow();
        String reason = Sentence.withoutFullStop(earliest.reason());
        if (tally.rejected() == 1) {
            err.printf("chirpmill: 1 draw was rejected and replaced, of row %d, because %s; 'chirpmill inspect' lists "
                + "it.%n", earliest.row(), reason);
        } else {
            err.printf("chirpmill: %,d draws were rejected and replaced, the first of row %d because %s; 'chirpmill "
                + "inspect' lists them.%n", tally.rejected(), earliest.row(), reason);
        }
    }
}
