package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.RowRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final Map<String, String> CLOSING = Map.of("wall_seconds", "2");

    private final SampleRun run = SampleRun.of(23, 5, Precision.SINGLE);
    @TempDir
    private Path directory;
    private Path target;
    private byte[] undisturbed;

    @BeforeEach
    void writeAnUndisturbedRun() throws IOException {
        Path calm = Files.createDirectory(directory.resolve("calm")).resolve("d.hdf5");
        try (DatasetWriter writer = DatasetWriter.create(calm, run.header(), false)) {
            run.writeFrom(writer, 0, 23);
            writer.finish(CLOSING);
        }
        undisturbed = Files.readAllBytes(calm);
        target = Files.createDirectory(directory.resolve("run")).resolve("d.hdf5");
    }

    private static WriterEnvironment watched(WriterEnvironment.StepListener steps) {
        return new WriterEnvironment(0, 0, false, steps, where -> Long.MAX_VALUE);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private long completeByResuming(Path file) throws IOException {
        Optional<DatasetWriter> resumed = DatasetWriter.resume(file, run.header());
        if (resumed.isEmpty()) {
            return run.header().rows();
        }
        try (DatasetWriter writer = resumed.get()) {
            long first = writer.missingRows().first();
            run.writeFrom(writer, first, 4);
            writer.finish(CLOSING);
            return first;
        }
    }

    private void assertComplete(Path file, String when) throws IOException {
        assertArrayEquals(undisturbed, Files.readAllBytes(file), when);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList(), when);
        }
    }

    @Test
    void aKillAfterAnyStepLeavesSomethingThatResumingCompletes() throws IOException {
        List<Path> snapshots = new ArrayList<>();
        WriterEnvironment environment = watched(step -> {
            try {
                Path snapshot = directory.resolve(snapshots.size() + " after " + step);
                copy(target.getParent(), snapshot);
                snapshots.add(snapshot);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false, environment)) {
            run.write(writer, 0, 4);
            run.write(writer, 8, 12);
            run.write(writer, 4, 8);
            run.writeFrom(writer, 12, 4);
            writer.finish(CLOSING);
        }
        Set<Long> continuedFrom = new TreeSet<>();
        for (Path snapshot : snapshots) {
            Path file = snapshot.resolve("d.hdf5");
            if (Files.exists(file)) {
                assertArrayEquals(undisturbed, Files.readAllBytes(file), "never anything else, " + snapshot);
            }
            continuedFrom.add(completeByResuming(file));
            assertComplete(file, snapshot.getFileName().toString());
        }
        assertTrue(snapshots.size() > 30, snapshots.size() + " steps");
        assertEquals(Set.of(0L, 4L, 12L, 16L, 20L, 23L), continuedFrom);
    }

    @Test
    void aKillAfterAnyStepOfAReplacingRunKeepsTheOldFileUntilTheEnd() throws IOException {
        SampleRun old = SampleRun.of(3, 4, Precision.DOUBLE);
        try (DatasetWriter writer = DatasetWriter.create(target, old.header(), false)) {
            old.writeFrom(writer, 0, 3);
            writer.finish(Map.of());
        }
        byte[] before = Files.readAllBytes(target);
        List<Path> snapshots = new ArrayList<>();
        WriterEnvironment environment = watched(step -> {
            try {
                Path snapshot = directory.resolve(snapshots.size() + " after " + step);
                copy(target.getParent(), snapshot);
                snapshots.add(snapshot);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), true, environment)) {
            run.writeFrom(writer, 0, 8);
            writer.finish(CLOSING);
        }
        for (Path snapshot : snapshots) {
            String step = snapshot.getFileName().toString();
            Path file = snapshot.resolve("d.hdf5");
            byte[] there = Files.readAllBytes(file);
            assertTrue(Arrays.equals(there, before) || Arrays.equals(there, undisturbed), step);
            if (step.matches(".*(cleared|deleted|created|unfinished)") && !step.contains("journal deleted")) {
                assertThrows(DatasetException.class, () -> completeByResuming(file), step);
                assertArrayEquals(before, Files.readAllBytes(file), step);
            } else {
                completeByResuming(file);
                assertComplete(file, step);
            }
        }
    }

    @Test
    void metadataThatAnInterruptedFinishSpoiledIsRepaired() throws IOException {
        Random random = new Random(3);
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.writeFrom(writer, 0, 5);
        }
        Path part = DatasetPaths.of(target).part();
        JournalOpening opening = openingOf(target);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (Skeleton.Patch patch : opening.skeleton().metadata()) {
                byte[] rubbish = new byte[patch.bytes().length];
                random.nextBytes(rubbish);
                PositionedWrites.write(channel, ByteBuffer.wrap(rubbish), patch.offset());
            }
            byte[] appended = new byte[5000];
            random.nextBytes(appended);
            PositionedWrites.write(channel, ByteBuffer.wrap(appended), opening.skeleton().fileBytes());
        }
        assertEquals(23, completeByResuming(target));
        assertComplete(target, "after rubbish");
    }

    private static JournalOpening openingOf(Path target) throws IOException {
        try (Journal journal = Journal.open(DatasetPaths.of(target).journal())) {
            journal.replay();
            return journal.opening().orElseThrow();
        }
    }

    @Test
    void aJournalTornAtAnyByteIsReadUpToItsLastWholeRecord() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false, watched(step -> { }))) {
            run.write(writer, 0, 6);
            run.write(writer, 6, 12);
        }
        Path journal = DatasetPaths.of(target).journal();
        byte[] whole = Files.readAllBytes(journal);
        long opening = JournalFile.FIRST_RECORD + JournalFile.framedBytes(openingOf(target).encode());
        Set<Long> continuedFrom = new TreeSet<>();
        for (int length = whole.length; length >= 0; length -= length > whole.length - 350 ? 1 : 97) {
            Path torn = directory.resolve("torn" + length);
            copy(target.getParent(), torn);
            Files.write(torn.resolve("d.hdf5.part.journal"), Arrays.copyOf(whole, length));
            Path file = torn.resolve("d.hdf5");
            if (length < opening) {
                // No kill leaves that: the part has its name once the opening is whole.
                assertThrows(DatasetException.class, () -> completeByResuming(file), length + " bytes");
                continue;
            }
            continuedFrom.add(completeByResuming(file));
            assertComplete(file, length + " bytes of " + whole.length);
        }
        assertEquals(Set.of(0L, 6L, 12L), continuedFrom);
    }

    @Test
    void aFlippedBitInTheJournalEndsIt() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false, watched(step -> { }))) {
            run.write(writer, 0, 6);
            run.write(writer, 6, 12);
        }
        Path journal = DatasetPaths.of(target).journal();
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length - 1] ^= 4;
        Files.write(journal, bytes);
        assertEquals(6, completeByResuming(target));
        assertComplete(target, "after a flipped bit");
    }

    @Test
    void damageInTheMiddleOfTheJournalCostsTheRowsAfterItAndMakesNoneWrong() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false, watched(step -> { }))) {
            run.write(writer, 0, 6);
            run.write(writer, 6, 12);
            run.write(writer, 12, 18);
        }
        Path journal = DatasetPaths.of(target).journal();
        byte[] whole = Files.readAllBytes(journal);
        int opening = (int) (JournalFile.FIRST_RECORD + JournalFile.framedBytes(openingOf(target).encode()));
        Set<Long> continuedFrom = new TreeSet<>();
        for (int at = opening; at < whole.length; at += 5) {
            Path damaged = directory.resolve("damaged" + at);
            copy(target.getParent(), damaged);
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x40;
            Files.write(damaged.resolve("d.hdf5.part.journal"), flipped);
            continuedFrom.add(completeByResuming(damaged.resolve("d.hdf5")));
            assertComplete(damaged.resolve("d.hdf5"), "a bit of byte " + at);
        }
        assertEquals(Set.of(0L, 6L, 12L), continuedFrom);
    }

    @Test
    void resumingWhereNothingIsBeginsAnew() throws IOException {
        assertEquals(0, completeByResuming(target));
        assertComplete(target, "from nothing");
    }

    @Test
    void resumingACompleteDatasetChangesNothing() throws IOException {
        completeByResuming(target);
        assertEquals(Optional.empty(), DatasetWriter.resume(target, run.header()));
        assertComplete(target, "resumed when complete");
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.resume(target, SampleRun.of(24, 5, Precision.SINGLE).header())).getMessage();
        assertEquals(target + " is complete, but not what is asked for: its number of rows is 23, not 24; replace it "
            + "or choose another name.", message);
    }

    @Test
    void resumingWithAnythingElseNamesTheFirstDifference() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.write(writer, 0, 6);
        }
        DatasetHeader h = run.header();
        String longer = h.settings().replace("f_max': 9.0", "f_max': 8.0");
        Map<DatasetHeader, String> cases = Map.of(
            new DatasetHeader(List.of("mass_1"), 5, Precision.SINGLE, h.settings(), h.version(), h.origin(),
                h.provenance()), "its parameters are [mass_1, chi_1, luminosity_distance], not [mass_1]",
            SampleRun.of(22, 5, Precision.SINGLE).header(), "its number of rows is 23, not 22",
            SampleRun.of(new RowRange(1, 24), 5, Precision.SINGLE).header(), "its rows are 0:23, not 1:24",
            SampleRun.of(23, 6, Precision.SINGLE).header(), "its number of frequency bins is 5, not 6",
            SampleRun.of(23, 5, Precision.DOUBLE).header(), "its precision is single, not double",
            new DatasetHeader(h.columns(), 5, Precision.SINGLE, h.settings(), h.version(),
                SampleRun.origin(18, RowRange.first(23)), Map.of()), "its seed is 17, not 18",
            new DatasetHeader(h.columns(), 5, Precision.SINGLE, h.settings(), "v2", h.origin(), Map.of()),
            "its version is chirpmill=test, not v2",
            new DatasetHeader(h.columns(), 5, Precision.SINGLE, longer, h.version(), h.origin(), Map.of()),
            "its settings text is ... 'f_min': 4.0, 'f_max': 9.0, 'delta_f': 1.0}, 'waveform_generato..., not "
                + "... 'f_min': 4.0, 'f_max': 8.0, 'delta_f': 1.0}, 'waveform_generato...");
        for (Map.Entry<DatasetHeader, String> entry : cases.entrySet()) {
            String message = assertThrows(DatasetException.class,
                () -> DatasetWriter.resume(target, entry.getKey())).getMessage();
            assertEquals(target + ".part cannot be continued: " + entry.getValue()
                + "; repeat the first run's settings and options, or start anew.", message);
        }
        DatasetHeader elsewhere = new DatasetHeader(h.columns(), 5, Precision.SINGLE, h.settings(), h.version(),
            h.origin(), Map.of("hardware", "another CPU"));
        try (DatasetWriter writer = DatasetWriter.resume(target, elsewhere).orElseThrow()) {
            assertEquals(6, writer.missingRows().first());
        }
    }

    @Test
    void aPartWithoutItsJournalOrCutShortIsNotTrusted() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.write(writer, 0, 6);
        }
        Path cut = directory.resolve("cut");
        copy(target.getParent(), cut);
        try (FileChannel channel = FileChannel.open(cut.resolve("d.hdf5.part"), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }
        assertEquals(cut.resolve("d.hdf5.part") + " is shorter than it was left: start anew.",
            assertThrows(DatasetException.class, () -> completeByResuming(cut.resolve("d.hdf5"))).getMessage());
        Files.delete(DatasetPaths.of(target).journal());
        String message = assertThrows(DatasetException.class, () -> completeByResuming(target)).getMessage();
        assertEquals(target + ".part is an unfinished run, but its journal d.hdf5.part.journal, which tells how many "
            + "rows are complete, is missing, so it cannot be continued: start anew or choose another name.", message);
    }

    @Test
    void aFileThatAppearsMeanwhileIsNotReplaced() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.writeFrom(writer, 0, 6);
            Files.writeString(target, "somebody else's");
            String message = assertThrows(DatasetException.class, () -> writer.finish(CLOSING)).getMessage();
            assertEquals(target + " has appeared since this run began and is not replaced: move it away and "
                + "continue.", message);
        }
        assertEquals("somebody else's", Files.readString(target));
        Files.delete(target);
        assertEquals(23, completeByResuming(target));
        assertComplete(target, "after moving it away");
    }

    @Test
    void aDiscardedRunLeavesNothingButWhatItWasToReplace() throws IOException {
        Files.writeString(target, "the old one");
        DatasetWriter writer = DatasetWriter.create(target, run.header(), true);
        run.writeFrom(writer, 0, 6);
        writer.discard();
        writer.close();
        assertEquals("the old one", Files.readString(target));
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertEquals(List.of(target), files.toList());
        }
    }

    @Test
    void aFailingDiskIsNamedAndResumingContinues() throws IOException {
        WriterEnvironment environment = watched(step -> { });
        DatasetWriter writer = DatasetWriter.create(target, run.header(), false, environment);
        run.write(writer, 0, 6);
        // An interrupted thread's channel closes, as good a failing disk as any.
        Thread.currentThread().interrupt();
        WriteFailureException failure =
            assertThrows(WriteFailureException.class, () -> run.write(writer, 6, 8));
        assertTrue(Thread.interrupted(), "the interrupt is kept");
        assertEquals("could not write " + target + ".part (ClosedByInterruptException): mend that, then "
            + "continue.", failure.getMessage());
        writer.close();
        assertEquals(6, completeByResuming(target));
        assertComplete(target, "after the fault");
    }

    @Test
    void goingOnNeedsRoomForTheMissingRowsOnly() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.write(writer, 0, 6);
        }
        long missingBytes = 17 * (3 * 8 + 2 * 5 * 8);
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.resume(target, run.header(), withFree(missingBytes - 1, 0, false))).getMessage();
        assertEquals(target + ".part needs 1.8 kB more, but only 1.8 kB are free in " + target.getParent()
            + ": make room, then continue.", message);
        DatasetWriter.resume(target, run.header(), withFree(missingBytes, 0, false)).orElseThrow().close();
        // Where files are not sparse, the missing rows have their room already.
        DatasetWriter.resume(target, run.header(), withFree(0, 0, true)).orElseThrow().close();
        assertEquals(6, completeByResuming(target));
        assertComplete(target, "after making room");
    }

    @Test
    void rowsThatWereWrittenButNotRecordedNeedNoRoomAgain() throws IOException {
        Path killed = directory.resolve("killed");
        WriterEnvironment lazy =
            new WriterEnvironment(Long.MAX_VALUE, Long.MAX_VALUE, false, step -> { }, where -> Long.MAX_VALUE);
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false, lazy)) {
            run.write(writer, 0, 4);
            run.write(writer, 8, 12);
            copy(target.getParent(), killed);
        }
        Path file = killed.resolve("d.hdf5");
        int rowBytes = 3 * 8 + 2 * 5 * 8;
        // With a checkpoint after each byte nothing is looked for, after six rows each eight of the twelve are found.
        for (long[] checkpointAndMissing : new long[][] {{1, 23}, {6 * rowBytes, 15}, {3 * rowBytes, 19}}) {
            long missingBytes = checkpointAndMissing[1] * rowBytes;
            assertThrows(DatasetException.class, () -> DatasetWriter.resume(file, run.header(),
                withFree(missingBytes - 1, checkpointAndMissing[0], false)), "a byte less than " + missingBytes);
            try (DatasetWriter writer = DatasetWriter.resume(file, run.header(),
                    withFree(missingBytes, checkpointAndMissing[0], false)).orElseThrow()) {
                assertEquals(0, writer.missingRows().first());
            }
        }
        assertEquals(0, completeByResuming(file));
        assertComplete(file, "after making room");
    }

    private static WriterEnvironment withFree(long bytes, long checkpointBytes, boolean reserved) {
        return new WriterEnvironment(0, checkpointBytes, false, step -> { }, new WriterEnvironment.FreeSpace() {
            @Override
            public long bytes(Path where) {
                return bytes;
            }

            @Override
            public boolean isReserved(Path where) {
                return reserved;
            }
        });
    }

    @Test
    void checkpointsBesideTheWritingRecordWhatIsWritten() throws IOException {
        WriterEnvironment eager = new WriterEnvironment(0, 0, true, step -> { }, where -> Long.MAX_VALUE);
        for (int round = 0; round < 20; round++) {
            Path file = directory.resolve("round" + round + ".hdf5");
            try (DatasetWriter writer = DatasetWriter.create(file, run.header(), false, eager)) {
                run.write(writer, 0, 3);
                run.write(writer, 3, 9);
                run.write(writer, 15, 18);
            }
            try (DatasetWriter writer = DatasetWriter.resume(file, run.header(), eager).orElseThrow()) {
                assertEquals(9, writer.missingRows().first());
                run.writeFrom(writer, 9, 1);
                writer.finish(CLOSING);
            }
            assertArrayEquals(undisturbed, Files.readAllBytes(file), "round " + round);
        }
    }
}
