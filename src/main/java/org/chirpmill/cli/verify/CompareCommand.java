package org.chirpmill.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chirpmill.cli.words.DifferenceWords;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.cli.words.VerdictWords;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.verify.ComparisonVerdict;
import org.chirpmill.verify.Contradictions;
import org.chirpmill.verify.DatasetComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two datasets. */
@Command(
    name = "compare",
    description = "Compare two datasets row by row, the rows of the set that both have: their parameters, and their "
        + "polarizations as relative L2 difference and mismatch, B being the reference. Compressed ones are "
        + "decompressed; where one was whitened, both are compared whitened. Exit code 1 where shapes or parameters "
        + "differ or a row is farther than --tolerance. It is said where a file is not what its own settings tell of.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example:", "  chirpmill compare compressed.hdf5 plain.hdf5 --tolerance 1e-2 --histogram h.png"})
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A dataset, by Chirpmill or by dingo-gw.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "The one to compare with.")
    private Path second;

    @Option(
        names = "--samples",
        paramLabel = "K",
        defaultValue = "1000",
        description = "How many rows, evenly spread (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
        names = "--tolerance",
        paramLabel = "X",
        defaultValue = "1e-6",
        description = "Largest relative L2 difference of a row (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Mixin
    private HistogramOption histogram;

    @Override
    public Integer call() throws IOException {
        if (samples < 1 || !(tolerance >= 0)) {
            throw new ParameterException(spec.commandLine(),
                "--samples must be a whole number, 1 or more, and --tolerance a number, 0 or more");
        }
        histogram.requireUsable();
        PrintWriter out = spec.commandLine().getOut();
        try (DatasetReader a = DatasetReader.open(first); DatasetReader b = DatasetReader.open(second)) {
            report(first, a);
            report(second, b);
            DatasetComparison comparison = new DatasetComparison(a, b);
            Optional<String> obstacle = comparison.obstacle();
            if (obstacle.isPresent()) {
                out.printf("FAILED: %s%n", obstacle.get());
                return ExitCode.RUN_FAILED;
            }
            if (comparison.isPartial()) {
                out.printf("rows %,d to %,d, which both have, of %s and %s%n", comparison.common().first(),
                    comparison.common().end() - 1, a.rowsOfSet(), b.rowsOfSet());
            }
            ComparisonVerdict verdict = comparison.verdict(samples, tolerance);
            VerdictWords.print(verdict, out);
            out.flush();
            if (histogram.isAsked()) {
                histogram.write(DifferenceWords.histogram(
                    verdict.differences(), first.getFileName() + " against " + second.getFileName()));
            }
            return ExitCode.of(verdict.passes());
        }
    }

    /** Two files may agree in what neither of them should be. */
    private void report(Path file, DatasetReader reader) {
        Contradictions.ofShape(reader).forEach(clause -> spec.commandLine().getErr().printf(
            "chirpmill: %s is not what its own settings tell of: %s.%n", file, clause));
    }
}
