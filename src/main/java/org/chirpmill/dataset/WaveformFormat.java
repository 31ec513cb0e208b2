package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.chirpmill.files.NewFile;

/** A file format for a single waveform, chosen by the file's extension. */
public sealed interface WaveformFormat permits WaveformHdf5, WaveformNpz, WaveformCsv {
    /**
     * The format that a file's name asks for: {@code .h5} and {@code .hdf5}, {@code .npz}, {@code .csv}.
     *
     * @throws DatasetException for any other extension
     */
    private static WaveformFormat of(Path target) throws DatasetException {
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
     * Writes a waveform in the format that the name asks for. The file appears complete or not at all; where the name
     * is a symbolic link, it is the one that the link leads to.
     *
     * @throws DatasetException where the extension is unknown, the directory cannot be written, the file exists and
     *     may not be replaced, or is no ordinary file
     * @throws IOException where it could not be written; the message names the file
     */
    static void save(Path target, StoredWaveform waveform, boolean overwrite) throws IOException {
        TargetFile file = TargetFile.of(target);
        WaveformFormat format = of(target);
        file.requireWritable(overwrite);
        try (NewFile unfinished = NewFile.beside(file.file())) {
            format.write(unfinished.path(), waveform);
            file.requireWritable(overwrite);
            unfinished.replace(file.file());
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("could not write " + file.file() + ": " + UnfinishedRun.reason(e), e);
        }
    }
}
