package org.chirpmill.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.domain.FrequencyDomain;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.domain.UniformFrequencyDomain;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.engine.lookup.EvaluatorLookup;
import org.chirpmill.figure.Polarization;
import org.chirpmill.model.EvaluationFrame;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomx.hm.CoprecessingAmplitudes;
import org.chirpmill.rows.Precision;
import org.chirpmill.run.Choices;
import org.chirpmill.run.Models;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.DomainSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.WaveformGeneratorSettings;
import org.chirpmill.source.FixedSource;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnphysicalSourceException;

/**
 * A waveform to be shown.
 *
 * @param settings how it is made
 * @param parameters of its source
 * @param dataset the file that holds it, null where it stands in no file
 * @param row which of the set
 */
record WaveformOfFigure(DatasetSettings settings, Map<String, Double> parameters, Path dataset, long row) {
    private static final String PLUS = "h+";
    private static final String CROSS = "h\u00d7";

    /** What is shown, for the top of the picture. */
    String title() {
        String approximant = settings.waveformGenerator().approximant();
        if (dataset != null) {
            return String.format(Locale.ROOT, "%s, row %,d of %s", approximant, row, dataset.getFileName());
        }
        SourceParameters source = source();
        return String.format(Locale.ROOT, "%s, %s + %s solar masses", approximant,
            solar(Math.max(source.massOneSolar(), source.massTwoSolar())),
            solar(Math.min(source.massOneSolar(), source.massTwoSolar())));
    }

    private static String solar(double mass) {
        return new BigDecimal(mass).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    /** The waveform on its own grid: as stored, or made where no file holds it bin by bin. */
    List<Polarization> onItsGrid() throws IOException {
        FrequencyGrid grid = grid(settings.domain());
        if (dataset != null) {
            try (DatasetReader reader = DatasetReader.open(dataset)) {
                long place = reader.rowsOfSet().position(row);
                if (reader.bins() == grid.bins()) {
                    return polarizations(grid,
                        reader.polarization(org.chirpmill.dataset.Polarization.PLUS, place, 1)[0],
                        reader.polarization(org.chirpmill.dataset.Polarization.CROSS, place, 1)[0]);
                }
            }
        }
        return made(grid);
    }

    /** The waveform where bin k lies at k delta_f: that of a multibanded domain is made anew on the grid beneath. */
    List<Polarization> onUniformGrid() throws IOException {
        return switch (settings.domain()) {
            case DomainSettings.Uniform uniform -> onItsGrid();
            case DomainSettings.Multibanded multibanded -> {
                DomainSettings.Uniform base = multibanded.baseDomain();
                yield made(new UniformFrequencyDomain(multibanded.nodes().getFirst(), base.maximumFrequency(),
                    base.deltaF()).grid());
            }
        };
    }

    /** |h_lm| by the mode's name, on the waveform's own grid. */
    Map<String, double[]> modes() {
        WaveformModel model = Models.of(settings);
        if (!CoprecessingAmplitudes.areOf(model)) {
            throw settings.tree().refusal("waveform_generator.approximant", "waveform_generator.approximant is '"
                + model.approximant() + "', which has no co-precessing modes to show: take IMRPhenomXHM, IMRPhenomXP "
                + "or IMRPhenomXPHM");
        }
        return refusing(source -> CoprecessingAmplitudes.of(model, source, frame(grid(settings.domain()))));
    }

    /** The frequencies of the modes, Hz. */
    double[] frequencies() {
        return grid(settings.domain()).frequencies();
    }

    private FrequencyGrid grid(DomainSettings domain) {
        return FrequencyDomain.of(domain).grid(settings.waveformGenerator().startFrequency());
    }

    private EvaluationFrame frame(FrequencyGrid grid) {
        return new EvaluationFrame(settings.waveformGenerator().referenceFrequency(), grid);
    }

    private List<Polarization> made(FrequencyGrid grid) throws IOException {
        try (WaveformEvaluator evaluator = new WaveformEvaluator(Models.of(settings), frame(grid), Precision.DOUBLE,
                EvaluatorLookup.automatic(reason -> { }), Choices.ACCURACY_OF_SINGLES)) {
            WaveformEvaluator.Polarizations both = refusing(evaluator::polarizations);
            return polarizations(grid, both.plus(), both.cross());
        }
    }

    private List<Polarization> polarizations(FrequencyGrid grid, double[] plus, double[] cross) throws IOException {
        List<Polarization> waves = List.of(
            new Polarization(PLUS, grid.frequencies(), plus), new Polarization(CROSS, grid.frequencies(), cross));
        if (waves.stream().allMatch(Polarization::isZero)) {
            throw new DatasetException("There is nothing to see: the waveform is zero at every frequency.");
        }
        return waves;
    }

    private interface OfSource<T> {
        T of(SourceParameters source) throws SourceRefusedException;
    }

    private <T> T refusing(OfSource<T> wanted) {
        try {
            return wanted.of(source());
        } catch (SourceRefusedException refused) {
            throw new SettingsException("There is no such waveform: " + refused.getMessage());
        }
    }

    private SourceParameters source() {
        WaveformGeneratorSettings generator = settings.waveformGenerator();
        List<String> names = List.copyOf(parameters.keySet());
        try {
            return new FixedSource(names, generator.referenceFrequency(), generator.spinConversionPhase())
                .at(parameters.values().stream().mapToDouble(Double::doubleValue).toArray());
        } catch (UnphysicalSourceException refused) {
            throw new SettingsException("There is no such waveform: " + refused.getMessage());
        }
    }
}
