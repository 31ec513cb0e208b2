package org.chirpmill.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.RowSource;
import org.chirpmill.engine.WaveformEvaluator;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.engine.WaveformTask;
import org.chirpmill.engine.scalar.ScalarProvider;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.parameters.DistanceMeasure;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.Signal;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.source.SourceParameters;

/**
 * Whether anything comes of a prior in the band, asked of its first rows at some of the frequencies before anything is
 * written. Where the first row is whole, which it mostly is, that is the only one.
 */
record FirstSignals(DatasetSettings settings, WaveformTask task) {
    /** A prior of which a tenth of the rows is whole passes but one time in 26. */
    private static final int ROWS = 31;
    private static final int FREQUENCIES = 64;
    /** To find where a waveform ends: so many frequencies below the band, down to this part of its beginning. */
    private static final int FREQUENCIES_BELOW = 1000;
    private static final double LOWEST_PART = 1e-4;

    /**
     * Refuses a prior of whose first rows none is {@link Signal#WHOLE}.
     *
     * @throws SettingsException that says why
     */
    void requireAny() {
        FrequencyGrid grid = task.grid();
        if (grid.firstBin() >= grid.bins()) {
            return;
        }
        Optional<SourceParameters> first = Optional.empty();
        RowSource.Drawer drawer = task.source().open();
        try (WaveformEvaluator evaluator = evaluator(inBand(grid), task.precision())) {
            for (int row = 0; row < ROWS; row++) {
                Optional<SourceParameters> lost = lost(drawer, evaluator, row);
                if (lost.isEmpty()) {
                    return;
                }
                first = first.or(() -> lost);
            }
        }
        throw refusal(first.orElseThrow());
    }

    /** The source of a row of which not all comes that should. */
    private Optional<SourceParameters> lost(RowSource.Drawer drawer, WaveformEvaluator evaluator, int row) {
        double[] parameters = new double[task.parameterCount()];
        for (int attempt = 0; attempt < task.attemptsPerRow(); attempt++) {
            try {
                drawer.draw(row, attempt, parameters);
                SourceParameters source = drawer.source(parameters);
                Polarizations strain = evaluator.polarizations(source);
                return Signal.of(strain.plus(), strain.cross(), task.precision()) == Signal.WHOLE
                    ? Optional.empty() : Optional.of(source);
            } catch (SourceRefusedException refused) {
                // As in a run, another draw takes its place.
            }
        }
        return Optional.empty();
    }

    private SettingsException refusal(SourceParameters source) {
        double[] frequencies = inBand(task.grid());
        SourceParameters near = source.atDistance(1);
        if (end(near, frequencies).isPresent()) {
            String key = DistanceMeasure.keys().stream().filter(settings.prior()::containsKey).findFirst()
                .orElse(DistanceMeasure.LUMINOSITY_DISTANCE.key());
            return settings.priorRefusal(key, settings.priorPath(key) + String.format(Locale.ROOT,
                " is too far for %s precision, which keeps few digits or none of the first %d rows, the first at "
                    + "%.3g Mpc", task.precision().name().toLowerCase(Locale.ROOT), ROWS,
                source.luminosityDistanceMpc()));
        }
        String end = end(near, below(frequencies[0]))
            .map(found -> String.format(Locale.ROOT, " ending near %.3g Hz", found)).orElse("");
        return settings.tree().refusal(settings.priorKey(), settings.priorKey() + String.format(Locale.ROOT,
            " puts nothing into the band, which begins at %s Hz: the first %d rows are zero in every bin, the first "
                + "of %.4g solar masses%s", frequencies[0], ROWS, source.massOneSolar() + source.massTwoSolar(),
            end));
    }

    /** The highest of these frequencies at which a waveform is not zero. */
    private Optional<Double> end(SourceParameters source, double[] frequencies) {
        try (WaveformEvaluator evaluator = evaluator(frequencies, Precision.DOUBLE)) {
            Polarizations strain = evaluator.polarizations(source);
            return IntStream.range(0, 2 * frequencies.length)
                .filter(part -> strain.plus()[part] != 0 || strain.cross()[part] != 0)
                .mapToObj(part -> frequencies[part / 2]).reduce((_, last) -> last);
        } catch (SourceRefusedException refused) {
            return Optional.empty();
        }
    }

    private WaveformEvaluator evaluator(double[] frequencies, Precision precision) {
        return new WaveformEvaluator(task.model(), task.frame(), FrequencyGrid.ofSamples(frequencies), precision,
            new ScalarProvider(), Accuracy.EXACT);
    }

    /** Some of the frequencies at which rows are evaluated, the first ones closest: there most waveforms are. */
    private static double[] inBand(FrequencyGrid grid) {
        double bins = grid.bins() - grid.firstBin();
        return IntStream.range(0, FREQUENCIES)
            .map(k -> grid.firstBin() + (int) StrictMath.pow(bins, (double) k / FREQUENCIES) - 1).distinct()
            .mapToDouble(bin -> grid.frequencies()[bin]).toArray();
    }

    private static double[] below(double frequency) {
        return IntStream.range(0, FREQUENCIES_BELOW)
            .mapToDouble(k -> frequency * StrictMath.pow(LOWEST_PART, 1 - (double) k / FREQUENCIES_BELOW)).toArray();
    }
}
