package org.chirpmill.run;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.model.ModeModuli;
import org.chirpmill.model.SourceRefusedException;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.DomainSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.source.SourceParameters;
import org.chirpmill.source.UnusableParametersException;

/**
 * One waveform, to be seen from several sides.
 *
 * @param settings how it is made
 * @param parameters of its source
 * @param stored the row of a dataset that it is; empty where it stands in no file
 * @param choices who evaluates and how exactly
 */
public record DescribedWaveform(
        DatasetSettings settings, Map<String, Double> parameters, Optional<StoredRow> stored, Choices choices) {
    /** The waveform of a dataset's row. */
    public static DescribedWaveform of(StoredRow row, Choices choices) throws DatasetException {
        return new DescribedWaveform(row.settings(), row.parameters(), Optional.of(row), choices);
    }

    /**
     * Polarizations and where they lie.
     *
     * @param frequencies Hz
     * @param polarizations at these
     */
    public record Series(double[] frequencies, Polarizations polarizations) {}

    /**
     * Moduli of modes and where they lie.
     *
     * @param frequencies Hz
     * @param moduli |h_lm| by the mode's name, 1/Hz
     */
    public record Modes(double[] frequencies, Map<String, double[]> moduli) {}

    /** The waveform on its own grid: as stored, or made where no file holds it bin by bin. */
    public Series onItsGrid() throws IOException {
        try (SingleWaveforms waveforms = SingleWaveforms.of(settings, choices)) {
            Optional<Polarizations> found =
                stored.isPresent() ? stored.get().polarizations(waveforms.grid()) : Optional.empty();
            return found.map(both -> new Series(waveforms.grid().frequencies(), both))
                .orElseGet(() -> made(waveforms));
        }
    }

    /** The waveform where bin k lies at k delta_f: that of a multibanded domain is made anew on the grid beneath. */
    public Series onUniformGrid() throws IOException {
        if (settings.domain() instanceof DomainSettings.Uniform) {
            return onItsGrid();
        }
        try (SingleWaveforms waveforms = SingleWaveforms.onUniformGrid(settings, choices)) {
            return made(waveforms);
        }
    }

    private Series made(SingleWaveforms waveforms) {
        return new Series(waveforms.grid().frequencies(), refusing(() -> waveforms.polarizations(parameters)));
    }

    /** The modes in the co-precessing frame, on the waveform's own grid. */
    public Modes modes() {
        try (SingleWaveforms waveforms = SingleWaveforms.of(settings, choices)) {
            if (!waveforms.hasModes()) {
                throw settings.tree().refusal("waveform_generator.approximant", "waveform_generator.approximant is '"
                    + settings.waveformGenerator().approximant() + "', which has no modes to show: take one of "
                    + Models.known(ModeModuli.class::isInstance));
            }
            return new Modes(waveforms.grid().frequencies(), refusing(() -> waveforms.modes(parameters)));
        }
    }

    /** What it is the waveform of. */
    public SourceParameters source() {
        try (SingleWaveforms waveforms = SingleWaveforms.of(settings, choices)) {
            return refusing(() -> waveforms.source(parameters));
        }
    }

    private interface Wanted<T> {
        T get() throws SourceRefusedException;
    }

    private <T> T refusing(Wanted<T> wanted) {
        try {
            return wanted.get();
        } catch (SourceRefusedException | UnusableParametersException refused) {
            throw refusal(refused.getMessage());
        }
    }

    /** Says why there is no such waveform and, where all its parameters stand in one place, in which. */
    private SettingsException refusal(String reason) {
        String complaint = "there is no such waveform: " + reason.replaceFirst("\\.$", "");
        if (stored.isPresent()) {
            return new SettingsException(complaint + " (" + stored.get().place() + ").");
        }
        return parameters.equals(settings.waveformParameters())
            ? settings.tree().refusal("waveform_parameters." + reason.split(" ")[0], complaint)
            : new SettingsException(complaint + ".");
    }
}
