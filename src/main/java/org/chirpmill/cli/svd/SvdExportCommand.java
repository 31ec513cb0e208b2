package org.chirpmill.cli.svd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chirpmill.compression.SvdBasis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a basis. */
@Command(
    name = "export",
    description = "Write the basis of a dataset, or the first vectors of a basis, to a file of its own.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SvdExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A dataset with a basis in it, or a basis.")
    private Path file;

    @Mixin
    private BasisTarget target;

    @Option(names = "--size", paramLabel = "N", description = "How many vectors to keep (default: all).")
    private Integer size;

    @Override
    public Integer call() throws IOException {
        SvdBasis basis = SvdBasis.read(file);
        if (size != null && (size < 1 || size > basis.size())) {
            throw new ParameterException(spec.commandLine(),
                "--size is " + size + " but must be a whole number from 1 to " + basis.size());
        }
        SvdBasis kept = size == null ? basis : basis.truncated(size);
        target.requireWritable();
        target.write(kept);
        spec.commandLine().getErr().printf("chirpmill: %d singular vectors of %,d bins in %s.%n",
            kept.size(), kept.bins(), target.file());
        return 0;
    }
}
