package org.chirpmill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.chirpmill.cli.options.AccuracyOption;
import org.chirpmill.cli.options.BackendOption;
import org.chirpmill.cli.options.RowOfDataset;
import org.chirpmill.cli.options.SettingsOption;
import org.chirpmill.cli.words.Sentence;
import org.chirpmill.dataset.StoredWaveform;
import org.chirpmill.dataset.WaveformFormat;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.run.Choices;
import org.chirpmill.run.ParameterNames;
import org.chirpmill.run.SingleWaveforms;
import org.chirpmill.run.StoredRow;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.source.UnusableParametersException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        DatasetSettings settings = DatasetSettings.read(settingsOption.file(), settingsOption.unknownKeys());
        settings.warnings().forEach(this::tell);
        Optional<StoredRow> row = datasetRow == null ? Optional.empty() : Optional.of(datasetRow.read(spec));
        Map<String, Double> parameters = parameters(settings, row);
        ParameterNames.ofWaveform(settings)
            .unknown(row.isPresent() ? replaced.keySet() : parameters.keySet(), "it is ignored").forEach(this::tell);
        try (SingleWaveforms waveforms = SingleWaveforms.of(settings, choices(row))) {
            row.ifPresent(stored -> ParameterNames.complaints(stored.parameters().keySet())
                .forEach(complaint -> tell(complaint + ": it is ignored.")));
            waveforms.assumptions(parameters.keySet()).forEach(this::tell);
            WaveformFormat.save(out, waveform(waveforms, parameters), force);
            spec.commandLine().getErr().printf("chirpmill: wrote one %s waveform of %,d bins to %s.%n",
                settings.waveformGenerator().approximant(), waveforms.grid().bins(), out);
        } catch (SourceRefusedException | UnusableParametersException refused) {
            throw refusal(settings, row, refused.getMessage());
        }
        return 0;
    }

    private void tell(String notice) {
        spec.commandLine().getErr().println("chirpmill: " + notice);
    }

    /** The row of a dataset is made as it was, unless the command line says otherwise. */
    private Choices choices(Optional<StoredRow> row) {
        Choices chosen = Choices.on(backend.provider());
        return accuracyOption.asked().or(() -> row.flatMap(StoredRow::accuracy)).map(chosen::withAccuracy)
            .orElse(chosen);
    }

    private StoredWaveform waveform(SingleWaveforms waveforms, Map<String, Double> parameters)
            throws SourceRefusedException {
        WaveformEvaluator.Polarizations whole = waveforms.polarizations(parameters);
        if (DoubleStream.concat(Arrays.stream(whole.plus()), Arrays.stream(whole.cross())).allMatch(h -> h == 0)) {
            tell("the waveform is zero in every bin, as where it ends below f_min.");
        }
        Map<String, double[]> series = new LinkedHashMap<>();
        series.put("h_plus", whole.plus());
        series.put("h_cross", whole.cross());
        if (modes) {
            waveforms.harmonics(parameters).forEach((m, part) -> {
                series.put("h_plus_m" + m, part.plus());
                series.put("h_cross_m" + m, part.cross());
            });
        }
        return new StoredWaveform(waveforms.grid().frequencies(), series);
    }

    private Map<String, Double> parameters(DatasetSettings settings, Optional<StoredRow> row) {
        Map<String, Double> parameters =
            new LinkedHashMap<>(row.map(StoredRow::parameters).orElseGet(settings::waveformParameters));
        parameters.putAll(replaced);
        if (parameters.isEmpty()) {
            throw new SettingsException(settingsOption.file() + " has no waveform_parameters: add them there, or name "
                + "a dataset's row with --from and --row, or give every parameter with -p.");
        }
        return parameters;
    }

    /** Says why and, where all parameters stand in one place, in which. */
    private SettingsException refusal(DatasetSettings settings, Optional<StoredRow> row, String reason) {
        String complaint = "there is no such waveform: " + Sentence.withoutFullStop(reason);
        if (!replaced.isEmpty()) {
            return new SettingsException(complaint);
        }
        return row.map(stored -> new SettingsException(complaint + " (" + stored.place() + ")"))
            .orElseGet(() -> settings.tree().refusal("waveform_parameters." + reason.split(" ")[0], complaint));
    }

    /** A row of an existing dataset. */
    private static final class DatasetRow {
        @Option(names = "--from", required = true, paramLabel = "DATASET", description = "Take a row's parameters.")
        private Path dataset;

        @Option(names = "--row", required = true, paramLabel = "I", description = "Which row of the set.")
        private long row;

        StoredRow read(CommandSpec spec) throws IOException {
            return RowOfDataset.read(dataset, row, spec);
        }
    }
}
