package org.chirpmill.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.ReferenceFile;
import org.chirpmill.dataset.ReferenceSet;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.plot.Histogram;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares with waveforms that somebody else made, or a dataset with what its own settings make. */
@Command(
    name = "verify",
    description = "With a dataset: make some of its rows anew from its own settings and seed, and compare; where it "
        + "is compressed, what counts is the mismatch. With --reference: compute every row of reference files anew. A "
        + "row passes when its difference, max|dh| over max|h| of both polarizations, is at most the larger of the "
        + "tolerance and ten times the file's own lal_noise_peak of that row. The loss is 1 - overlap, with white "
        + "noise and no maximisation. Exit code 1 where a row fails.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Examples:",
        "  chirpmill verify set.hdf5 --samples 1000 --histogram set.png",
        "  chirpmill verify --reference src/test/resources/reference/IMRPhenomD.h5",
    })
final class VerifyCommand implements Callable<Integer> {
    private static final double DOUBLE_TOLERANCE = 1e-10;
    private static final double SINGLE_TOLERANCE = 1e-4;
    /** LALSimulation glues the (3, 2) mode of these with finite differences. */
    private static final Set<String> HIGHER_MODE_MODELS = Set.of("IMRPhenomXHM", "IMRPhenomXPHM");
    private static final double HIGHER_MODE_TOLERANCE = 1e-8;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Chirpmill chirpmill;

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
        description = "Largest difference allowed (default: 1e-10 in double precision, 1e-8 for IMRPhenomXHM "
            + "and XPHM, 1e-4 in single). For a dataset, the largest relative L2 difference (default: rounding, or "
            + "its accuracy and that of making it anew) or, of a projected one, mismatch (default: 0.01).")
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
    private AccuracyOption accuracyOption;

    @Option(names = "--json", description = "Print JSON in place of a table.")
    private boolean json;

    private EvaluatorProvider provider;
    private Accuracy asked;

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireTolerance();
        if (files.isEmpty() == (dataset == null) || samples < 1) {
            throw new ParameterException(spec.commandLine(), samples < 1
                ? "--samples is " + samples + " but must be a whole number, 1 or more"
                : "give either a DATASET or --reference with its FILE");
        }
        histogram.requireUsable();
        asked = accuracyOption.asked().orElse(Choices.ACCURACY_OF_SINGLES);
        provider = backend.provider(chirpmill.verbose(), spec.commandLine().getErr());
        if (dataset != null) {
            return verifyDataset();
        }
        List<SetVerdict> verdicts = new ArrayList<>();
        for (Path file : files) {
            verdicts.addAll(verdicts(file));
        }
        if (verdicts.isEmpty()) {
            throw new DatasetException("nothing was verified: no set of a known model"
                + (sets.isEmpty() ? "" : " named " + String.join(", ", sets)) + " in "
                + files.stream().map(Path::toString).collect(Collectors.joining(", ")) + "; this version knows "
                + Models.known() + ".");
        }
        boolean passed = verdicts.stream().allMatch(verdict -> verdict.failures() == 0);
        print(verdicts, passed);
        if (histogram.isAsked()) {
            histogram.write(histogram(verdicts));
        }
        return passed ? 0 : Failures.RUN_FAILED;
    }

    private int verifyDataset() throws IOException, InterruptedException {
        try (DatasetReader reader = DatasetReader.open(dataset)) {
            DatasetVerdict verdict = new DatasetCheck(dataset, reader, provider, accuracyOption.asked())
                .verdict(samples, tolerance == null ? OptionalDouble.empty() : OptionalDouble.of(tolerance));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(verdict.named()));
            } else {
                verdict.print(out);
            }
            out.flush();
            if (histogram.isAsked()) {
                histogram.write(verdict.differences()
                    .histogram(dataset.getFileName() + " against its own settings"));
            }
            return verdict.passes() ? 0 : Failures.RUN_FAILED;
        }
    }

    private static Histogram histogram(List<SetVerdict> verdicts) {
        double[] peaks = verdicts.stream().flatMapToDouble(verdict -> Arrays.stream(verdict.peak())).toArray();
        double[] losses = verdicts.stream().flatMapToDouble(verdict -> Arrays.stream(verdict.loss())).toArray();
        return new Histogram("Against references", "difference of a row (the least stands for all below it)", "rows",
            List.of(new Histogram.Sample("max|dh| / max|h|", peaks), new Histogram.Sample("loss", losses)));
    }

    private void requireTolerance() {
        if (tolerance != null && !(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(
                spec.commandLine(), "--tolerance is " + tolerance + " but must be a number, 0 or more");
        }
    }

    private double limit(String approximant) {
        if (tolerance != null) {
            return tolerance;
        }
        if (precision == Precision.SINGLE) {
            return SINGLE_TOLERANCE;
        }
        return HIGHER_MODE_MODELS.contains(approximant) ? HIGHER_MODE_TOLERANCE : DOUBLE_TOLERANCE;
    }

    /** How exactly a model is evaluated. */
    private Accuracy accuracy(WaveformModel model) {
        return provider.kept(model, precision, asked);
    }

    private List<SetVerdict> verdicts(Path file) throws IOException {
        List<SetVerdict> verdicts = new ArrayList<>();
        try (ReferenceFile reference = ReferenceFile.open(file)) {
            for (String name : reference.names()) {
                if (sets.isEmpty() || sets.contains(name)) {
                    ReferenceSet set = reference.set(name);
                    Optional<WaveformModel> model = ModelCatalogue.named(set.approximant());
                    if (model.isPresent()) {
                        verdicts.add(new ReferenceCheck(
                            provider, precision, accuracy(model.get()), limit(set.approximant()))
                            .verdict(file.getFileName().toString(), set, model.get()));
                    } else {
                        spec.commandLine().getErr().printf("chirpmill: %s, %s: not verified, %s is not in this "
                            + "version.%n", file.getFileName(), name, set.approximant());
                    }
                }
            }
        }
        return verdicts;
    }

    private void print(List<SetVerdict> verdicts, boolean passed) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("backend", provider.name());
            report.put("accuracy", accuracies(verdicts));
            report.put("precision", precision.name().toLowerCase(Locale.ROOT));
            report.put("tolerance", limits(verdicts).getFirst());
            report.put("passed", passed);
            report.put("sets", verdicts.stream().map(SetVerdict::named).toList());
            out.println(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(report));
        } else {
            out.printf("%-44s %5s %6s  %-35s %-35s %s%n", "", "", "", "max|dh| / max|h|", "loss", "");
            out.printf("%-44s %5s %6s  %-8s %-8s %-8s %-8s  %-8s %-8s %-8s %-8s %s%n", "set", "rows", "failed",
                "median", "90 %", "99 %", "max", "median", "90 %", "99 %", "max", " worst row (difference of allowed)");
            verdicts.forEach(verdict -> printLine(out, verdict));
            out.printf("%s: %s, %s, %s precision, tolerance %s%n", passed ? "PASSED" : "FAILED", provider.name(),
                accuracies(verdicts), precision.name().toLowerCase(Locale.ROOT), limits(verdicts).stream()
                    .map(limit -> String.format(Locale.ROOT, "%.0e", limit)).collect(Collectors.joining(" or ")));
        }
        out.flush();
    }

    /** The tolerances that were asked of the sets, the smallest first. */
    private List<Double> limits(List<SetVerdict> verdicts) {
        return verdicts.stream().map(verdict -> limit(verdict.approximant())).distinct().sorted().toList();
    }

    /** How exactly the sets were evaluated: a backend may know the exact way only for some models. */
    private String accuracies(List<SetVerdict> verdicts) {
        return verdicts.stream().flatMap(verdict -> ModelCatalogue.named(verdict.approximant()).stream())
            .map(model -> accuracy(model).toString()).distinct().collect(Collectors.joining(" or "));
    }

    private static void printLine(PrintWriter out, SetVerdict verdict) {
        int worst = verdict.worstRow();
        out.printf("%-44s %5d %6d  %s  %s   %d (%.1e of %.1e)%n",
            verdict.file() + " " + verdict.set(), verdict.peak().length, verdict.failures(),
            text(Quantiles.of(verdict.peak())), text(Quantiles.of(verdict.loss())), worst, verdict.peak()[worst],
            verdict.allowed()[worst]);
    }

    private static String text(Quantiles quantiles) {
        return String.format(Locale.ROOT, "%8.1e %8.1e %8.1e %8.1e",
            quantiles.median(), quantiles.p90(), quantiles.p99(), quantiles.maximum());
    }
}
