package org.chirpmill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chirpmill.cli.GoldenSet.Compression;
import org.chirpmill.cli.GoldenSet.Division;
import org.chirpmill.cli.GoldenSet.Way;
import org.chirpmill.engine.vector.VectorProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small sets are the bytes that were recorded, on whatever machine the tests run.
 *
 * <p>To record them anew, where bytes change on purpose (see {@code src/test/resources/golden/README.md}):
 * {@code mvn test -Dtest=GoldenSetsTest -Dchirpmill.golden.write=true}.
 */
class GoldenSetsTest {
    static final Path RECORDED = GoldenSet.RECORDS.resolve("hashes.txt");
    /** Sets that are not as recorded stay here. */
    static final Path KEPT = Path.of("target/golden/here");
    static final Division DIVISION = new Division(2, 5);
    private static Map<String, GoldenHashes> recorded;

    @TempDir
    private Path directory;

    @BeforeAll
    static void readOrWriteTheRecord(@TempDir Path scratch) throws IOException {
        if (Boolean.getBoolean("chirpmill.golden.write")) {
            Map<String, GoldenHashes> hashes = new LinkedHashMap<>();
            for (GoldenSet set : GoldenSets.all()) {
                hashes.put(set.name(), GoldenHashes.of(set.make(scratch, new Division(1, 64))));
                set.remove(scratch);
            }
            GoldenHashes.write(RECORDED, "set, SHA-256 of /parameters, of /polarizations/h_plus, of h_cross: README.md",
                hashes);
        }
        recorded = GoldenHashes.read(RECORDED);
    }

    @ParameterizedTest
    @MethodSource("org.chirpmill.cli.GoldenSets#all")
    void aSetIsTheBytesThatWereRecorded(GoldenSet set) throws IOException {
        Optional<String> obstacle = new VectorProvider().obstacle();
        assumeTrue(set.isScalar() || obstacle.isEmpty(), () -> obstacle.orElseThrow());
        assertTrue(recorded.containsKey(set.name()), () -> set + " is not in " + RECORDED);
        String differences = recorded.get(set.name()).differences(GoldenHashes.of(set.make(KEPT, DIVISION)));
        assertTrue(differences.isEmpty(), () -> set + " is not what was recorded:\n" + differences
            + "\nA hash does not tell the row or the bin. Make the set where it is still as recorded,\n  "
            + set.command(KEPT, DIVISION) + "\nand './chirpmill compare' it with " + set.file(KEPT)
            + ".\nWhere it is meant to change: " + GoldenSet.RECORDS.resolve("README.md") + ".");
        set.remove(KEPT);
    }

    @Test
    void theRecordListsTheSetsThatThereAre() {
        assertEquals(GoldenSets.all().stream().map(GoldenSet::name).toList(), List.copyOf(recorded.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {GoldenHashes.PARAMETERS, GoldenHashes.PLUS, GoldenHashes.CROSS})
    void oneUlpOfOneNumberIsAnotherHash(String path) throws IOException {
        GoldenSet set = new GoldenSet("IMRPhenomD", "multibanded", Compression.PLAIN, Way.SCALAR_DOUBLE);
        Path file = set.make(directory, DIVISION);
        addUlp(file, path, 100);
        GoldenHashes changed = GoldenHashes.of(file);
        String differences = recorded.get(set.name()).differences(changed);
        assertEquals(List.of(path), differences.lines().map(line -> line.strip().split(" ")[0]).toList());
        set.make(directory, DIVISION);
        assertNotEquals(changed, GoldenHashes.of(file), "made anew");
    }

    /** Replaces the double of that index by the next above. */
    private static void addUlp(Path dataset, String path, int index) throws IOException {
        long position;
        try (HdfFile file = new HdfFile(dataset)) {
            ContiguousDataset numbers = (ContiguousDataset) file.getDatasetByPath(path);
            assertTrue(index < numbers.getStorageInBytes() / Double.BYTES, "as many numbers");
            position = file.getUserBlockSize() + numbers.getDataAddress() + (long) index * Double.BYTES;
        }
        try (FileChannel channel = FileChannel.open(dataset, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer number = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(number, position);
            channel.write(number.putDouble(0, Math.nextUp(number.getDouble(0))).rewind(), position);
        }
    }
}
