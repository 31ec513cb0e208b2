package org.chirpmill.cli.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.cli.StoredBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs that were stopped, and whose journal, part or basis then came to harm: going on either comes to the rows of an
 * undisturbed run or is refused, and then everything stays as it is. {@code -Dchirpmill.fuzz=N} damages N / 10 of each.
 */
class DamagedRunsTest {
    private static final int FILES = Integer.getInteger("chirpmill.fuzz", 300) / 10;
    private static final long SEED = Long.getLong("chirpmill.fuzz.seed", 1);
    private static final int MAGIC_BYTES = Long.BYTES;
    private static final int FRAME_BYTES = 2 * Integer.BYTES;
    private static final String REJECTED = "/chirpmill/rejected";
    private static final FileKind.ReadingCommand RESUME = new FileKind.ReadingCommand("resume", "generate --resume");

    @TempDir
    private static Path folder;
    private static UnfinishedFiles plain;
    private static UnfinishedFiles projected;

    @BeforeAll
    static void stopTwoRuns() throws Exception {
        Path first = Files.createDirectory(folder.resolve("plain"));
        plain = UnfinishedFiles.of(Files.writeString(first.resolve("settings.yaml"), Workbench.SETTINGS));
        Path second = Files.createDirectory(folder.resolve("projected"));
        projected = UnfinishedFiles.of(Files.writeString(second.resolve("settings.yaml"),
            Workbench.SETTINGS + "compression: {svd: {size: 4, num_training_samples: 12}}\n"));
    }

    /** Whose journal has which records in place of its own: {@code opening} is the first one as it was. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing was done to it          | goes on
        a bit of its opening is flipped | refused
        it is empty                     | refused
        it ends in its opening          | refused
        its last byte is flipped        | goes on
        it says that all rows are there | refused
        it says more rows than there are | refused
        it says 2^62 rows               | refused
        it says 2^62 rows before noise  | refused
        it says -5 rows                 | refused
        noise follows                   | goes on
        it goes back                    | refused
        it has 2^31 - 1 rejections      | refused
        it has -1 rejections            | refused
        a reason has -7 bytes           | refused
        a reason has 2^31 - 1 bytes     | refused
        a rejection is of row 1e12      | refused
        it has -1 columns               | refused
        it has 2^31 - 1 columns         | refused
        a column has a name of -9 bytes | refused
        its opening is one byte         | refused
        it is of another version        | refused
        it is noise                     | refused
        """)
    void aJournalIsBelievedWhereItCanBeTrue(String damage, String right) throws Exception {
        byte[] intact = plain.files().get(plain.journal());
        byte[] opening = opening(intact);
        byte[] journal = switch (damage) {
            case "nothing was done to it" -> intact;
            case "a bit of its opening is flipped" -> flipped(intact, MAGIC_BYTES + FRAME_BYTES + 50);
            case "it is empty" -> new byte[0];
            case "it ends in its opening" -> Arrays.copyOf(intact, 200);
            case "its last byte is flipped" -> flipped(intact, intact.length - 1);
            case "it says that all rows are there" -> journal(intact, opening, progress(40, new byte[4]));
            case "it says more rows than there are" -> journal(intact, opening, progress(41, new byte[4]));
            case "it says 2^62 rows" -> journal(intact, opening, progress(1L << 62, new byte[4]));
            case "it says 2^62 rows before noise" ->
                followed(journal(intact, opening, progress(1L << 62, new byte[4])), noise(500));
            case "noise follows" -> followed(intact, noise(500));
            case "it says -5 rows" -> journal(intact, opening, progress(-5, new byte[4]));
            case "it goes back" ->
                journal(intact, opening, progress(10, new byte[4]), progress(5, new byte[4]));
            case "it has 2^31 - 1 rejections" -> journal(intact, opening, progress(10, integer(Integer.MAX_VALUE)));
            case "it has -1 rejections" -> journal(intact, opening, progress(10, integer(-1)));
            case "a reason has -7 bytes" -> journal(intact, opening, progress(10, rejection(1, -7)));
            case "a reason has 2^31 - 1 bytes" ->
                journal(intact, opening, progress(10, rejection(1, Integer.MAX_VALUE)));
            case "a rejection is of row 1e12" ->
                journal(intact, opening, progress(10, rejection(1_000_000_000_000L, 0)));
            case "it has -1 columns" -> journal(intact, with(opening, 0, -1));
            case "it has 2^31 - 1 columns" -> journal(intact, with(opening, 0, Integer.MAX_VALUE));
            case "a column has a name of -9 bytes" -> journal(intact, with(opening, Integer.BYTES, -9));
            case "its opening is one byte" -> journal(intact, new byte[1]);
            case "it is of another version" -> "CHIRPJ99 and so on".getBytes();
            default -> noise(5000);
        };
        List<String> complaints = complaints(plain, plain.journal(), journal, false);
        assertEquals("", String.join("\n", complaints), damage);
        assertEquals(right.equals("goes on"), Files.exists(plain.target()), damage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.hdf5.part.journal", "run.hdf5.part", "run.hdf5.part.basis"})
    void damageNeitherCrashesNorCostsRows(String name) throws Exception {
        List<String> complaints = new ArrayList<>();
        for (int k = 0; k < FILES; k++) {
            UnfinishedFiles run = k % 2 == 0 && plain.files().containsKey(name) ? plain : projected;
            Random random = new Random(SEED * 1_000_003 + k);
            byte[] intact = run.files().get(name);
            ByteDamage.Damaged damaged = ByteDamage.of(intact, random);
            boolean isMended = name.endsWith("journal") && random.nextBoolean();
            if (isMended) {
                mend(damaged.bytes());
            }
            String story = name + " " + k + " of " + run.settings().getParent().getFileName() + ", seed " + SEED + ": "
                + damaged.story();
            complaints(run, name, damaged.bytes(), isMended).forEach(one -> complaints.add(one + "\n  " + story));
        }
        assertTrue(complaints.isEmpty(), () -> complaints.size() + "\n" + String.join("\n",
            complaints.subList(0, Math.min(10, complaints.size()))));
    }

    private static List<String> complaints(UnfinishedFiles run, String name, byte[] changed, boolean lies)
            throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        run.put(name, changed);
        Path directory = run.target().getParent();
        FolderState before = FolderState.of(directory);
        WatchedRun begun = WatchedRun.of(run.begin());
        complaints.addAll(new Conduct(RESUME, Optional.empty()).complaints(begun, run.target()));
        if (begun.answer().map(CommandLineRun::exitCode).orElse(2) != 2) {
            complaints.add("a new run begins: " + Conduct.inShort(begun));
        }
        complaints.addAll(FolderState.of(directory).changes(before));
        run.put(name, changed);
        WatchedRun resumed = WatchedRun.of(run.resume());
        complaints.addAll(new Conduct(RESUME, Optional.empty()).complaints(resumed, run.target()));
        if (Files.exists(run.target())) {
            requireTheSameRows(run, name, lies, complaints);
        } else {
            complaints.addAll(FolderState.of(directory).changes(before));
        }
        complaints.replaceAll(complaint -> complaint + " (" + Conduct.inShort(resumed) + ")");
        return complaints;
    }

    /** Nobody notices a bit that flips in a row, or in a basis whose vectors it leaves orthonormal. */
    private static void requireTheSameRows(UnfinishedFiles run, String name, boolean lies, List<String> complaints) {
        if (name.endsWith("journal")) {
            try {
                Map<String, byte[]> expected = StoredBytes.of(run.undisturbed());
                Map<String, byte[]> actual = StoredBytes.of(run.target());
                if (lies) {
                    // What a journal says of rejected draws, its checksums being right, is all that is known of them.
                    actual.put(REJECTED, expected.get(REJECTED));
                }
                StoredBytes.assertSame(expected, actual, "rows");
            } catch (AssertionError | RuntimeException different) {
                complaints.add("it comes to other rows: " + different.getMessage());
            }
        }
    }

    private static byte[] opening(byte[] journal) {
        int length = ByteBuffer.wrap(journal).getInt(MAGIC_BYTES);
        return Arrays.copyOfRange(journal, MAGIC_BYTES + FRAME_BYTES, MAGIC_BYTES + FRAME_BYTES + length);
    }

    private static byte[] journal(byte[] intact, byte[]... records) {
        int length = MAGIC_BYTES + Arrays.stream(records).mapToInt(record -> FRAME_BYTES + record.length).sum();
        ByteBuffer journal = ByteBuffer.allocate(length).put(intact, 0, MAGIC_BYTES);
        for (byte[] record : records) {
            journal.putInt(record.length).putInt(checksum(record, 0, record.length)).put(record);
        }
        return journal.array();
    }

    /** Has the checksums of records agree with them, as far as their lengths do. */
    private static void mend(byte[] journal) {
        ByteBuffer bytes = ByteBuffer.wrap(journal);
        int at = MAGIC_BYTES;
        while (at + FRAME_BYTES <= journal.length && bytes.getInt(at) >= 0
                && bytes.getInt(at) <= journal.length - at - FRAME_BYTES) {
            bytes.putInt(at + Integer.BYTES, checksum(journal, at + FRAME_BYTES, bytes.getInt(at)));
            at += FRAME_BYTES + bytes.getInt(at);
        }
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static byte[] progress(long rows, byte[] rejections) {
        return ByteBuffer.allocate(Long.BYTES + rejections.length).putLong(rows).put(rejections).array();
    }

    private static byte[] rejection(long row, int reasonBytes) {
        return ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES + Integer.BYTES).putInt(1).putLong(row).putInt(0)
            .putInt(reasonBytes).array();
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(at, value);
        return changed;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] followed(byte[] bytes, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length).put(bytes).put(more).array();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(SEED).nextBytes(noise);
        return noise;
    }
}
