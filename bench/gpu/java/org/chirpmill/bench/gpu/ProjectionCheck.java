package org.chirpmill.bench.gpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionTransform;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.NamedParameters;
import org.chirpmill.rows.Precision;

/**
 * Whether coefficients are right on this card: beside sums in double precision over the very waveforms that the card
 * made, and beside themselves, since launches of other sizes must give the same bytes.
 */
final class ProjectionCheck {
    /** Of the norm of a polarization's coefficients, that is of the whitened polarization's own, nearly. */
    private static final Map<Precision, Double> TOLERANCES = Map.of(Precision.SINGLE, 1e-6, Precision.DOUBLE, 1e-12);
    /** No divisor of any number of rows, and less than a tile has. */
    private static final int ODD_BATCH = 37;

    private final Bench bench;
    private final WaveformBases bases;
    private final List<Map<String, Object>> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    ProjectionCheck(Bench bench, WaveformBases bases) {
        this.bench = bench;
        this.bases = bases;
    }

    /** What was found, by model and width. */
    List<Map<String, Object>> results() {
        return results;
    }

    /** What is wrong, a sentence each. */
    List<String> failures() {
        return failures;
    }

    void run() throws IOException {
        ProjectionPlan plan = bench.plan().projection();
        for (String model : plan.models()) {
            bench.log().println("checking the projection of " + model);
            PreparedRows rows = PreparedRows.production(model, plan.grid(), plan.rows());
            for (int width : plan.widths()) {
                Map<String, Double> worst = new LinkedHashMap<>();
                try {
                    Compression compression = bases.of(model, plan.grid(), width);
                    for (Precision precision : Precision.values()) {
                        worst.put(Correctness.word(precision), check(rows, compression, precision));
                    }
                } catch (RuntimeException failed) {
                    failures.add("the projection of " + model + " on " + width + " vectors could not be checked: "
                        + failed);
                }
                results.add(named(model, plan.grid().name(), width, rows.count(), worst));
            }
        }
    }

    /** The largest error of a polarization's coefficients over their norm. */
    private double check(PreparedRows rows, Compression compression, Precision precision) {
        String what = rows.model().approximant() + " projected on " + compression.basis().orElseThrow().size()
            + " vectors in " + Correctness.word(precision) + " precision";
        MatrixTransform transform =
            (MatrixTransform) CompressionTransform.of(compression, List.of(), precision).orElseThrow();
        Answer waveforms = answer(rows, precision, Optional.empty(), rows.count());
        Answer found = answer(rows, precision, Optional.of(transform), rows.count());
        double[] errors = IntStream.range(0, rows.count()).parallel()
            .mapToDouble(row -> error(found.row(row), waveforms.row(row), compression)).toArray();
        double worst = 0;
        for (int row = 0; row < errors.length; row++) {
            worst = Double.isNaN(worst) || worst >= errors[row] ? worst : errors[row];
            if (!(errors[row] <= TOLERANCES.get(precision))) {
                failures.add(String.format(Locale.ROOT, "%s, row %d: off by %.1e of the norm, more than %.1e", what,
                    row, errors[row], TOLERANCES.get(precision)));
            }
        }
        for (int batch : new int[] {rows.count(), ODD_BATCH, 1}) {
            if (!answer(rows, precision, Optional.of(transform), batch).isSame(found)) {
                failures.add(what + " differs in launches of " + batch + " rows");
            }
        }
        return worst;
    }

    private Answer answer(PreparedRows rows, Precision precision, Optional<MatrixTransform> transform, int batch) {
        try (KernelRun run = new KernelRun(bench, rows, precision, Accuracy.EXACT, transform)) {
            return run.answer(batch);
        }
    }

    private static double error(Polarizations found, Polarizations waveform, Compression compression) {
        return worse(error(found.plus(), compression.compress(waveform.plus(), NamedParameters.NONE)),
            error(found.cross(), compression.compress(waveform.cross(), NamedParameters.NONE)));
    }

    private static double error(double[] found, double[] expected) {
        double difference = 0;
        double norm = 0;
        for (int part = 0; part < expected.length; part++) {
            difference += (found[part] - expected[part]) * (found[part] - expected[part]);
            norm += expected[part] * expected[part];
        }
        return difference == 0 ? 0 : Math.sqrt(difference / norm);
    }

    /** The larger, and NaN if either is NaN. */
    private static double worse(double a, double b) {
        return Double.isNaN(a) || a >= b ? a : b;
    }

    private static Map<String, Object> named(String model, String grid, int width, int rows,
            Map<String, Double> worst) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("model", model);
        named.put("grid", grid);
        named.put("vectors", width);
        named.put("rows", rows);
        named.put("worst", worst);
        return named;
    }
}
