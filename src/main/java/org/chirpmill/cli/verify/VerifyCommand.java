package org.chirpmill.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chirpmill.cli.options.AccuracyOption;
import org.chirpmill.cli.options.BackendOption;
import org.chirpmill.cli.words.DifferenceWords;
import org.chirpmill.cli.words.ExitCode;
import org.chirpmill.cli.words.ReferenceReport;
import org.chirpmill.cli.words.VerdictWords;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Models;
import org.chirpmill.verify.DatasetCheck;
import org.chirpmill.verify.DatasetVerdict;
import org.chirpmill.verify.ReferenceCheck;
import org.chirpmill.verify.SetVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.jr.ob.JSON;

/** Compares with reference waveforms, or a dataset with what its own settings make. */
@Command(
    name = "verify",
    description = "With a dataset: make some of its rows anew from its own settings and seed, and compare, once bins, "
        + "parameters, rows and basis are as many and the same as its settings say; where it "
        + "is compressed, what counts is the mismatch. What can hardly be meant is told: rows of zeros, negative tidal "
        + "deformabilities, a prior that varies nothing, angles in degrees. With --reference: compute every row of "
        + "reference files anew. A row passes when its difference, max|dh| over max|h| of both polarizations, is at "
        + "most the largest of the "
        + "tolerance, ten times the file's own lal_noise_peak and three times its lal_spread_peak of that row. Where a "
        + "table NAME_lal_error.tsv beside NAME.h5 says by how much the reference itself is off, a row passes within "
        + "that and the tolerance too, and is counted apart. The "
        + "file's attribute options, LALSimulation's, chooses as settings would. The loss is 1 - overlap, with white "
        + "noise and no maximisation. Exit code 1 where a row fails.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Examples:",
        "  chirpmill verify set.hdf5 --samples 1000 --histogram set.png",
        "  chirpmill verify --reference src/test/resources/reference/IMRPhenomD.h5",
    })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
        paramLabel = "DATASET",
        arity = "0..1",
        description = "A dataset, by Chirpmill or by dingo-gw.")
    private Path dataset;

    @Option(
        names = "--samples",
        paramLabel = "K",
        defaultValue = "100",
        description = "How many rows of a dataset, evenly spread (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Mixin
    private HistogramOption histogram;

    @Option(
        names = "--reference",
        arity = "1..*",
        paramLabel = "FILE",
        description = "Reference waveforms, laid out as src/test/resources/reference/README.md says.")
    private List<Path> files = List.of();

    @Option(
        names = "--set",
        paramLabel = "NAME",
        description = "Only sets of this name, such as production; may be repeated (default: all).")
    private List<String> sets = List.of();

    @Option(
        names = "--tolerance",
        paramLabel = "X",
        description = "Largest difference allowed (default: as exact as the model, 1e-10 to 1e-8 in double "
            + "precision, 1e-3 for IMRPhenomPv2 with and without tides; at least 1e-4 in single). For a dataset, the "
            + "largest relative L2 difference (default: rounding, or its accuracy and that of making it anew) or, of a "
            + "projected one, mismatch (default: 0.01).")
    private Double tolerance;

    @Option(
        names = "--precision",
        paramLabel = "single|double",
        defaultValue = "double",
        description = "Precision to compute references in, a dataset has its own (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Mixin
    private BackendOption backend;

    @Mixin
    private AccuracyOption accuracy;

    @Option(names = "--json", description = "Print JSON in place of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireTolerance();
        if (files.isEmpty() == (dataset == null) || samples < 1) {
            throw new ParameterException(spec.commandLine(), samples < 1
                ? "--samples is " + samples + " but must be a whole number, 1 or more"
                : "give either a DATASET or --reference with its FILE");
        }
        histogram.requireUsable();
        Choices choices = accuracy.applied(
            Choices.on(backend.provider()).withPrecision(precision));
        return dataset == null ? verifyReferences(choices) : verifyDataset(choices);
    }

    private int verifyReferences(Choices choices) throws IOException {
        ReferenceCheck check = ReferenceCheck.of(choices, askedTolerance());
        List<SetVerdict> verdicts = new ArrayList<>();
        for (Path file : files) {
            verdicts.addAll(check.verdicts(file, name -> sets.isEmpty() || sets.contains(name),
                (unknown, why) -> spec.commandLine().getErr().printf(
                    "chirpmill: %s, %s: not verified, %s%n", file.getFileName(), unknown.name(), why)));
        }
        if (verdicts.isEmpty()) {
            throw new DatasetException("nothing was verified: no set of a known model"
                + (sets.isEmpty() ? "" : " named " + String.join(", ", sets)) + " in "
                + files.stream().map(Path::toString).collect(Collectors.joining(", ")) + "; this version knows "
                + Models.known() + ".");
        }
        ReferenceReport report = new ReferenceReport(check, verdicts);
        print(report::named, report::print);
        if (histogram.isAsked()) {
            histogram.write(DifferenceWords.histogram(verdicts));
        }
        return ExitCode.of(report.passed());
    }

    private int verifyDataset(Choices choices) throws IOException, InterruptedException {
        try (DatasetReader reader = DatasetReader.open(dataset)) {
            DatasetVerdict verdict =
                new DatasetCheck(dataset, reader, choices).verdict(samples, askedTolerance());
            print(verdict::named, out -> VerdictWords.print(verdict, out));
            if (histogram.isAsked() && verdict.isCompared()) {
                histogram.write(DifferenceWords.histogram(
                    verdict.differences(), dataset.getFileName() + " against its own settings"));
            }
            return ExitCode.of(verdict.passes());
        }
    }

    private void print(Supplier<Map<String, Object>> named, Consumer<PrintWriter> table) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(named.get()));
            out.println();
        } else {
            table.accept(out);
        }
        out.flush();
    }

    private void requireTolerance() {
        if (tolerance != null && !(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(
                spec.commandLine(), "--tolerance is " + tolerance + " but must be a number, 0 or more");
        }
    }

    private OptionalDouble askedTolerance() {
        return tolerance == null ? OptionalDouble.empty() : OptionalDouble.of(tolerance);
    }
}
