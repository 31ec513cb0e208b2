package org.chirpmill.cli.svd;

import java.nio.file.Path;
import java.util.Optional;
import org.chirpmill.cli.options.AccuracyOption;
import org.chirpmill.cli.options.BackendOption;
import org.chirpmill.cli.options.ScheduleOptions;
import org.chirpmill.cli.options.SeedOption;
import org.chirpmill.cli.words.ConsoleListener;
import org.chirpmill.compression.SvdBasis;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.run.BasisRun;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Recipe;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which waveforms a basis is made from or measured on, and who evaluates them. */
final class BasisOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SeedOption seed;

    @Option(
        names = "--num-validation",
        paramLabel = "N",
        description = "Waveforms to measure the mismatch on, in place of compression.svd.num_validation_samples.")
    private Long numValidation;

    @Mixin
    private ScheduleOptions schedules;

    @Mixin
    private BackendOption backend;

    @Mixin
    private AccuracyOption accuracy;

    /** What these options choose. */
    Choices choices() {
        return accuracy.applied(schedules.applied(seed.applied(Choices.on(backend.provider()))));
    }

    /** The waveforms of a recipe, whose notices are told. */
    BasisRun run(Recipe recipe, Choices choices) {
        BasisRun run = BasisRun.of(recipe, choices);
        recipe.noticesBeforeRows().forEach(new ConsoleListener(spec.commandLine().getErr())::notice);
        return run;
    }

    /** How many waveforms to measure on; {@code otherwise} where neither option nor settings say. */
    long numValidation(DatasetSettings settings, long otherwise) {
        if (numValidation != null && numValidation > CompressionSettings.MOST_VALIDATION_SAMPLES) {
            throw new ParameterException(spec.commandLine(), "--num-validation is " + numValidation
                + " but must be at most " + CompressionSettings.MOST_VALIDATION_SAMPLES);
        }
        return whole("--num-validation", numValidation, 0)
            .or(() -> svd(settings).map(CompressionSettings.Svd::validationSamples).filter(samples -> samples > 0))
            .orElse(otherwise);
    }

    /** Refuses a basis for other bins than the settings have. */
    static void requireBins(SvdBasis basis, Path file, Recipe recipe, Path settingsFile) throws DatasetException {
        if (basis.bins() != recipe.grid().bins()) {
            throw new DatasetException(file + " is a basis of " + basis.bins() + " frequency bins, but the domain of "
                + settingsFile + " has " + recipe.grid().bins() + ".");
        }
    }

    static Optional<CompressionSettings.Svd> svd(DatasetSettings settings) {
        return settings.compression().flatMap(CompressionSettings::svd);
    }

    /** An option's number, if it is given. */
    Optional<Long> whole(String option, Long value, long least) {
        if (value != null && value < least) {
            throw new ParameterException(spec.commandLine(),
                option + " is " + value + " but must be a whole number, " + least + " or more");
        }
        return Optional.ofNullable(value);
    }
}
