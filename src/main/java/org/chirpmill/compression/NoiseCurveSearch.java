package org.chirpmill.compression;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;

/**
 * The folders in which an amplitude spectral density may lie.
 *
 * @param folders in the order in which they are searched
 */
record NoiseCurveSearch(List<Path> folders) {
    static final String VARIABLE = "CHIRPMILL_ASD_PATH";

    static NoiseCurveSearch ofThisMachine(Path settingsFolder) {
        return of(settingsFolder, Optional.ofNullable(System.getenv(VARIABLE)), shipped());
    }

    static NoiseCurveSearch of(Path settingsFolder, Optional<String> searchPath, Optional<Path> shipped) {
        List<Path> folders = new ArrayList<>();
        folders.add(settingsFolder);
        folders.add(settingsFolder.resolve("asd"));
        folders.add(Path.of(""));
        for (String folder : searchPath.orElse("").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        shipped.ifPresent(folders::add);
        return new NoiseCurveSearch(folders);
    }

    /** {@code configs/asd} of the folder that this very code was built in. */
    private static Optional<Path> shipped() {
        try {
            Path code = Path.of(NoiseCurveSearch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            // target/classes or target/chirpmill.jar.
            return Optional.ofNullable(code.getParent()).map(Path::getParent)
                .map(home -> home.resolve("configs").resolve("asd")).filter(Files::isDirectory);
        } catch (URISyntaxException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    Path find(String name) {
        try {
            for (Path folder : folders) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        } catch (InvalidPathException impossible) {
            // No file has such a name: it is not found.
        }
        String places = folders.stream().map(folder -> folder.toAbsolutePath().normalize().toString()).distinct()
            .collect(Collectors.joining(", "));
        throw new SettingsException("compression.whitening is " + SettingsTree.shown(name)
            + " but no such file is in " + places
            + ": put it beside the settings or the dataset, or name its folder in the environment variable " + VARIABLE
            + ".");
    }
}
