package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.chirpmill.benchmark.Workload;
import org.chirpmill.dataset.DatasetHeader;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Precision;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.ModelCatalogue;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;

/** {@code configs/production_xphm.yaml} for any model: for aligned models with aligned spins as large. */
public final class ProductionTask {
    private static final Pattern PRECESSING_SPINS =
        Pattern.compile("(?m)^  (a_1|a_2|tilt_1|tilt_2|phi_12|phi_jl):.*\n");

    private ProductionTask() {}

    /** The task of a model, by LALSimulation's name, single precision, as exact as {@code --accuracy} has it. */
    public static WaveformTask of(String approximant, EvaluatorProvider backend, String accuracy) throws IOException {
        return task(approximant, ProductionGrid.FULL, Precision.SINGLE, backend, Accuracy.of(accuracy));
    }

    /** The task of a model on any grid. */
    public static WaveformTask task(String approximant, ProductionGrid grid, Precision precision,
            EvaluatorProvider backend, Accuracy accuracy) throws IOException {
        return recipe(approximant, grid).task(0, precision, backend, accuracy);
    }

    /** So many rows of it, to be made for the sake of their cost. */
    public static Workload workload(String approximant, ProductionGrid grid, Precision precision,
            EvaluatorProvider backend, Accuracy accuracy, long rows) throws IOException {
        Recipe recipe = recipe(approximant, grid);
        return new Workload(recipe.task(0, precision, backend, accuracy),
            new DatasetHeader(recipe.prior().columns(), rows, recipe.grid().bins(), precision,
                recipe.stored().with("num_samples", rows).toPythonLiteral(), "chirpmill=benchmark", Map.of(),
                Map.of()));
    }

    private static Recipe recipe(String approximant, ProductionGrid grid) throws IOException {
        String text = Files.readString(grid.settings()).replace("IMRPhenomXPHM", approximant)
            .replace("  delta_f: 0.125", "  delta_f: " + grid.spacing());
        if (ModelCatalogue.named(approximant).orElseThrow().spinSupport() == SpinSupport.ALIGNED) {
            text = PRECESSING_SPINS.matcher(text).replaceAll("").replaceFirst(
                "  theta_jn:", "  chi_1: default\n  chi_2: default\n  theta_jn:");
        }
        return Recipe.of(DatasetSettings.of(SettingsTree.parse(text, grid.settings().toString())));
    }
}
