package org.chirpmill.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chirpmill.compression.BlockRestorer;
import org.chirpmill.compression.Whitening;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.rows.RowRange;
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
        + "differ or a row is farther than --tolerance.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example:", "  chirpmill compare compressed.hdf5 plain.hdf5 --tolerance 1e-2 --histogram h.png"})
final class CompareCommand implements Callable<Integer> {
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
            Optional<String> shape = differenceOfShapes(a, b);
            if (shape.isPresent()) {
                out.printf("FAILED: %s%n", shape.get());
                return Failures.RUN_FAILED;
            }
            RowRange common = commonRows(a, b);
            if (common.count() < Math.max(a.rows(), b.rows())) {
                out.printf("rows %,d to %,d, which both have, of %s and %s%n", common.first(), common.end() - 1,
                    a.rowsOfSet(), b.rowsOfSet());
            }
            long[] rows = Arrays.stream(RowDifferences.spread(common.count(), samples)).map(common::row).toArray();
            int differing = differingParameters(a, b, common, rows);
            RowDifferences differences = differences(a, b, common, rows);
            out.printf("parameters: equal in %,d of %,d rows%n", rows.length - differing, rows.length);
            differences.print(out);
            int worst = RowDifferences.worst(differences.distance());
            boolean passed = differing == 0 && differences.distance()[worst] <= tolerance;
            out.printf("%s: largest relative L2 %.1e (row %d), allowed %.1e%n", passed ? "PASSED" : "FAILED",
                differences.distance()[worst], rows[worst], tolerance);
            out.flush();
            if (histogram.isAsked()) {
                histogram.write(differences.histogram(first.getFileName() + " against " + second.getFileName()));
            }
            return passed ? 0 : Failures.RUN_FAILED;
        }
    }

    private static Optional<String> differenceOfShapes(DatasetReader a, DatasetReader b) {
        if (commonRows(a, b).count() == 0) {
            return Optional.of(a.rows() == b.rows() || a.origin().isPresent() && b.origin().isPresent()
                ? "one has rows " + a.rowsOfSet() + ", the other " + b.rowsOfSet()
                : "one has " + a.rows() + " rows, the other " + b.rows());
        }
        if (a.bins() != b.bins()) {
            return Optional.of("one has " + a.bins() + " bins, the other " + b.bins());
        }
        return a.columns().equals(b.columns()) ? Optional.empty()
            : Optional.of("the parameters of one are " + a.columns() + ", of the other " + b.columns());
    }

    /** The rows of the set that both have; where one does not say which it has, they must be as many. */
    private static RowRange commonRows(DatasetReader a, DatasetReader b) {
        if (a.origin().isPresent() && b.origin().isPresent()) {
            return a.rowsOfSet().common(b.rowsOfSet());
        }
        return a.rows() == b.rows() ? a.origin().isPresent() ? a.rowsOfSet() : b.rowsOfSet() : RowRange.first(0);
    }

    /** Where a row of the set stands in a file; in one that does not say, where it stands in the other. */
    private static long place(DatasetReader reader, RowRange common, long row) {
        return (reader.origin().isPresent() ? reader.rowsOfSet() : common).position(row);
    }

    private static int differingParameters(DatasetReader a, DatasetReader b, RowRange common, long[] rows)
            throws IOException {
        int differing = 0;
        for (long row : rows) {
            differing += Arrays.equals(a.parameters(place(a, common, row), 1)[0],
                b.parameters(place(b, common, row), 1)[0]) ? 0 : 1;
        }
        return differing;
    }

    private static RowDifferences differences(DatasetReader a, DatasetReader b, RowRange common, long[] rows)
            throws IOException {
        Optional<Whitening> whitening = a.compression().whitening().or(() -> b.compression().whitening());
        RowDifferences differences = new RowDifferences(rows);
        int block = BlockRestorer.rowsAtOnce(a.bins());
        for (int from = 0; from < rows.length; from += block) {
            long[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + block));
            double[][] plus = read(a, Polarization.PLUS, common, some, whitening);
            double[][] cross = read(a, Polarization.CROSS, common, some, whitening);
            double[][] referencePlus = read(b, Polarization.PLUS, common, some, whitening);
            double[][] referenceCross = read(b, Polarization.CROSS, common, some, whitening);
            for (int k = 0; k < some.length; k++) {
                differences.put(from + k, plus[k], cross[k], referencePlus[k], referenceCross[k]);
            }
        }
        return differences;
    }

    private static double[][] read(DatasetReader reader, Polarization which, RowRange common, long[] rows,
            Optional<Whitening> whitening) throws IOException {
        double[][] series =
            reader.polarization(which, Arrays.stream(rows).map(row -> place(reader, common, row)).toArray());
        whitening.ifPresent(curve -> Arrays.stream(series).forEach(curve::whiten));
        return series;
    }
}
