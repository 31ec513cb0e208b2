package org.chirpmill.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chirpmill.compression.Compression;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;

/** The steps before a basis that a dataset's settings tell of. */
final class StoredCompression {
    private StoredCompression() {}

    /**
     * Finds them.
     *
     * @param settings the dataset's Python dict
     * @param file the dataset, for messages
     * @param folder of the dataset, where its spectral density may lie
     * @param parameters names of the columns of its rows
     */
    static Compression unprojected(String settings, String file, Path folder, List<String> parameters) {
        // Whatever else the settings hold, and be they no settings at all, matters only where there are such steps.
        if (Stream.of("whitening", "phase_heterodyning").noneMatch(settings::contains)) {
            return Compression.NONE;
        }
        SettingsTree tree = SettingsTree.ofPythonLiteral(settings, file);
        if (!(tree.get("compression") instanceof Map<?, ?>)) {
            return Compression.NONE;
        }
        DatasetSettings read = DatasetSettings.of(tree);
        return Compression.of(CompressionSources.whitening(read, folder),
            CompressionSources.heterodyne(read, parameters), Optional.empty());
    }
}
