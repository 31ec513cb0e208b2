package org.chirpmill.cli.domain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.chirpmill.banding.BandSearch;
import org.chirpmill.banding.Bands;
import org.chirpmill.banding.BaseGrid;
import org.chirpmill.banding.Noise;
import org.chirpmill.banding.Wave;
import org.chirpmill.banding.Waves;
import org.chirpmill.cli.options.BackendOption;
import org.chirpmill.cli.options.PriorOption;
import org.chirpmill.cli.options.SeedOption;
import org.chirpmill.cli.options.SettingsOption;
import org.chirpmill.cli.words.BandReport;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.NoiseCurve;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.run.Choices;
import org.chirpmill.run.LongestWaveforms;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.DomainSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds bands for a prior. */
@Command(
    name = "suggest",
    description = "Find the MultibandedFrequencyDomain with the fewest bins that keeps a mismatch, and print it as "
        + "YAML.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
        "",
        "The mismatch of a waveform is dingo-gw's (evaluate_multibanded_domain): its values at the centres of the bins "
            + "are interpolated linearly, real and imaginary part, to the uniform grid, and "
            + "1 - (h, g) / sqrt((h, h) (g, g)) is taken from f_min to f_max with the noise as weight, for each "
            + "polarization. Where the settings heterodyne (compression.phase_heterodyning), the waveforms are "
            + "heterodyned first. Measured are the longest waveforms of the prior: those with its least chirp mass.",
        "",
        "Examples:",
        "  chirpmill domain suggest configs/production_xphm.yaml --mismatch 1e-5",
        "  chirpmill domain suggest my.yaml --mismatch 1e-3 --quantile 0.5",
        "  chirpmill domain suggest configs/bns_uniform.yaml --mismatch 1e-4 --chirp-mass-proxy-offset 0.005",
    })
final class DomainSuggestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption;

    @Mixin
    private PriorOption prior;

    @Option(names = "--mismatch", paramLabel = "X", defaultValue = "1e-5",
        description = "What is to be kept (default: ${DEFAULT-VALUE}).")
    private double mismatch;

    @Option(names = "--quantile", paramLabel = "Q", defaultValue = "0.99",
        description = "Which share of the waveforms is to keep it, above 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(names = "--samples", paramLabel = "K", defaultValue = "200",
        description = "How many sources to measure with (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Mixin
    private SeedOption seedOption;

    @Option(names = "--max-delta-f", paramLabel = "F", defaultValue = "2",
        description = "No bin is wider, Hz: a bin of width F averages away times of arrival of 1/F "
            + "(default: ${DEFAULT-VALUE}, as in dingo-gw).")
    private double widest;

    @Option(names = "--time-shift", paramLabel = "S", defaultValue = "0",
        description = "Delay and advance the waveforms in turns by so many seconds before measuring, as the prior on "
            + "the time of arrival will (default: 0, as in dingo-gw, which leaves it to the widest bin).")
    private double timeShift;

    @Option(names = "--chirp-mass-proxy-offset", paramLabel = "M", defaultValue = "0",
        description = "Of settings with compression.phase_heterodyning: heterodyne the waveforms at their chirp mass "
            + "plus and minus so many solar masses in turns, the half-width of the kernel that a network conditioned "
            + "on a chirp mass is trained with (default: 0).")
    private double chirpMassOffset;

    @Option(names = "--asd", paramLabel = "FILE",
        description = "The noise: lines of frequency (Hz) and amplitude spectral density. Default: the settings' "
            + "compression.whitening, found where 'generate' finds it, else a fit of advanced LIGO's design "
            + "(arXiv:0903.0338).")
    private Path asd;

    @Mixin
    private BackendOption backend;

    @Override
    public Integer call() throws IOException {
        require("--mismatch", mismatch, mismatch > 0 && mismatch < 1, "a number above 0 and below 1");
        require("--quantile", share, share > 0 && share <= 1, "a number above 0, at most 1");
        require("--samples", samples, samples >= 1 && samples <= 100_000, "a whole number from 1 to 100000");
        require("--max-delta-f", widest, widest > 0 && Double.isFinite(widest), "a width above 0 Hz");
        require("--time-shift", timeShift, timeShift >= 0 && Double.isFinite(timeShift), "0 s or more");
        require("--chirp-mass-proxy-offset", chirpMassOffset, chirpMassOffset >= 0 && Double.isFinite(chirpMassOffset),
            "0 solar masses or more");
        DatasetSettings settings = prior.settings(settingsOption.file(), settingsOption.unknownKeys());
        Choices choices = seedOption.applied(Choices.on(backend.provider()));
        long seed = choices.seedOf(settings);
        Noise noise = noise(settings);
        DomainSettings.Uniform base = base(settings);
        BaseGrid grid = BaseGrid.of(base.minimumFrequency(), base.maximumFrequency(), base.deltaF(), noise);
        if (!grid.hasWeight()) {
            throw settings.tree().refusal("domain", noise.name() + " knows no noise between "
                + base.minimumFrequency() + " and " + base.maximumFrequency() + " Hz");
        }
        requireHeap(grid.bytes(2L * samples));
        DatasetSettings fine = settings.reread(settings.tree().with("compression", heterodyning(settings))
            .with("domain", uniform(base, base.deltaF() / 2)));
        List<Wave> longest = new ArrayList<>();
        waveforms(fine, choices.withSeed(seed)).longest(samples, into(grid, longest::add));
        if (longest.isEmpty()) {
            throw settings.tree().refusal(settings.priorKey(), "all waveforms of the prior vanish");
        }
        Bands bands = new BandSearch(grid, longest, widest).fewest(mismatch, share);
        Map<String, Object> section = section(bands, base);
        // The reader that a run uses says whether dingo-gw takes such bands.
        settings.reread(settings.tree().with("domain", section));
        // Other draws than those that chose the bands show what they are worth.
        LongestWaveforms others = waveforms(fine, choices.withSeed(seed + 1));
        new BandReport(bands, section, noise).print(spec.commandLine().getOut(), bands.mismatches(longest),
            measured(bands, sink -> others.longest(samples, sink)), measured(bands, sink -> others.any(samples, sink)));
        return 0;
    }

    /** Makes waves of polarizations, which are drawn source by source. */
    private Consumer<Polarizations> into(BaseGrid grid, Consumer<Wave> sink) {
        Waves waves = new Waves(grid, timeShift, sink);
        return wave -> waves.add(wave.plus(), wave.cross());
    }

    /** Mismatches of waves that are not kept. */
    private double[] measured(Bands bands, Consumer<Consumer<Polarizations>> drawing) {
        DoubleStream.Builder mismatches = DoubleStream.builder();
        ToDoubleFunction<Wave> meter = bands.meter();
        drawing.accept(into(bands.grid(), wave -> mismatches.add(meter.applyAsDouble(wave))));
        return mismatches.build().toArray();
    }

    private void requireHeap(long bytes) {
        long most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            throw new ParameterException(spec.commandLine(), "--samples is " + samples + ", whose waveforms take "
                + Quantity.bytes(bytes) + " of the JVM's heap, which may have " + Quantity.bytes(most)
                + ": ask for fewer, or start Java with -Xmx (CHIRPMILL_JAVA_OPTS)");
        }
    }

    private LongestWaveforms waveforms(DatasetSettings fine, Choices choices) {
        return new LongestWaveforms(fine, folder(), choices, chirpMassOffset);
    }

    /** What is left of the compression: a network sees heterodyned data, and bands are for these. */
    private Map<String, Object> heterodyning(DatasetSettings settings) {
        OptionalInt order = settings.compression().map(CompressionSettings::heterodyning).orElse(OptionalInt.empty());
        if (order.isEmpty() && chirpMassOffset > 0) {
            throw new ParameterException(spec.commandLine(), "--chirp-mass-proxy-offset is " + chirpMassOffset
                + ", but the settings have no " + CompressionSettings.HETERODYNING + " to shift");
        }
        return order.isEmpty() ? null : Map.of("phase_heterodyning", Map.of("order", order.getAsInt()));
    }

    private Noise noise(DatasetSettings settings) {
        if (asd != null) {
            return noise(asd);
        }
        return CompressionSources.whiteningFile(settings, folder()).map(DomainSuggestCommand::noise)
            .orElseGet(Noise::advancedLigo);
    }

    private Path folder() {
        return settingsOption.file().toAbsolutePath().getParent();
    }

    private static Noise noise(Path file) {
        return new Noise(file.getFileName().toString(), NoiseCurve.read(file)::density);
    }

    private static DomainSettings.Uniform base(DatasetSettings settings) {
        return switch (settings.domain()) {
            case DomainSettings.Uniform uniform -> uniform;
            case DomainSettings.Multibanded multibanded -> new DomainSettings.Uniform(multibanded.nodes().getFirst(),
                multibanded.baseDomain().maximumFrequency(), multibanded.baseDomain().deltaF());
        };
    }

    private static Map<String, Object> uniform(DomainSettings.Uniform base, double deltaF) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "UniformFrequencyDomain");
        section.put("f_min", base.minimumFrequency());
        section.put("f_max", base.maximumFrequency());
        section.put("delta_f", deltaF);
        return section;
    }

    private static Map<String, Object> section(Bands bands, DomainSettings.Uniform base) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "MultibandedFrequencyDomain");
        section.put("nodes", bands.nodes());
        section.put("delta_f_initial", bands.initialDeltaF());
        section.put("base_domain", uniform(base, base.deltaF()));
        return section;
    }

    private void require(String option, Number value, boolean holds, String allowed) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + " but must be " + allowed);
        }
    }
}
