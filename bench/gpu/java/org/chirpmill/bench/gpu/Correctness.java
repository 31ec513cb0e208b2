package org.chirpmill.bench.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.dataset.ReferenceFile;
import org.chirpmill.dataset.ReferenceSet;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.cuda.RowEvaluation;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.reference.RelativeError;
import org.chirpmill.reference.WideDraws;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import org.chirpmill.verify.ReferenceCheck;

/**
 * Whether the kernels are right on this card: exact ones beside the scalar backend, fast ones beside exact ones, and
 * all of them beside themselves, since an answer that moves is a race.
 */
final class Correctness {
    /** Of the peak; see {@code KernelAgreementTest}. */
    private static final double DOUBLE_TOLERANCE = 1e-11;
    private static final Map<String, Double> LONG_INSPIRALS = Map.of("TaylorF2", 3e-11);
    private static final double SINGLE_TOLERANCE = 1e-6;
    /** Relative L2 of fast kernels, and what the rounding of a float output adds. */
    private static final double FAST_TOLERANCE = 1e-6;
    private static final double SINGLE_ROUNDING = 3e-7;
    /** No divisor of any number of rows. */
    private static final int ODD_BATCH = 37;
    private static final int REPEATS = 3;
    private static final long SEED = 7;

    private final Bench bench;
    private final List<Map<String, Object>> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Correctness(Bench bench) {
        this.bench = bench;
    }

    /** What was found, by model. */
    List<Map<String, Object>> results() {
        return results;
    }

    /** What is wrong, a sentence each. */
    List<String> failures() {
        return failures;
    }

    /** Checks every model. */
    void run() throws IOException {
        for (String approximant : bench.plan().models()) {
            bench.log().println("checking " + approximant);
            ModelCheck check = new ModelCheck(ModelCatalogue.named(approximant).orElseThrow());
            try {
                check.run();
            } catch (RuntimeException failed) {
                failures.add(approximant + " could not be checked: " + failed);
            }
            results.add(check.named());
        }
    }

    private final class ModelCheck {
        private final WaveformModel model;
        private final String name;
        private final Map<String, Double> worst = new LinkedHashMap<>();
        private int referenceRows;
        private int drawnRows;

        ModelCheck(WaveformModel model) {
            this.model = model;
            name = model.approximant();
        }

        void run() throws IOException {
            if (bench.plan().references().isPresent()) {
                for (Path file : referenceFiles(bench.plan().references().get())) {
                    checkFile(file);
                }
            }
            int draws = bench.plan().draws();
            PreparedRows production = PreparedRows.production(name, bench.plan().checkedGrid(), draws);
            List<SourceParameters> sources = new ArrayList<>();
            WideDraws wide = new WideDraws(model, production.frame().referenceFrequency(), SEED);
            for (int row = 0; row < draws; row++) {
                try {
                    sources.add(wide.source(row));
                } catch (UnphysicalSourceException refused) {
                    // Another draw makes up for it.
                }
            }
            checkDraws("production draws", production);
            checkDraws("wide draws", PreparedRows.of(model, production.frame(), sources));
            checkRepeats(production);
        }

        private void checkFile(Path file) throws IOException {
            try (ReferenceFile reference = ReferenceFile.open(file)) {
                for (String set : reference.names()) {
                    ReferenceSet read = reference.set(set);
                    if (read.approximant().equals(name)) {
                        PreparedRows rows =
                            PreparedRows.of(model, ReferenceCheck.frame(read), ReferenceRows.sources(read));
                        referenceRows += rows.count();
                        String where = file.getFileName() + " " + set;
                        compareWithScalar(where, rows);
                        compareFast(where, rows);
                    }
                }
            }
        }

        private void checkDraws(String what, PreparedRows rows) {
            drawnRows += rows.count();
            compareWithScalar(what, rows.first(bench.plan().scalarRows()));
            compareFast(what, rows);
        }

        private void compareWithScalar(String where, PreparedRows rows) {
            List<Polarizations> expected = ScalarWaveforms.of(rows);
            for (Precision precision : Precision.values()) {
                Answer found = answer(rows, precision, Accuracy.EXACT);
                double tolerance = precision == Precision.SINGLE ? SINGLE_TOLERANCE
                    : LONG_INSPIRALS.getOrDefault(name, DOUBLE_TOLERANCE);
                for (int row = 0; row < rows.count(); row++) {
                    require("exact " + word(precision), where, row, found.flags()[row],
                        isSilent(expected.get(row)) ? largest(found.row(row))
                            : RelativeError.of(found.row(row), expected.get(row)).peak(), tolerance);
                }
            }
        }

        private void compareFast(String where, PreparedRows rows) {
            Answer exact = answer(rows, Precision.DOUBLE, Accuracy.EXACT);
            for (Precision precision : Precision.values()) {
                try (KernelRun run = new KernelRun(bench, rows, precision, Accuracy.DEFAULT)) {
                    if (!run.evaluation().isFast()) {
                        return;
                    }
                    Answer found = run.answer(rows.count());
                    double tolerance = FAST_TOLERANCE + (precision == Precision.SINGLE ? SINGLE_ROUNDING : 0);
                    for (int row = 0; row < rows.count(); row++) {
                        require("fast " + word(precision), where, row, found.flags()[row],
                            isSilent(exact.row(row)) ? largest(found.row(row))
                                : RelativeError.of(found.row(row), exact.row(row)).l2(), tolerance);
                    }
                }
            }
        }

        private void checkRepeats(PreparedRows rows) {
            for (Accuracy accuracy : List.of(Accuracy.EXACT, Accuracy.DEFAULT)) {
                for (Precision precision : Precision.values()) {
                    try (KernelRun run = new KernelRun(bench, rows, precision, accuracy)) {
                        String entry = word(accuracy) + " " + word(precision);
                        Answer first = run.answer(rows.count());
                        for (int repeat = 1; repeat < REPEATS; repeat++) {
                            if (!run.answer(rows.count()).isSame(first)) {
                                failures.add(name + " " + entry + " differs from repeat to repeat: a race");
                            }
                        }
                        for (int batch : new int[] {ODD_BATCH, 1}) {
                            // One row a launch is slow, and as telling for few rows as for many.
                            PreparedRows some = rows.first(batch == 1 ? ODD_BATCH : rows.count());
                            try (KernelRun other = new KernelRun(bench, some, precision, accuracy);
                                KernelRun all = new KernelRun(bench, some, precision, accuracy)) {
                                if (!other.answer(batch).isSame(all.answer(some.count()))) {
                                    failures.add(name + " " + entry + " differs between launches of " + batch
                                        + " and of " + some.count() + " rows");
                                }
                            }
                        }
                    }
                }
            }
        }

        private void require(String entry, String where, int row, int flags, double error, double tolerance) {
            worst.merge(entry, error, (a, b) -> Double.isNaN(a) || a >= b ? a : b);
            if (!(error <= tolerance)) {
                failures.add(String.format(Locale.ROOT, "%s %s, %s, row %d: off by %.1e, more than %.1e", name, entry,
                    where, row, error, tolerance));
            } else if ((flags & RowEvaluation.NOT_FINITE) != 0) {
                failures.add(name + " " + entry + ", " + where + ", row " + row + ": finite, but flagged as not");
            }
        }

        private Answer answer(PreparedRows rows, Precision precision, Accuracy accuracy) {
            try (KernelRun run = new KernelRun(bench, rows, precision, accuracy)) {
                return run.answer(rows.count());
            }
        }

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("model", name);
            named.put("reference_rows", referenceRows);
            named.put("drawn_rows", drawnRows);
            named.put("worst", worst);
            return named;
        }
    }

    private static List<Path> referenceFiles(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (WaveformModel model : ModelCatalogue.all()) {
            names.add(model.approximant() + ".h5");
            names.add("uniform_grid_" + model.approximant() + ".h5");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> names.contains(file.getFileName().toString())).sorted().toList();
        }
    }

    private static boolean isSilent(Polarizations h) {
        return largest(h) == 0;
    }

    private static double largest(Polarizations h) {
        double largest = 0;
        for (int i = 0; i < h.plus().length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(h.plus()[i]), Math.abs(h.cross()[i])));
        }
        return largest;
    }

    static String word(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    static String word(Accuracy accuracy) {
        return accuracy.isExact() ? "exact" : "fast";
    }
}
