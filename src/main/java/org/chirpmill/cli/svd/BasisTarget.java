package org.chirpmill.cli.svd;

import java.io.IOException;
import java.nio.file.Path;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.TargetFile;
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
    void requireWritable() throws IOException {
        TargetFile.of(file).requireWritable(force);
    }

    /** Writes it, unless something came into the way meanwhile. */
    void write(SvdBasis basis) throws IOException {
        TargetFile target = TargetFile.of(file);
        target.requireWritable(force);
        basis.write(target.file());
    }
}
