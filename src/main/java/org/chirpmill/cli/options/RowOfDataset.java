package org.chirpmill.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.StoredRow;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The row of a dataset that {@code --row} means. */
public final class RowOfDataset {
    private RowOfDataset() {}

    /** Reads it, or says which rows there are. */
    public static StoredRow read(Path dataset, long row, CommandSpec spec) throws IOException {
        try (DatasetReader reader = DatasetReader.open(dataset)) {
            RowRange rows = reader.rowsOfSet();
            if (!rows.contains(row)) {
                throw new ParameterException(spec.commandLine(), "--row is " + row + " but must be from "
                    + rows.first() + " to " + (rows.end() - 1) + ", the rows of " + dataset);
            }
            return StoredRow.of(reader, dataset, row);
        }
    }
}
