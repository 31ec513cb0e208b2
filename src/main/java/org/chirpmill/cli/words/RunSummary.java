package org.chirpmill.cli.words;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import org.chirpmill.numbers.Quantity;
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
    public void print(PrintWriter err) throws IOException {
        printTally(err);
        long made = outcome.made();
        String now = made == making.rows().count() ? "" : String.format(", %,d of them now,", made);
        err.printf("chirpmill: %s is complete: %,d %s%s in %.1f s (%s/s), %s.%n", making.target(),
            making.rows().count(), making.rows().count() == 1 ? "row" : "rows", now, outcome.seconds(),
            Quantity.number(made / outcome.seconds()), Quantity.bytes(bytes()));
        err.flush();
    }

    private long bytes() throws IOException {
        return Files.size(making.target());
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
