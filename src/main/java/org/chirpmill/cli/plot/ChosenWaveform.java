package org.chirpmill.cli.plot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.cli.options.RowOfDataset;
import org.chirpmill.cli.options.UnknownKeysOption;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.run.Choices;
import org.chirpmill.run.DescribedWaveform;
import org.chirpmill.run.ParameterNames;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which waveform a picture shows: that of a settings file's waveform_parameters, or a row of a dataset. */
final class ChosenWaveform {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
        paramLabel = "SETTINGS",
        arity = "0..1",
        description = "Settings file with waveform_parameters, as 'chirpmill waveform' takes it.")
    private Path settingsFile;

    @Mixin
    private UnknownKeysOption unknown;

    @Option(
        names = {"-p", "--parameter"},
        paramLabel = "NAME=VALUE",
        description = "A parameter that replaces or joins the settings' own; may be repeated.")
    private Map<String, Double> replaced = Map.of();

    @Option(
        names = "--dataset",
        paramLabel = "FILE",
        description = "Show a row of this dataset, in place of SETTINGS: its waveform as it is stored where that "
            + "serves, else made anew from its settings.")
    private Path dataset;

    @Option(
        names = "--row",
        paramLabel = "N",
        defaultValue = "0",
        description = "Which row of the set (default: ${DEFAULT-VALUE}).")
    private long row;

    /** Reads the settings and parameters. */
    DescribedWaveform read() throws IOException {
        if ((settingsFile == null) == (dataset == null)) {
            throw new ParameterException(spec.commandLine(), settingsFile == null
                ? "SETTINGS or --dataset FILE is missing" : "SETTINGS and --dataset do not go together: give one");
        }
        return dataset == null ? ofSettings() : ofDataset();
    }

    private DescribedWaveform ofSettings() {
        if (spec.commandLine().getParseResult().hasMatchedOption("--row")) {
            throw new ParameterException(spec.commandLine(), "--row is given without --dataset FILE");
        }
        DatasetSettings settings = DatasetSettings.read(settingsFile, unknown.unknownKeys());
        PrintWriter err = spec.commandLine().getErr();
        settings.warnings().forEach(warning -> err.println("chirpmill: " + warning));
        Map<String, Double> parameters = new LinkedHashMap<>(settings.waveformParameters());
        parameters.putAll(replaced);
        if (parameters.isEmpty()) {
            throw new SettingsException(settingsFile + " has no waveform_parameters: add them there, give every "
                + "parameter with -p, or show a dataset's row with --dataset and --row.");
        }
        ParameterNames.ofWaveform(settings).unknown(parameters.keySet(), "it is ignored")
            .forEach(notice -> err.println("chirpmill: " + notice));
        return new DescribedWaveform(settings, parameters, Optional.empty(), choices());
    }

    private DescribedWaveform ofDataset() throws IOException {
        if (!replaced.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--parameter and --dataset do not go together: a row has "
                + "its parameters");
        }
        return DescribedWaveform.of(RowOfDataset.read(dataset, row, spec), choices());
    }

    /** A picture's waveforms cost next to nothing. */
    private static Choices choices() {
        return Choices.automatic().withAccuracy(Accuracy.EXACT);
    }
}
