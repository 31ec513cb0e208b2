package org.chirpmill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chirpmill.benchmark.Workload;
import org.chirpmill.compression.Whitening;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.dataset.Origin;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.RowTransform;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.catalogue.ModelCatalogue;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;

/** {@code configs/production_xphm.yaml} for any model: for aligned models with aligned spins as large. */
public final class ProductionTask {
    private static final Pattern PRECESSING_SPINS =
        Pattern.compile("(?m)^  (a_1|a_2|tilt_1|tilt_2|phi_12|phi_jl):.*\n");

    /** What isotropic spins of the settings' magnitudes are along the orbital axis. */
    private static final String ALIGNED_SPIN = "AlignedSpin(a_prior=Uniform(minimum=0.0, maximum=0.99))";

    private static final String WHITENING = "aLIGO_ZERO_DET_high_P_asd.txt";

    private ProductionTask() {}

    /** The task of a model, by LALSimulation's name, single precision, as exact as {@code --accuracy} has it. */
    public static WaveformTask of(String approximant, EvaluatorProvider backend, String accuracy) throws IOException {
        return task(approximant, ProductionGrid.FULL, Precision.SINGLE, backend, Accuracy.of(accuracy));
    }

    /** The task of a model on any grid. */
    public static WaveformTask task(String approximant, ProductionGrid grid, Precision precision,
            EvaluatorProvider backend, Accuracy accuracy) throws IOException {
        return recipe(approximant, grid).task(choices(precision, backend, accuracy));
    }

    /** So many rows of it, to be made for the sake of their cost. */
    public static Workload workload(String approximant, ProductionGrid grid, Precision precision,
            EvaluatorProvider backend, Accuracy accuracy, long rows) throws IOException {
        return workload(approximant, grid, precision, backend, accuracy, rows, Optional.empty());
    }

    /** The same, its rows kept as {@code transform} makes them, if there is one. */
    public static Workload workload(String approximant, ProductionGrid grid, Precision precision,
            EvaluatorProvider backend, Accuracy accuracy, long rows, Optional<RowTransform> transform)
            throws IOException {
        Recipe recipe = recipe(approximant, grid);
        WaveformTask whole = recipe.task(choices(precision, backend, accuracy));
        WaveformTask task = transform.map(whole::transformedBy).orElse(whole);
        Origin origin = new Origin(0, "benchmark", backend.name(), task.accuracy(), RowRange.first(rows), Map.of());
        return new Workload(task, new DatasetHeader(recipe.prior().columns(), task.columns(), precision,
            recipe.stored().with("num_samples", rows).toPythonLiteral(), "chirpmill=benchmark", origin, Map.of()),
            Workload.Opening.OF_ROWS);
    }

    private static Choices choices(Precision precision, EvaluatorProvider backend, Accuracy accuracy) {
        return Choices.on(backend).withPrecision(precision).withAccuracy(accuracy);
    }

    /** The whitening of {@code configs/production_xphm_svd.yaml} on any grid. */
    public static Whitening whitening(ProductionGrid grid) throws IOException {
        DatasetSettings settings = DatasetSettings.of(SettingsTree.parse(text(grid), grid.settings().toString()));
        return Whitening.of(Whitening.resolve(WHITENING, grid.settings().getParent()),
            FrequencyDomain.of(settings.domain()));
    }

    private static Recipe recipe(String approximant, ProductionGrid grid) throws IOException {
        String text = text(grid).replace("IMRPhenomXPHM", approximant);
        if (!ModelCatalogue.named(approximant).orElseThrow().traits().isPrecessing()) {
            text = PRECESSING_SPINS.matcher(text).replaceAll("").replaceFirst(
                "  theta_jn:", "  chi_1: " + ALIGNED_SPIN + "\n  chi_2: " + ALIGNED_SPIN + "\n  theta_jn:");
        }
        return Recipe.of(DatasetSettings.of(SettingsTree.parse(text, grid.settings().toString())),
            grid.settings().getParent());
    }

    private static String text(ProductionGrid grid) throws IOException {
        return Files.readString(grid.settings()).replace("  delta_f: 0.125", "  delta_f: " + grid.spacing());
    }
}
