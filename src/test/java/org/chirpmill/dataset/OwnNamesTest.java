package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chirpmill.rows.Precision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands under the names of a run's files and is not a run's, or is one's that cannot be gone on with, stays. */
class OwnNamesTest {
    private static final byte[] HDF5 = ByteBuffer.allocate(100).putLong(0x8948_4446_0d0a_1a0aL).array();

    private final SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
    @TempDir
    private Path directory;
    private Path target;
    private Path part;
    private Path journal;

    @BeforeEach
    void nameFiles() {
        target = directory.resolve("d.h5");
        part = directory.resolve("d.h5.part");
        journal = directory.resolve("d.h5.part.journal");
    }

    private List<Executable> starts() {
        return List.of(
            () -> DatasetWriter.create(target, run.header(), false).close(),
            () -> DatasetWriter.create(target, run.header(), true).close(),
            () -> DatasetWriter.resume(target, run.header()).orElseThrow().close(),
            () -> DatasetWriter.requireBeginnable(target, true, 1),
            () -> DatasetWriter.settledBasis(target));
    }

    private void assertAllRefuse(String message, List<Executable> starts) throws IOException {
        Map<String, byte[]> before = contents();
        for (Executable start : starts) {
            assertEquals(message, assertThrows(DatasetException.class, start).getMessage());
        }
        Map<String, byte[]> after = contents();
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    @ParameterizedTest
    @CsvSource({"d.h5.part, is not from an unfinished run", "d.h5.part.journal, is no journal of Chirpmill",
        "d.h5.part.basis, is not from an unfinished run", "d.h5.part.layout, is not from an unfinished run"})
    void aFileOfTheUsersIsNeitherReplacedNorDeletedHoweverMuchForce(String name, String problem) throws IOException {
        for (byte[] content : List.of("Dear diary".getBytes(), "C".getBytes(), HDF5)) {
            if (name.endsWith("journal") && content.length == 1) {
                continue; // One letter of the magic: nothing is lost with it.
            }
            Path own = Files.write(directory.resolve(name), content);
            assertAllRefuse(
                own + " " + problem + ", but a run that writes d.h5 needs this name: move it away.", starts());
        }
    }

    /** A browser keeps what it has not wholly loaded under such a name. */
    @Test
    void anHdf5FileWithAPartsNameIsAPartOnlyBesideAJournal() throws IOException {
        Files.write(part, HDF5);
        Files.createFile(journal);
        assertAllRefuse(part + " is not from an unfinished run, but a run that writes d.h5 needs this name: move it "
            + "away.", starts());
    }

    @Test
    void aPartThatIsNoneBesideAJournalIsNotDeletedEither() throws IOException {
        leaveRows();
        Files.writeString(part, "Dear diary".repeat(1000));
        assertAllRefuse(part + " is not what an unfinished run left there, but a run that writes d.h5 needs this name: "
            + "move it away.", starts().subList(0, 2));
        assertAllRefuse(part + " is not what an unfinished run left there: move it away and continue.",
            starts().subList(2, 3));
    }

    private void leaveRows() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.write(writer, 0, 4);
        }
    }

    /** How many bytes a journal is cut to, or -1 for none at all, -2 for a flipped bit in its first record. */
    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 3, 8, 12, 500})
    void rowsAreNotGivenUpBecauseTheJournalDoesNotTellOfThem(int left) throws IOException {
        leaveRows();
        byte[] whole = Files.readAllBytes(journal);
        String state = switch (left) {
            case -1 -> "is missing";
            case 0 -> "is empty";
            case 3, 8 -> "is cut to " + left + " bytes";
            default -> "is damaged at its beginning";
        };
        if (left == -1) {
            Files.delete(journal);
        } else {
            byte[] now = left < 0 ? whole.clone() : Arrays.copyOf(whole, left);
            if (left < 0) {
                now[300] ^= 1;
            }
            Files.write(journal, now);
        }
        List<Executable> resuming = starts().subList(2, 3);
        assertAllRefuse(part + " is an unfinished run, but its journal d.h5.part.journal, which tells how many rows "
            + "are complete, " + state + ", so it cannot be continued: start anew or choose another name.", resuming);
        // Before a basis is trained for it, too.
        assertThrows(DatasetException.class, starts().get(4));
        assertAllRefuse(part + " exists from an unfinished run: continue it or start anew.", starts().subList(0, 1));
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), true)) {
            assertEquals(0, writer.missingRows().first());
            run.writeFrom(writer, 0, 6);
            writer.finish(Map.of());
        }
        assertEquals(List.of("d.h5"), List.copyOf(contents().keySet()));
    }

    @Test
    void rowsThatAPartLacksAreNotBelievedInItsJournal() throws IOException {
        leaveRows();
        byte[] rows = Files.readAllBytes(part);
        Arrays.fill(rows, 8, rows.length, (byte) 0);
        Files.write(part, rows);
        assertAllRefuse(part + " lacks rows that its journal d.h5.part.journal counts: start anew or choose another "
            + "name.", starts().subList(2, 3));
    }

    @Test
    void aJournalOfAnotherVersionIsKeptForThatVersion() throws IOException {
        leaveRows();
        byte[] older = Files.readAllBytes(journal);
        older[7] = '1';
        Files.write(journal, older);
        assertAllRefuse(journal + " is no journal of this version of Chirpmill, so the run cannot be continued: finish "
            + "it with the version that began it, or start anew.", starts().subList(2, 3));
        DatasetWriter.create(target, run.header(), true).close();
    }

    /** All rows are in and the part is HDF5 again; then the record of the last rows is lost. */
    @Test
    void aPartThatIsHdf5AgainWhileRowsAreMissingIsMarkedOnceMore() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.writeFrom(writer, 0, 6);
        }
        try (Journal left = Journal.open(journal)) {
            left.replay();
            JournalOpening opening = left.opening().orElseThrow();
            byte[] bytes = Files.readAllBytes(part);
            for (Skeleton.Patch patch : opening.skeleton().metadata()) {
                System.arraycopy(patch.bytes(), 0, bytes, (int) patch.offset(), patch.bytes().length);
            }
            Files.write(part, bytes);
            assertTrue(FirstBytes.of(part).areOfHdf5());
            left.clear();
            left.begin(opening);
        }
        DatasetWriter.resume(target, run.header()).orElseThrow().close();
        assertTrue(FirstBytes.of(part).areOfAnUnfinishedPart(), "no reader takes it for a dataset");
    }

    @Test
    void whatAnUnfinishedRunIsToBecomeIsNotWrittenBySomethingElse() throws IOException {
        leaveRows();
        for (boolean force : new boolean[] {false, true}) {
            assertAllRefuse(
                target + " is what an unfinished run, d.h5.part beside it, is to become: choose another name.",
                List.of(() -> TargetFile.of(target).requireWritable(force),
                    () -> WaveformFormat.save(target, waveform(), force)));
        }
    }

    private static StoredWaveform waveform() {
        return new StoredWaveform(new double[1], new double[2], new double[2]);
    }

    @Test
    void aFileOfTheUsersBesideAWaveformStays() throws IOException {
        Files.writeString(part, "Dear diary");
        WaveformFormat.save(target, waveform(), false);
        assertEquals("Dear diary", Files.readString(part));
        assertEquals(List.of("d.h5", "d.h5.part"), List.copyOf(contents().keySet()));
    }
}
