package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chirpmill.cli.words.Sentence;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Origin;
import org.chirpmill.dataset.StoredWaveform;
import org.chirpmill.dataset.WaveformFormat;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.PhaseHarmonics;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.parameters.NonSourceParameters;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Models;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.WaveformGeneratorSettings;
import org.chirpmill.source.FixedSource;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes one waveform. */
@Command(
    name = "waveform",
    description = "Make one waveform, in double precision, of the settings' waveform_parameters or of a dataset's row.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "Examples:",
        "  chirpmill waveform configs/waveform.yaml -o w.npz",
        "  chirpmill waveform configs/waveform.yaml -p mass_1=50 -p chi_1=0.7 -o w.csv",
        "  chirpmill waveform configs/quick.yaml --from set.hdf5 --row 17 -o row17.h5",
    })
final class WaveformCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Chirpmill chirpmill;

    @Mixin
    private SettingsOption settingsOption;

    @Option(
        names = {"-o", "--out", "--out_file"},
        paramLabel = "FILE",
        defaultValue = "waveform.h5",
        description = "Where to: .h5, .npz or .csv (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
        names = {"-p", "--parameter"},
        paramLabel = "NAME=VALUE",
        description = "A parameter that replaces or joins the others; may be repeated.")
    private Map<String, Double> replaced = Map.of();

    @ArgGroup(exclusive = false)
    private DatasetRow datasetRow;

    @Mixin
    private BackendOption backend;

    @Mixin
    private AccuracyOption accuracyOption;

    @Option(
        names = "--modes",
        description = "Add the polarizations taken apart by m, h_plus_m-4 to h_cross_m4: each turns exactly as "
            + "exp(-i m phase) while the Cartesian spins stay, and they add up to h_plus and h_cross.")
    private boolean modes;

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        DatasetSettings settings = DatasetSettings.read(settingsOption.file());
        settings.warnings().forEach(warning -> spec.commandLine().getErr().println("chirpmill: " + warning));
        WaveformGeneratorSettings generator = settings.waveformGenerator();
        FrequencyGrid grid = FrequencyDomain.of(settings.domain()).grid(generator.startFrequency());
        EvaluationFrame frame = new EvaluationFrame(generator.referenceFrequency(), grid);
        Map<String, Double> parameters = parameters(settings);
        Accuracy accuracy = accuracy(settings);
        List<String> names = new ArrayList<>(parameters.keySet());
        FixedSource source =
            new FixedSource(names, generator.referenceFrequency(), generator.spinConversionPhase());
        NonSourceParameters.unknown(source.ignoredColumns()).forEach(name -> spec.commandLine().getErr().println(
            "chirpmill: " + name + " is no parameter of a source that Chirpmill knows and is ignored."));
        try (WaveformEvaluator evaluator = new WaveformEvaluator(Models.of(settings), frame, Precision.DOUBLE,
                backend.provider(chirpmill.verbose(), spec.commandLine().getErr()), accuracy)) {
            double[] values = parameters.values().stream().mapToDouble(Double::doubleValue).toArray();
            WaveformFormat.save(out, waveform(evaluator, source.at(values), grid), force);
        } catch (UnphysicalSourceException | SourceRefusedException refused) {
            throw refusal(settings, refused.getMessage());
        }
        spec.commandLine().getErr().printf("chirpmill: wrote one %s waveform of %,d bins to %s.%n",
            generator.approximant(), grid.bins(), out);
        return 0;
    }

    /** The row of a dataset is made as it was, unless the command line says otherwise. */
    private Accuracy accuracy(DatasetSettings settings) throws IOException {
        Optional<Accuracy> ofSettings = accuracyOption.asked(settings);
        if (datasetRow == null || accuracyOption.asked().isPresent()) {
            return ofSettings.orElse(Choices.ACCURACY_OF_SINGLES);
        }
        return datasetRow.accuracy().or(() -> ofSettings).orElse(Choices.ACCURACY_OF_SINGLES);
    }

    private StoredWaveform waveform(WaveformEvaluator evaluator, SourceParameters source, FrequencyGrid grid)
            throws SourceRefusedException {
        WaveformEvaluator.Polarizations whole = evaluator.polarizations(source);
        Map<String, double[]> series = new LinkedHashMap<>();
        series.put("h_plus", whole.plus());
        series.put("h_cross", whole.cross());
        if (modes) {
            PhaseHarmonics.of(evaluator, source).forEach((m, part) -> {
                series.put("h_plus_m" + m, part.plus());
                series.put("h_cross_m" + m, part.cross());
            });
        }
        return new StoredWaveform(grid.frequencies(), series);
    }

    private Map<String, Double> parameters(DatasetSettings settings) throws IOException {
        Map<String, Double> parameters = new LinkedHashMap<>(
            datasetRow == null ? settings.waveformParameters() : datasetRow.parameters(spec));
        parameters.putAll(replaced);
        if (parameters.isEmpty()) {
            throw new SettingsException(settingsOption.file() + " has no waveform_parameters: add them there, or name "
                + "a dataset's row with --from and --row, or give every parameter with -p.");
        }
        return parameters;
    }

    private SettingsException refusal(DatasetSettings settings, String reason) {
        String complaint = "there is no such waveform: " + Sentence.withoutFullStop(reason);
        return datasetRow == null && replaced.isEmpty()
            ? settings.tree().refusal("waveform_parameters." + reason.split(" ")[0], complaint)
            : new SettingsException(complaint);
    }

    /** A row of an existing dataset. */
    private static final class DatasetRow {
        @Option(names = "--from", required = true, paramLabel = "DATASET", description = "Take a row's parameters.")
        private Path dataset;

        @Option(names = "--row", required = true, paramLabel = "I", description = "Which row of the set.")
        private long row;

        /** How exactly the dataset was made, where it says so. */
        Optional<Accuracy> accuracy() throws IOException {
            try (DatasetReader reader = DatasetReader.open(dataset)) {
                return reader.origin().map(Origin::accuracy);
            }
        }

        Map<String, Double> parameters(CommandSpec spec) throws IOException {
            try (DatasetReader reader = DatasetReader.open(dataset)) {
                RowRange rows = reader.rowsOfSet();
                if (!rows.contains(row)) {
                    throw new ParameterException(spec.commandLine(), "--row is " + row + " but must be from "
                        + rows.first() + " to " + (rows.end() - 1) + ", the rows of " + dataset);
                }
                Map<String, Double> parameters = new LinkedHashMap<>();
                double[] values = reader.parameters(rows.position(row), 1)[0];
                for (int column = 0; column < values.length; column++) {
                    parameters.put(reader.columns().get(column), values[column]);
                }
                return parameters;
            }
        }
    }
}
