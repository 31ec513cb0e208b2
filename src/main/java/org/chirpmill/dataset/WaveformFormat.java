package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** A file format for a single waveform, chosen by the file's extension. */
public sealed interface WaveformFormat permits WaveformHdf5, WaveformNpz, WaveformCsv {
    /**
     * The format that a file's name asks for: {@code .h5} and {@code .hdf5}, {@code .npz}, {@code .csv}.
     *
     * @throws DatasetException for any other extension
     */
    static WaveformFormat of(Path target) throws DatasetException {
        String name = target.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "h5", "hdf5" -> new WaveformHdf5();
            case "npz" -> new WaveformNpz();
            case "csv" -> new WaveformCsv();
            default -> throw new DatasetException(target + " has no extension that says how to write a waveform: use "
                + ".h5, .hdf5, .npz or .csv.");
        };
    }

    /** Writes the waveform into {@code file}, which does not exist. */
    void write(Path file, StoredWaveform waveform) throws IOException;

    /**
     * Writes a waveform in the format that the name asks for. The file appears complete or not at all.
     *
     * @throws DatasetException where the extension is unknown, the directory cannot be written, or the file exists and
     *     may not be replaced
     */
    static void save(Path target, StoredWaveform waveform, boolean overwrite) throws IOException {
        DatasetPaths paths = DatasetPaths.of(target);
        WaveformFormat format = of(target);
        paths.requireWritableDirectory();
        requireReplaceable(target, overwrite);
        Path unfinished = Files.createTempDirectory(paths.directory(), ".chirpmill").resolve("waveform");
        try {
            format.write(unfinished, waveform);
            DiskSync.file(unfinished);
            requireReplaceable(target, overwrite);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(unfinished.getParent());
        }
    }

    private static void requireReplaceable(Path target, boolean overwrite) throws DatasetException {
        if (!overwrite && Files.exists(target)) {
            throw new DatasetException(target + " exists: replace it with --force or choose another name with --out.");
        }
    }
}
