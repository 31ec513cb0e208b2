package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.EvaluatorProvider;
import org.chirpmill.engine.Precision;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.model.ModelCatalogue;
import org.chirpmill.model.SpinSupport;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;

/** {@code configs/production_xphm.yaml} for any model: 8193 bins, and for aligned models aligned spins as large. */
public final class ProductionTask {
    private static final Path SETTINGS = Path.of("configs/production_xphm.yaml");
    private static final Pattern PRECESSING_SPINS =
        Pattern.compile("(?m)^  (a_1|a_2|tilt_1|tilt_2|phi_12|phi_jl):.*\n");

    private ProductionTask() {}

    /** The task of a model, by LALSimulation's name, single precision, as exact as {@code --accuracy} has it. */
    public static WaveformTask of(String approximant, EvaluatorProvider backend, String accuracy) throws IOException {
        String text = Files.readString(SETTINGS).replace("IMRPhenomXPHM", approximant);
        if (ModelCatalogue.named(approximant).orElseThrow().spinSupport() == SpinSupport.ALIGNED) {
            text = PRECESSING_SPINS.matcher(text).replaceAll("").replaceFirst(
                "  theta_jn:", "  chi_1: default\n  chi_2: default\n  theta_jn:");
        }
        SettingsTree tree = SettingsTree.parse(text, SETTINGS.toString());
        return Recipe.of(DatasetSettings.of(tree)).task(0, Precision.SINGLE, backend, Accuracy.of(accuracy));
    }
}
