package org.chirpmill.cli.svd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetException;
import picocli.CommandLine.Option;

/** The file that a basis is written to. */
final class BasisTarget {
    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true, description = "The file to write.")
    private Path file;

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    Path file() {
        return file;
    }

    /** Says what stands in the way before any work is done. */
    void requireWritable() throws DatasetException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new DatasetException(file + " is a directory: name a file in it.");
        }
        if (Files.exists(file) && !force) {
            throw new DatasetException(file + " exists: choose another name with --out or replace it with --force.");
        }
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(
                "The directory of " + file + " does not exist: create " + folder + " first.");
        }
        if (!Files.isWritable(folder)) {
            throw new DatasetException(
                file + " cannot be written: there is no permission to write into " + folder + ".");
        }
    }

    void write(SvdBasis basis) throws IOException {
        basis.write(file);
    }
}
