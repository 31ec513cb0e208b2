package org.chirpmill.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.dataset.DatasetException;
import org.chirpmill.dataset.DatasetReader;
import org.chirpmill.dataset.Origin;
import org.chirpmill.dataset.Polarization;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.WaveformEvaluator.Polarizations;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;

/**
 * What a dataset holds of one row.
 *
 * @param file the dataset
 * @param row which of the set
 * @param parameters by name, in the file's order
 * @param accuracy how exactly it was evaluated, where the file says so
 * @param settingsText the settings as the file has them; empty where it has none
 */
public record StoredRow(
        Path file, long row, Map<String, Double> parameters, Optional<Accuracy> accuracy, String settingsText) {
    /**
     * Reads a row of an open dataset.
     *
     * @throws IndexOutOfBoundsException where it is not among {@link DatasetReader#rowsOfSet}
     */
    public static StoredRow of(DatasetReader reader, Path file, long row) throws IOException {
        Map<String, Double> parameters = new LinkedHashMap<>();
        double[] values = reader.parameters(reader.rowsOfSet().position(row), 1)[0];
        for (int column = 0; column < values.length; column++) {
            parameters.put(reader.columns().get(column), values[column]);
        }
        return new StoredRow(file, row, parameters, reader.origin().map(Origin::accuracy), reader.settings());
    }

    /**
     * The settings that the dataset was made with.
     *
     * @throws DatasetException where the file has none
     */
    public DatasetSettings settings() throws DatasetException {
        if (settingsText.isEmpty()) {
            throw new DatasetException(file + " does not say with which settings it was made, so that its "
                + "frequencies are unknown.");
        }
        return DatasetSettings.of(SettingsTree.ofPythonLiteral(settingsText, file.toString()));
    }

    /** For messages: which row of which file. */
    public String place() {
        return file + ", row " + row;
    }

    /** Its waveform as the file has it, decompressed; empty where it has another number of bins than the grid. */
    Optional<Polarizations> polarizations(FrequencyGrid grid) throws IOException {
        try (DatasetReader reader = DatasetReader.open(file)) {
            return reader.bins() != grid.bins() ? Optional.empty()
                : Optional.of(new Polarizations(
                    series(reader, Polarization.PLUS), series(reader, Polarization.CROSS)));
        }
    }

    /** One of them. Whatever is drawn or transformed of it adds squares up, and needs their sum. */
    private double[] series(DatasetReader reader, Polarization which) throws IOException {
        double[] series = reader.polarization(which, reader.rowsOfSet().position(row), 1)[0];
        if (!Double.isFinite(Arrays.stream(series).map(part -> part * part).sum())) {
            throw new DatasetException(file + " holds no waveform in row " + row
                + ": its numbers are not finite, or as good as infinite.");
        }
        return series;
    }
}
