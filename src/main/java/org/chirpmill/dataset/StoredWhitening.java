package org.chirpmill.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.compression.CompressionSources;
import org.chirpmill.compression.Whitening;
import org.chirpmill.settings.DatasetSettings;
import org.chirpmill.settings.SettingsTree;

/** The whitening that a dataset's settings tell of. */
final class StoredWhitening {
    private StoredWhitening() {}

    /**
     * Finds it.
     *
     * @param settings the dataset's Python dict
     * @param file the dataset, for messages
     * @param folder of the dataset, where its spectral density may lie
     */
    static Optional<Whitening> of(String settings, String file, Path folder) {
        // Whatever else the settings hold, and be they no settings at all, matters only where something was whitened.
        if (!settings.contains("whitening")) {
            return Optional.empty();
        }
        SettingsTree tree = SettingsTree.ofPythonLiteral(settings, file);
        return tree.get("compression") instanceof Map<?, ?>
            ? CompressionSources.whitening(DatasetSettings.of(tree), folder) : Optional.empty();
    }
}
