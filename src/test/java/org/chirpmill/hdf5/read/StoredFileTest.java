package org.chirpmill.hdf5.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chirpmill.hdf5.UnusableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What h5py writes, in its oldest and newest format, is read as it was written; the rest is refused. */
class StoredFileTest {
    private static final Path FILES = Path.of("src/test/resources/hdf5");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"earliest.h5", "newer.h5", "user_block.h5"})
    void numbersOfEveryKindAreReadAsTheLibraryReadsThem(String name) throws IOException {
        Path path = FILES.resolve(name);
        try (StoredFile file = StoredFile.open(path)) {
            for (String group : List.of("numbers", "chunked")) {
                StoredGroup arrays = file.root().group(group);
                assertTrue(arrays.members().size() > 10, group);
                for (String array : arrays.members()) {
                    if (!array.contains("lzf")) {
                        assertAsNative(path, group + "/" + array, arrays.array(array));
                    }
                }
            }
        }
    }

    @Test
    void theReferenceWaveformsAreReadAsTheLibraryReadsThem() throws IOException {
        Path path = Path.of("src/test/resources/reference/IMRPhenomD.h5");
        try (StoredFile file = StoredFile.open(path)) {
            for (String name : file.root().members()) {
                if (file.root().hasGroup(name)) {
                    StoredGroup set = file.root().group(name);
                    assertAsNative(path, name + "/parameters", set.array("parameters"));
                }
            }
        }
    }

    private static void assertAsNative(Path path, String where, StoredArray array) throws IOException {
        double[] ours = Arrays.stream(array.all()).flatMapToDouble(Arrays::stream).toArray();
        double[] theirs = NativeReader.doubles(path, where, array.fields(), ours.length);
        assertArrayEquals(theirs, ours, path + ", " + where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest.h5", "newer.h5", "user_block.h5"})
    void someRowsAreThoseOfAll(String name) throws IOException {
        try (StoredFile file = StoredFile.open(FILES.resolve(name)); Arena arena = Arena.ofConfined()) {
            for (String group : List.of("numbers", "chunked")) {
                for (String member : file.root().group(group).members()) {
                    StoredArray array = file.root().group(group).array(member);
                    double[][] all = array.all();
                    int rows = (int) array.rows();
                    for (int first : new int[] {0, rows / 3, Math.max(0, rows - 1)}) {
                        int count = Math.min(rows - first, 9);
                        assertArrayEquals(Arrays.copyOfRange(all, first, first + count), array.doubles(first, count),
                            member);
                        byte[] bytes = array.bytes(first, count);
                        MemorySegment copied = arena.allocate(bytes.length + 1L);
                        array.copy(first, count, copied);
                        assertArrayEquals(bytes,
                            copied.asSlice(0, bytes.length).toArray(ValueLayout.JAVA_BYTE), member);
                    }
                }
            }
        }
    }

    @Test
    void numbersAreThoseThatWereWritten() throws IOException {
        try (StoredFile file = StoredFile.open(FILES.resolve("earliest.h5"))) {
            StoredGroup chunked = file.root().group("chunked");
            StoredArray block = chunked.array("checked gzip");
            assertArrayEquals(new long[] {30, 17}, block.extent());
            assertEquals(2, block.parts());
            assertTrue(block.isPacked(Float.BYTES));
            assertEquals(List.of("r", "i"), block.fields());
            assertEquals(1 + 0.25 * (2 * (29 * 17 + 16) + 1), block.all()[29][33]);
            assertArrayEquals(chunked.array("noise, plain").all(), chunked.array("noise").all());
            for (String filtered : List.of("lzf", "shuffled lzf", "gzip", "checked")) {
                assertArrayEquals(chunked.array("plain").all(), chunked.array(filtered).all(), filtered);
            }
            StoredArray wide = file.root().group("numbers").array("u8 beyond i8");
            assertArrayEquals(new double[] {9223372036854777856.0, 18446744073709551616.0, 7},
                Arrays.stream(wide.all()).mapToDouble(row -> row[0]).toArray());
            StoredArray table = file.root().group("numbers").array("table");
            assertArrayEquals(new double[] {1, 1.25, 1, 1.75}, table.all()[0]);
            assertFalse(table.isPacked(Double.BYTES));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest.h5", "newer.h5", "user_block.h5"})
    void textsAndSingleNumbersAreReadAndListsOfThemAreNotMistakenForOne(String name) throws IOException {
        Path path = FILES.resolve(name);
        try (StoredFile file = StoredFile.open(path)) {
            StoredGroup texts = file.root().group("texts");
            assertEquals("any length, äöü", texts.array("any").text());
            assertEquals("one", texts.array("one in a list").text());
            assertEquals("fixed length", texts.array("fixed").text());
            assertEquals("", texts.array("empty").text());
            assertEquals(Map.of("any", "any length, äöü", "fixed", "fixed length", "one in a list", "one"),
                texts.texts());
            assertEquals(Optional.of(2.5), texts.number("number"));
            assertEquals(Optional.of(-7.0), texts.number("whole"));
            assertEquals(Optional.empty(), texts.number("absent"));
            assertEquals(path + " cannot be read: 'several' holds 2 texts, not one text.",
                assertThrows(UnusableFileException.class, () -> texts.array("several").text()).getMessage());
            assertEquals(path + " cannot be read: attribute 'several' holds 3 texts, not one text.",
                assertThrows(UnusableFileException.class, () -> texts.text("several")).getMessage());
            assertEquals(path + " cannot be read: attribute 'numbers' holds 2 numbers, not one number.",
                assertThrows(UnusableFileException.class, () -> texts.number("numbers")).getMessage());
            for (String none : List.of("nothing", "flag", "any")) {
                assertThrows(UnusableFileException.class, () -> texts.number(none), none);
            }
            StoredGroup many = file.root().group("many");
            assertEquals(40, many.texts().size());
            assertEquals(40, many.members().size());
            assertEquals("value 39", many.text("name 39").orElseThrow());
            assertEquals(39, many.array("member 39").all()[0][0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest.h5", "newer.h5", "user_block.h5"})
    void linksAreFollowedInTheFileAndNotOutOfIt(String name) throws IOException {
        Path path = FILES.resolve(name);
        try (StoredFile file = StoredFile.open(path)) {
            StoredGroup links = file.root().group("links");
            double[][] target = file.root().group("numbers").array("plain <f8").all();
            for (String soft : List.of("soft", "through", "hard")) {
                assertArrayEquals(target, links.array(soft).all(), soft);
            }
            assertTrue(links.hasGroup("soft group"));
            assertTrue(links.has("out"));
            assertEquals(path + " cannot be read: '/links/out' is a link to another file, and none is followed out of "
                + "a file.", assertThrows(UnusableFileException.class, () -> links.array("out")).getMessage());
            assertThrows(UnusableFileException.class, () -> links.hasGroup("out"));
            assertEquals(path + " cannot be read: '/links/circle' is a link that leads to no end.",
                assertThrows(UnusableFileException.class, () -> links.array("circle")).getMessage());
            assertEquals(path + " cannot be read: it has no '/nowhere'.",
                assertThrows(UnusableFileException.class, () -> links.array("nowhere")).getMessage());
            assertEquals(path + " cannot be read: the rows of '/elsewhere/virtual' lie in other files, and none is "
                + "followed out of a file.", assertThrows(UnusableFileException.class,
                    () -> file.root().group("elsewhere").array("virtual")).getMessage());
            assertEquals(path + " cannot be read: the rows of '/outside/external' lie in other files, and none is "
                + "followed out of a file.", assertThrows(UnusableFileException.class,
                    () -> file.root().group("outside").array("external")).getMessage());
        }
    }

    @Test
    void rowsThatWereNeverWrittenAreRefused() throws IOException {
        Path path = FILES.resolve("half_written.h5");
        try (StoredFile file = StoredFile.open(path)) {
            assertEquals(path + " cannot be read: '/half' claims [100, 64] elements in 10 blocks, of which the file "
                + "holds 5.", assertThrows(UnusableFileException.class, () -> file.root().array("half")).getMessage());
            assertThrows(UnusableFileException.class, () -> file.root().array("never"));
        }
    }

    @Test
    void whatASmallFileUnpacksToIsReadInPartsAndNotAsAWhole() throws IOException {
        Path path = FILES.resolve("packed_zeros.h5");
        try (StoredFile file = StoredFile.open(path)) {
            StoredArray zeros = file.root().array("zeros");
            assertArrayEquals(new double[4096], zeros.doubles(3999, 1)[0]);
            assertEquals(path + " cannot be read: 'zeros' has 4000 rows of 32768 bytes; of a file of "
                + Files.size(path) + " bytes, up to 67108864 are read at once.",
                assertThrows(UnusableFileException.class, zeros::all).getMessage());
        }
    }

    @Test
    void anExtentBeyondAllLengthsIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(FILES.resolve("earliest.h5"));
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int cube = IntStream.range(0, bytes.length - 24).filter(at -> file.getLong(at) == 6
            && file.getLong(at + 8) == 5 && file.getLong(at + 16) == 4).findFirst().orElseThrow();
        for (int dimension = 0; dimension < 3; dimension++) {
            ByteBuffer changed = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
            changed.putLong(cube + 8 * dimension, -1);
            Path path = Files.write(folder.resolve("extent.h5"), changed.array());
            try (StoredFile stored = StoredFile.open(path)) {
                StoredGroup numbers = stored.root().group("numbers");
                String message =
                    assertThrows(UnusableFileException.class, () -> numbers.array("cube")).getMessage();
                assertTrue(message.startsWith(path + " cannot be read: '/numbers/cube' claims "), message);
            }
        }
    }

    @Test
    void aFileThatWasCutIsRefusedWhereverItWasCutUnlessNothingOfItIsMissed() throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("earliest.h5"));
        double sum = sum(FILES.resolve("earliest.h5"));
        int refused = 0;
        for (int length = 0; length < whole.length; length += 2777) {
            Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
            try {
                assertEquals(sum, sum(cut), "at " + length);
            } catch (UnusableFileException refusal) {
                assertTrue(refusal.getMessage().startsWith(cut + " "), refusal.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 40, refused + " refused");
    }

    private static double sum(Path path) throws IOException {
        double sum = 0;
        try (StoredFile file = StoredFile.open(path)) {
            for (String group : List.of("numbers", "chunked", "many")) {
                for (String member : file.root().group(group).members()) {
                    sum += Arrays.stream(file.root().group(group).array(member).all())
                        .flatMapToDouble(Arrays::stream).sum();
                }
            }
        }
        return sum;
    }

    @Test
    void whatIsNoOrdinaryFileIsRefusedBeforeItIsOpened() throws IOException, InterruptedException {
        Path absent = folder.resolve("absent.h5");
        assertEquals(absent + " does not exist.",
            assertThrows(UnusableFileException.class, () -> StoredFile.open(absent)).getMessage());
        assertEquals(folder + " is a directory, not an HDF5 file.",
            assertThrows(UnusableFileException.class, () -> StoredFile.open(folder)).getMessage());
        Path pipe = folder.resolve("pipe.h5");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            assertEquals(pipe + " is no ordinary file, not an HDF5 file.",
                assertThrows(UnusableFileException.class, () -> StoredFile.open(pipe)).getMessage());
        }
        for (Path other : Stream.of("", "text", "\u0089HDF\r\n\u001a\n").map(this::file).toList()) {
            assertThrows(UnusableFileException.class, () -> StoredFile.open(other));
        }
    }

    private Path file(String content) {
        try {
            return Files.write(folder.resolve("other.h5"), content.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
