package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chirpmill.cli.CommandLineRun;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;
import org.chirpmill.run.Choices;
import org.chirpmill.run.DatasetRun;
import org.chirpmill.run.Recipe;
import org.chirpmill.run.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals whose checksums are right and whose contents are what no run wrote; the command is asked to go on. */
class TamperedJournalTest {
    private static final int ROWS = 23;
    private static final String SETTINGS = """
        domain: {type: UniformFrequencyDomain, f_min: 16.0, f_max: 32.0, delta_f: 0.5}
        waveform_generator: {approximant: IMRPhenomD, f_ref: 16.0}
        intrinsic_prior:
          mass_1: Uniform(minimum=12.0, maximum=75.0)
          mass_2: 10.0
          chi_1: 0.1
          chi_2: 0.2
          theta_jn: 0.3
          phase: 0.4
          luminosity_distance: 500.0
          geocent_time: 0.0
        num_samples: 23
        """;
    private static final String NEVER_MIND = "";

    @TempDir
    private Path directory;
    private Path settings;
    private Path target;
    private Path part;
    private Path journal;
    private JournalOpening opening;

    /** What a journal may be turned into, and what is said of it. */
    private record Kind(String name, Tampering tampering, String clause) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Tampering {
        byte[] journal(JournalOpening opening) throws IOException;
    }

    @BeforeEach
    void leaveAnUnfinishedRun() throws Exception {
        settings = Files.writeString(directory.resolve("s.yaml"), SETTINGS);
        target = directory.resolve("d.hdf5");
        part = directory.resolve("d.hdf5.part");
        journal = directory.resolve("d.hdf5.part.journal");
        SampleRun run = new SampleRun(DatasetRun.header(
            Run.of(Recipe.read(settings), Choices.automatic()), RowRange.first(ROWS)));
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.write(writer, 0, 10);
        }
        try (Journal left = Journal.open(journal)) {
            left.replay();
            opening = left.opening().orElseThrow();
        }
    }

    private static byte[] of(byte[]... records) throws IOException {
        Path file = Files.createTempFile("tampered", ".journal");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            JournalFile written = new JournalFile(channel);
            written.reduceToMagic();
            long at = JournalFile.FIRST_RECORD;
            for (byte[] record : records) {
                at = written.append(record, at);
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] step(long rows, Rejection... rejections) {
        return new JournalProgress(rows, List.of(rejections), Map.of()).encode();
    }

    private static byte[] remarked(long rows, long remarks) {
        return new JournalProgress(rows, List.of(), Map.of("x", remarks)).encode();
    }

    private static byte[] ints(byte[] record, int at, int... values) {
        ByteBuffer changed = ByteBuffer.wrap(record.clone());
        for (int k = 0; k < values.length; k++) {
            changed.putInt(at + k * Integer.BYTES, values[k]);
        }
        return changed.array();
    }

    private static byte[] longer(byte[] record) throws IOException {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(record);
        longer.write(new byte[5]);
        return longer.toByteArray();
    }

    private static byte[] rejection(int reasonBytes) {
        return ByteBuffer.allocate(28).putLong(10).putInt(1).putLong(1).putInt(1).putInt(reasonBytes).array();
    }

    private static byte[] withParameters(JournalOpening opening, long offset, long bytes) throws IOException {
        Skeleton s = opening.skeleton();
        return withLayout(opening, new Skeleton.Extent(offset, bytes), s.fileBytes(), s.metadata());
    }

    private static byte[] withPatch(JournalOpening opening, Skeleton.Patch first) throws IOException {
        List<Skeleton.Patch> patches = new ArrayList<>(opening.skeleton().metadata());
        patches.set(0, first);
        return withLayout(opening, opening.skeleton().parameters(), opening.skeleton().fileBytes(), patches);
    }

    private static byte[] withLayout(JournalOpening opening, Skeleton.Extent parameters, long fileBytes,
            List<Skeleton.Patch> patches) throws IOException {
        Skeleton s = opening.skeleton();
        return of(new JournalOpening(opening.header(), opening.overwrite(),
            new Skeleton(parameters, s.plus(), s.cross(), fileBytes, patches)).encode(), step(10));
    }

    private static byte[] withProvenance(JournalOpening opening, String name) throws IOException {
        DatasetHeader h = opening.header();
        return of(new JournalOpening(new DatasetHeader(h.columns(), h.bins(), h.precision(), h.settings(), h.version(),
            h.origin(), Map.of(name, "99")), opening.overwrite(), opening.skeleton()).encode(), step(10));
    }

    private static Skeleton.Patch flipped(Skeleton.Patch patch, int at) {
        byte[] bytes = patch.bytes().clone();
        bytes[at] ^= 1;
        return new Skeleton.Patch(patch.offset(), bytes);
    }

    static Stream<Kind> kinds() {
        String pieces = "the pieces of the file that it lists do not make up the file";
        String rejected = "what it says of a rejected draw cannot be";
        String layout = "the layout in it is not that of d.hdf5.part";
        return Stream.of(
            new Kind("hugerows", o -> of(o.encode(), step(1L << 62)), "it counts 4611686018427387904 complete rows"),
            new Kind("morerows", o -> of(o.encode(), step(ROWS + 1)), "it counts 24 complete rows after 0 of 23"),
            new Kind("neg", o -> of(o.encode(), step(-5)), "it counts -5 complete rows after 0 of 23"),
            new Kind("back", o -> of(o.encode(), step(10), step(5)), "it counts 5 complete rows after 10 of 23"),
            new Kind("allrows", o -> of(o.encode(), step(ROWS)), NEVER_MIND),
            new Kind("rejhuge", o -> of(o.encode(), ints(step(10), 8, Integer.MAX_VALUE)), "it counts 2147483647 "
                + "things in 4 bytes"),
            new Kind("rejneg", o -> of(o.encode(), ints(step(10), 8, -1)), "it counts -1 things in 4 bytes"),
            new Kind("rejlen", o -> of(o.encode(), rejection(-7)), "it counts -7 things in 0 bytes"),
            new Kind("rejlenhuge", o -> of(o.encode(), rejection(Integer.MAX_VALUE)), "it counts 2147483647 things"),
            new Kind("remarkneg", o -> of(o.encode(), remarked(10, -1)), "it counts more remarks than rows"),
            new Kind("remarknone", o -> of(o.encode(), remarked(10, 0)), "it counts more remarks than rows"),
            new Kind("remarkmany", o -> of(o.encode(), remarked(10, 11)), "it counts more remarks than rows"),
            new Kind("remarklen", o -> of(o.encode(), ints(remarked(10, 5), 24, 99)), "it counts 99 things in 1 bytes"),
            new Kind("rejrow", o -> of(o.encode(), step(10, new Rejection(1_000_000_000_000L, 0, "x"))), rejected),
            new Kind("rejattempt", o -> of(o.encode(), step(10, new Rejection(3, -3, "x"))), rejected),
            new Kind("rejlong", o -> of(o.encode(), step(10, new Rejection(3, 0, "x".repeat(100_000)))), rejected),
            new Kind("rejback", o -> of(o.encode(), step(10, new Rejection(3, 0, "x"), new Rejection(2, 0, "x"))),
                rejected),
            new Kind("rejlater", o -> of(o.encode(), step(5), step(10, new Rejection(4, 0, "x"))), rejected),
            new Kind("steplong", o -> of(o.encode(), longer(step(10))), "a record is 5 bytes longer"),
            new Kind("stepshort", o -> of(o.encode(), new byte[3]), "a record ends in the middle of what it says"),
            new Kind("colneg", o -> of(ints(o.encode(), 0, -1), step(10)), "it counts -1 things"),
            new Kind("colhuge", o -> of(ints(o.encode(), 0, Integer.MAX_VALUE), step(10)), "it counts 2147483647 th"),
            new Kind("colnone", o -> of(new byte[400], step(10)), "it does not say where the rows come from"),
            new Kind("textneg", o -> of(ints(o.encode(), 4, -9), step(10)), "it counts -9 things"),
            new Kind("texthuge", o -> of(ints(o.encode(), 4, Integer.MAX_VALUE), step(10)), "it counts 2147483647 th"),
            new Kind("short", o -> of(Arrays.copyOf(o.encode(), 200), step(10)), "things in"),
            new Kind("long", o -> of(longer(o.encode()), step(10)), "a record is 5 bytes longer"),
            new Kind("empty", o -> of(new byte[1]), "a record ends in the middle of what it says"),
            new Kind("seed", o -> withProvenance(o, "seed"), "it does not say where the rows come from"),
            new Kind("offneg", o -> withParameters(o, -4096, o.skeleton().parameters().bytes()), pieces),
            new Kind("offhuge", o -> withParameters(o, 1L << 60, o.skeleton().parameters().bytes()), pieces),
            new Kind("offover", o -> withParameters(o, o.skeleton().plus().offset(),
                o.skeleton().parameters().bytes()), pieces),
            new Kind("bytesneg", o -> withParameters(o, o.skeleton().parameters().offset(), -8), pieces),
            new Kind("fileneg", o -> withLayout(o, o.skeleton().parameters(), -1, o.skeleton().metadata()), pieces),
            new Kind("filehuge", o -> withLayout(o, o.skeleton().parameters(), 1L << 60, o.skeleton().metadata()),
                pieces),
            new Kind("patchneg", o -> withPatch(o, new Skeleton.Patch(-4, o.skeleton().metadata().get(0).bytes())),
                pieces),
            new Kind("patchgap", o -> withPatch(o, new Skeleton.Patch(0, new byte[4])), pieces),
            new Kind("patchsig", o -> withPatch(o, flipped(o.skeleton().metadata().get(0), 0)), layout),
            new Kind("patchbit", o -> withPatch(o, flipped(o.skeleton().metadata().get(0), 100)), layout));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aJournalThatSaysWhatCannotBeIsRefusedAndNothingIsTouched(Kind kind) throws IOException {
        Files.write(journal, kind.tampering().journal(opening));
        Map<String, byte[]> before = contents();
        CommandLineRun run = assertTimeout(Duration.ofSeconds(5), this::resumed);
        String sentence = kind.clause().equals(NEVER_MIND)
            ? part + " lacks rows that its journal d.hdf5.part.journal counts: start anew with --force or choose "
                + "another name with --out."
            : journal + " is damaged, for ";
        assertTrue(run.err().startsWith("chirpmill: " + sentence), run.err());
        assertTrue(run.err().contains(kind.clause()), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(2, run.exitCode(), run.err());
        assertUnchanged(before);
        assertEquals(0, CommandLineRun.of("generate", settings, "-o", target, "--force").exitCode(), "anew");
        assertEquals(List.of("d.hdf5", "s.yaml"), List.copyOf(contents().keySet()));
    }

    /** That is, what the kinds above have been turned from is fine. */
    @Test
    void theSameJournalUntamperedIsGoneOnWith() throws IOException {
        Files.write(journal, of(opening.encode(), step(5), step(10, new Rejection(7, 0, "x"))));
        CommandLineRun run = resumed();
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("10 of 23 rows are there already"), run.err());
        assertEquals(List.of("d.hdf5", "s.yaml"), List.copyOf(contents().keySet()));
    }

    private CommandLineRun resumed() {
        return CommandLineRun.of("generate", settings, "-o", target, "--resume");
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private void assertUnchanged(Map<String, byte[]> before) throws IOException {
        Map<String, byte[]> after = contents();
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }
}
