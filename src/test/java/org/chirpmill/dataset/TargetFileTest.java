package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand under an output's name, and where the output goes when a symbolic link does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes are no files there, and links need a privilege")
class TargetFileTest {
    private static final StoredWaveform WAVEFORM =
        new StoredWaveform(new double[] {20, 30}, new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8});

    private final SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
    @TempDir
    private Path directory;
    private Path here;
    private Path elsewhere;

    @BeforeEach
    void makeFolders() throws IOException {
        here = Files.createDirectory(directory.resolve("here"));
        elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    }

    private static void makePipe(Path pipe) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor());
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<Executable> waysToWrite(Path target) {
        List<Executable> ways = new ArrayList<>();
        for (boolean overwrite : new boolean[] {false, true}) {
            ways.add(() -> DatasetWriter.create(target, run.header(), overwrite).close());
            ways.add(() -> WaveformFormat.save(target, WAVEFORM, overwrite));
        }
        ways.add(() -> DatasetWriter.resume(target, run.header()).orElseThrow().close());
        return ways;
    }

    @Test
    void onlyOrdinaryFilesAreReplacedHoweverMuchForce() throws Exception {
        Path pipe = here.resolve("pipe.h5");
        makePipe(pipe);
        Path folder = Files.createDirectory(here.resolve("folder.h5"));
        Path toPipe = Files.createSymbolicLink(here.resolve("to-pipe.h5"), Path.of("pipe.h5"));
        Path toFolder = Files.createSymbolicLink(here.resolve("to-folder.h5"), folder);
        Map<Path, String> refusals = Map.of(
            pipe, " is no ordinary file and is not replaced: choose another name.",
            toPipe, " is no ordinary file and is not replaced: choose another name.",
            folder, " is a directory: name a file in it.",
            toFolder, " is a directory: name a file in it.");
        for (Map.Entry<Path, String> refusal : refusals.entrySet()) {
            for (Executable way : waysToWrite(refusal.getKey())) {
                assertEquals(refusal.getKey() + refusal.getValue(),
                    assertThrows(DatasetException.class, way).getMessage());
            }
        }
        assertEquals(List.of("folder.h5", "pipe.h5", "to-folder.h5", "to-pipe.h5"), namesIn(here));
        assertFalse(Files.isRegularFile(pipe), "the pipe is one still");
        assertTrue(Files.isDirectory(folder), "the folder is one still");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ""})
    void aPathWithoutANameIsRefused(String path) {
        for (Executable way : waysToWrite(Path.of(path))) {
            assertEquals("'" + path + "' names no file.", assertThrows(DatasetException.class, way).getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "/."})
    void aPathThatIsADirectoryByAnyNameIsRefused(String path) {
        for (Executable way : waysToWrite(Path.of(path))) {
            String message = assertThrows(DatasetException.class, way).getMessage();
            assertEquals(path + " is a directory: name a file in it.", message);
        }
    }

    @Test
    void aRunsOwnFilesReplaceNothingThatIsNotTheirs() throws Exception {
        Path target = here.resolve("d.h5");
        Path part = Files.createDirectory(here.resolve("d.h5.part"));
        List<Executable> runs = List.of(
            () -> DatasetWriter.create(target, run.header(), true).close(),
            () -> DatasetWriter.resume(target, run.header()).orElseThrow().close());
        for (Executable start : runs) {
            assertEquals(part + " is no ordinary file, but a run that writes d.h5 needs this name: move it away.",
                assertThrows(DatasetException.class, start).getMessage());
        }
        Files.delete(part);
        Path journal = here.resolve("d.h5.part.journal");
        Files.createSymbolicLink(journal, elsewhere.resolve("diary"));
        for (Executable start : runs) {
            assertEquals(journal + " is no ordinary file, but a run that writes d.h5 needs this name: move it away.",
                assertThrows(DatasetException.class, start).getMessage());
        }
        assertEquals(List.of("d.h5.part.journal"), namesIn(here));
        assertEquals(List.of(), namesIn(elsewhere));
    }

    @Test
    void aFolderThatAppearsMeanwhileIsNotReplaced() throws IOException {
        Path target = here.resolve("d.h5");
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), true)) {
            run.writeFrom(writer, 0, 6);
            Files.createDirectory(target);
            assertEquals(target + " has appeared since this run began and is not replaced: move it away and "
                + "continue.", assertThrows(DatasetException.class, () -> writer.finish(Map.of())).getMessage());
        }
        assertTrue(Files.isDirectory(target), "the folder is one still");
        Files.delete(target);
        try (DatasetWriter writer = DatasetWriter.resume(target, run.header()).orElseThrow()) {
            writer.finish(Map.of());
        }
        assertEquals(List.of("d.h5"), namesIn(here));
    }

    @Test
    void aDatasetGoesWhereALinkLeads() throws IOException {
        Path real = elsewhere.resolve("real.h5");
        Path link = Files.createSymbolicLink(here.resolve("link.h5"), Path.of("../elsewhere/real.h5"));
        Path linkToLink = Files.createSymbolicLink(directory.resolve("link-to-link.h5"), link);
        try (DatasetWriter writer = DatasetWriter.create(linkToLink, run.header(), false)) {
            run.write(writer, 0, 4);
        }
        assertEquals(List.of("real.h5.part", "real.h5.part.journal"), namesIn(elsewhere));
        try (DatasetWriter writer = DatasetWriter.resume(link, run.header()).orElseThrow()) {
            assertEquals(4, writer.missingRows().first());
            run.writeFrom(writer, 4, 2);
            writer.finish(Map.of());
        }
        assertEquals(List.of("link.h5"), namesIn(here));
        assertTrue(Files.isSymbolicLink(link), "the link is one still");
        assertEquals(List.of("real.h5"), namesIn(elsewhere));
        try (DatasetReader reader = DatasetReader.open(real)) {
            assertEquals(6, reader.rows());
        }
        assertThrows(DatasetException.class, () -> DatasetWriter.create(link, run.header(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h5", "npz", "csv"})
    void aWaveformGoesWhereALinkLeads(String extension) throws IOException {
        Path real = elsewhere.resolve("blob");
        Path link = Files.createSymbolicLink(here.resolve("w." + extension), real);
        WaveformFormat.save(link, WAVEFORM, false);
        assertTrue(Files.isSymbolicLink(link), "the link is one still");
        byte[] written = Files.readAllBytes(real);
        assertThrows(DatasetException.class, () -> WaveformFormat.save(link, WAVEFORM, false));
        Files.writeString(real, "older");
        WaveformFormat.save(link, WAVEFORM, true);
        assertEquals(written.length, Files.size(real));
        assertEquals(List.of("blob"), namesIn(elsewhere));
        assertEquals(List.of("w." + extension), namesIn(here));
    }

    @Test
    void linksThatLeadNowhereAreRefused() throws IOException {
        Path loop = Files.createSymbolicLink(here.resolve("loop.h5"), here.resolve("back.h5"));
        Files.createSymbolicLink(here.resolve("back.h5"), loop);
        Path astray = Files.createSymbolicLink(here.resolve("astray.h5"), elsewhere.resolve("no/d.h5"));
        for (Executable way : waysToWrite(loop)) {
            assertEquals(loop + " is a symbolic link that leads to no file.",
                assertThrows(DatasetException.class, way).getMessage());
        }
        for (Executable way : waysToWrite(astray)) {
            assertEquals("The directory of " + elsewhere.resolve("no/d.h5") + " does not exist: create "
                + elsewhere.resolve("no") + " first.", assertThrows(DatasetException.class, way).getMessage());
        }
    }

    @Test
    void spaceIsAskedForWhereALinkLeads() throws IOException {
        Path link = Files.createSymbolicLink(here.resolve("d.h5"), elsewhere.resolve("d.h5"));
        List<Path> asked = new ArrayList<>();
        WriterEnvironment environment = new WriterEnvironment(1, 1, false, step -> { }, folder -> {
            asked.add(folder);
            return Long.MAX_VALUE;
        });
        DatasetWriter.create(link, run.header(), false, environment).close();
        DatasetWriter.resume(link, run.header(), environment).orElseThrow().close();
        assertEquals(List.of(elsewhere), asked.stream().distinct().toList());
        assertEquals(elsewhere, DatasetWriter.directoryOf(link));
        assertEquals(here, DatasetWriter.directoryOf(here.resolve("other.h5")));
    }
}
