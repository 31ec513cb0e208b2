package org.chirpmill.cli.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Choices;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.ExistingFile;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import org.chirpmill.run.RunListener;

/**
 * What a run leaves that was stopped midway, and what it would have come to.
 *
 * @param settings of the run
 * @param target its dataset, which is not there
 * @param files the unfinished ones by name: the part, its journal and its basis, where there is one
 * @param undisturbed the same dataset, made without a stop
 */
record UnfinishedFiles(Path settings, Path target, Map<String, byte[]> files, Path undisturbed) {
    private static final int ROWS = 40;
    private static final int BATCH = 5;

    /** Stops a run of some settings in their folder after half of its rows. */
    static UnfinishedFiles of(Path settings) throws IOException, InterruptedException {
        Path target = settings.resolveSibling("run.hdf5");
        Run run = Run.of(Recipe.read(settings),
            Choices.automatic().dividedInto(OptionalInt.of(1), OptionalInt.of(BATCH)));
        try {
            new DatasetRun(run, RowRange.first(ROWS), target, ExistingFile.KEPT).make(new Stop());
            throw new AssertionError("the run was not stopped");
        } catch (StoppedException stopped) {
            Map<String, byte[]> files = files(target);
            Path undisturbed = settings.resolveSibling("undisturbed.hdf5");
            CommandLineRun.generate(settings, undisturbed, "-n", ROWS);
            return new UnfinishedFiles(settings, target, files, undisturbed);
        }
    }

    private static Map<String, byte[]> files(Path target) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(target.getParent())) {
            for (Path file : found.filter(one -> one.getFileName().toString().startsWith("run.hdf5")).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** Puts them back, with one of them changed. */
    void put(String name, byte[] changed) throws IOException {
        for (String old : files(target).keySet()) {
            Files.delete(target.resolveSibling(old));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(target.resolveSibling(file.getKey()), file.getKey().equals(name) ? changed : file.getValue());
        }
    }

    String journal() {
        return "run.hdf5.part.journal";
    }

    /** The command that goes on. */
    List<String> resume() {
        return List.of("generate", settings.toString(), "-n", String.valueOf(ROWS), "-o", target.toString(),
            "--threads", "1", "--resume");
    }

    /** The command that would begin, and may not. */
    List<String> begin() {
        List<String> words = new ArrayList<>(resume());
        words.remove("--resume");
        return words;
    }

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends a run as a kill would, but that what was written is seen to be written. */
    private static final class Stop implements RunListener {
        private long rows;

        @Override
        public void advance(long waveforms) {
            rows += waveforms;
            if (rows >= ROWS / 2) {
                throw new StoppedException();
            }
        }
    }
}
