package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.chirpmill.hdf5.read.StoredFile;
import org.chirpmill.rows.Precision;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetWriterTest {
    @TempDir
    private Path directory;

    private Path target() {
        return directory.resolve("d.hdf5");
    }

    private void writeAll(SampleRun run, Path target, int batchSize) throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, run.header(), false)) {
            run.writeFrom(writer, 0, batchSize);
            writer.finish(Map.of("wall_seconds", "1.5"));
        }
    }

    private List<String> filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIndependentReaderFindsDingosLayout(Precision precision) throws IOException {
        SampleRun run = SampleRun.of(23, 10, precision);
        writeAll(run, target(), 4);
        Class<?> real = precision == Precision.SINGLE ? float.class : double.class;
        try (HdfFile file = new HdfFile(target())) {
            assertEquals(List.of("chirpmill", "parameters", "polarizations", "version"),
                file.getChildren().keySet().stream().sorted().toList());
            assertEquals(SampleRun.SETTINGS, file.getAttribute("settings").getData());
            assertEquals("waveform_dataset", file.getAttribute("dataset_type").getData());
            assertTrue(file.getAttribute("settings").isScalar(), "settings is a scalar");
            assertEquals("chirpmill=test", file.getDatasetByPath("version").getData());
            Dataset table = file.getDatasetByPath("parameters");
            assertArrayEquals(new int[] {23}, table.getDimensions());
            Map<?, ?> columns = (Map<?, ?>) table.getData();
            assertEquals(run.header().columns(), List.copyOf(columns.keySet()));
            for (int c = 0; c < 3; c++) {
                double[] column = (double[]) columns.get(run.header().columns().get(c));
                for (int row = 0; row < 23; row++) {
                    assertEquals(run.parameter(row, c), column[row], "row " + row + ", column " + c);
                }
            }
            for (Polarization which : Polarization.values()) {
                Dataset dataset = file.getDatasetByPath(
                    which == Polarization.PLUS ? "polarizations/h_plus" : "polarizations/h_cross");
                assertArrayEquals(new int[] {23, 10}, dataset.getDimensions());
                Map<?, ?> parts = (Map<?, ?>) dataset.getData();
                assertEquals(List.of("r", "i"), List.copyOf(parts.keySet()));
                for (int row = 0; row < 23; row++) {
                    for (int part = 0; part < 20; part++) {
                        Object values = Array.get(parts.get(part % 2 == 0 ? "r" : "i"), row);
                        assertEquals(real, values.getClass().getComponentType());
                        assertEquals(run.polarization(which, row, part),
                            Array.getDouble(values, part / 2), which + " row " + row + " " + part);
                    }
                }
            }
            Map<String, Attribute> own = file.getByPath("chirpmill").getAttributes();
            assertEquals("17", own.get("seed").getData());
            assertEquals("a test's CPU", own.get("hardware").getData());
            assertEquals("1.5", own.get("wall_seconds").getData());
        }
        assertEquals(List.of("d.hdf5"), filesLeft());
    }

    @Test
    void rejectionsAreListedByRowWithTheirReasons() throws IOException {
        SampleRun run = SampleRun.of(23, 3, Precision.SINGLE);
        writeAll(run, target(), 5);
        try (HdfFile file = new HdfFile(target())) {
            Map<?, ?> fields = (Map<?, ?>) file.getDatasetByPath("chirpmill/rejected").getData();
            long[] rows = (long[]) fields.get("row");
            int[] attempts = (int[]) fields.get("attempt");
            String[] reasons = (String[]) fields.get("reason");
            List<Rejection> read = new ArrayList<>();
            for (int k = 0; k < rows.length; k++) {
                read.add(new Rejection(rows[k], attempts[k], reasons[k]));
            }
            assertEquals(run.allRejections(), read);
        }
    }

    @Test
    void anyOrderOfBatchesGivesTheSameBytes() throws IOException {
        SampleRun run = SampleRun.of(40, 7, Precision.SINGLE);
        writeAll(run, target(), 40);
        byte[] expected = Files.readAllBytes(target());
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<long[]> ranges = new ArrayList<>();
            for (long row = 0; row < 40;) {
                long end = Math.min(40, row + 1 + random.nextInt(6));
                ranges.add(new long[] {row, end});
                row = end;
            }
            Collections.shuffle(ranges, random);
            Path shuffled = directory.resolve("shuffled" + seed + ".hdf5");
            try (DatasetWriter writer = DatasetWriter.create(shuffled, run.header(), false)) {
                for (long[] range : ranges) {
                    run.write(writer, range[0], range[1]);
                }
                writer.finish(Map.of("wall_seconds", "1.5"));
            }
            assertArrayEquals(expected, Files.readAllBytes(shuffled), "seed " + seed);
        }
    }

    @Test
    void settingsMayBeLongerThanAnOrdinaryAttribute() throws IOException {
        String text = "{'x': '" + "äß 0123456789".repeat(8000) + "'}";
        DatasetHeader header = new DatasetHeader(List.of("mass_1"), 3, Precision.DOUBLE, text, "v",
            SampleRun.origin(17, RowRange.first(2)), Map.of());
        SampleRun run = new SampleRun(header);
        writeAll(run, target(), 2);
        try (HdfFile file = new HdfFile(target()); DatasetReader reader = DatasetReader.open(target())) {
            assertEquals(text, file.getAttribute("settings").getData());
            assertEquals(text, reader.settings());
        }
    }

    @Test
    void aDatasetWithoutRejectionsHasAnEmptyList() throws IOException {
        writeAll(SampleRun.of(3, 2, Precision.SINGLE), target(), 3);
        try (HdfFile file = new HdfFile(target()); DatasetReader reader = DatasetReader.open(target())) {
            assertArrayEquals(new int[] {0}, file.getDatasetByPath("chirpmill/rejected").getDimensions());
            assertEquals(0, reader.rejectedCount());
            assertEquals(List.of(), reader.rejections(0, 0));
        }
    }

    @Test
    void largeArraysStartOnPages() throws IOException {
        SampleRun run = SampleRun.of(700, 33, Precision.DOUBLE);
        writeAll(run, target(), 100);
        try (HdfFile file = new HdfFile(target())) {
            ContiguousDataset plus = (ContiguousDataset) file.getDatasetByPath("polarizations/h_plus");
            assertEquals(0, plus.getDataAddress() % 4096);
        }
    }

    @Test
    void anExistingFileIsReplacedOnlyWhenAskedAndOnlyAtTheEnd() throws IOException {
        SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
        Files.writeString(target(), "precious");
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.create(target(), run.header(), false)).getMessage();
        assertEquals(target() + " exists: replace it or choose another name.", message);
        assertEquals(List.of("d.hdf5"), filesLeft());
        try (DatasetWriter writer = DatasetWriter.create(target(), run.header(), true)) {
            run.writeFrom(writer, 0, 6);
            assertEquals("precious", Files.readString(target()));
            writer.finish(Map.of());
        }
        try (DatasetReader reader = DatasetReader.open(target())) {
            assertEquals(6, reader.rows());
        }
    }

    @Test
    void anUnfinishedRunIsNotThrownAwayUnasked() throws IOException {
        SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
        try (DatasetWriter writer = DatasetWriter.create(target(), run.header(), false)) {
            run.write(writer, 0, 3);
        }
        assertEquals(List.of("d.hdf5.part", "d.hdf5.part.journal"), filesLeft());
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.create(target(), run.header(), false)).getMessage();
        assertEquals(target() + ".part exists from an unfinished run: continue it or start anew.", message);
        try (DatasetWriter writer = DatasetWriter.create(target(), run.header(), true)) {
            assertEquals(0, writer.missingRows().first());
        }
    }

    @Test
    void anUnfinishedFileIsNoHdf5File() throws IOException {
        SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
        try (DatasetWriter writer = DatasetWriter.create(target(), run.header(), false)) {
            run.writeFrom(writer, 0, 6);
        }
        Path part = directory.resolve("d.hdf5.part");
        assertThrows(Exception.class, () -> new HdfFile(part).close());
        assertThrows(IOException.class, () -> StoredFile.open(part).close());
        assertEquals(part + " is an unfinished dataset: complete it.",
            assertThrows(DatasetException.class, () -> DatasetReader.open(part)).getMessage());
        assertEquals(target() + " does not exist, but an unfinished run for it does: complete it.",
            assertThrows(DatasetException.class, () -> DatasetReader.open(target())).getMessage());
    }

    @Test
    void twoRunsCannotWriteTheSameFile() throws IOException {
        SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
        try (DatasetWriter writer = DatasetWriter.create(target(), run.header(), false)) {
            for (boolean overwrite : new boolean[] {false, true}) {
                String message = assertThrows(DatasetException.class, () -> {
                    if (overwrite) {
                        DatasetWriter.create(target(), run.header(), true).close();
                    } else {
                        DatasetWriter.resume(target(), run.header());
                    }
                }).getMessage();
                assertTrue(message.startsWith(target() + ".part.journal is locked, for "), message);
                assertTrue(message.endsWith(
                    " is writing the same dataset at this moment: wait for it or choose another name."), message);
            }
            run.writeFrom(writer, 0, 2);
            writer.finish(Map.of());
        }
        assertEquals(List.of("d.hdf5"), filesLeft());
    }

    @Test
    void impossibleSizesAndPlacesAreRefusedBeforeAnythingIsWritten() throws IOException {
        DatasetHeader huge = SampleRun.of(1_000_000_000_000L, 8193, Precision.DOUBLE).header();
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.create(target(), huge, false)).getMessage();
        assertTrue(message.startsWith(target() + " needs 262.2 PB, but only "), message);
        DatasetHeader absurd = SampleRun.of(Long.MAX_VALUE, 8193, Precision.DOUBLE).header();
        assertThrows(DatasetException.class, () -> DatasetWriter.create(target(), absurd, false));
        DatasetHeader header = SampleRun.of(1000, 100, Precision.SINGLE).header();
        WriterEnvironment full = new WriterEnvironment(1, 1, false, step -> { }, where -> 1_623_999);
        assertEquals(target() + " needs 1.6 MB, but only 1.6 MB are free in " + directory
            + ": write to another place or ask for fewer rows.",
            assertThrows(DatasetException.class,
                () -> DatasetWriter.create(target(), header, false, full)).getMessage());
        Path nowhere = directory.resolve("no/d.hdf5");
        assertEquals("The directory of " + nowhere + " does not exist: create " + directory.resolve("no") + " first.",
            assertThrows(DatasetException.class, () -> DatasetWriter.create(nowhere, header, false)).getMessage());
        assertEquals(directory + " is a directory: name a file in it.",
            assertThrows(DatasetException.class, () -> DatasetWriter.create(directory, header, true)).getMessage());
        assertEquals(List.of(), filesLeft());
    }

    @Test
    void spaceThatAnOldPartDoesNotGiveBackIsMissed() throws IOException {
        DatasetHeader header = SampleRun.of(1000, 100, Precision.SINGLE).header();
        DatasetWriter.create(target(), header, false).close();
        WriterEnvironment full = new WriterEnvironment(1, 1, false, step -> { }, where -> 1000);
        String message = assertThrows(DatasetException.class,
            () -> DatasetWriter.create(target(), header, true, full)).getMessage();
        assertTrue(message.startsWith(target() + " needs 1.6 MB, but only 1.0 kB are free"), message);
        assertEquals(List.of(), filesLeft());
    }

    @Test
    void batchesThatDoNotFitAreRefused() throws IOException {
        SampleRun run = SampleRun.of(6, 2, Precision.SINGLE);
        try (DatasetWriter writer = DatasetWriter.create(target(), run.header(), false)) {
            run.write(writer, 2, 4);
            assertThrows(IllegalArgumentException.class, () -> run.write(writer, 3, 5), "row 3 twice");
            assertThrows(IllegalArgumentException.class, () -> run.write(writer, 1, 3), "row 2 twice");
            assertThrows(IllegalArgumentException.class, () -> run.write(writer, 5, 7), "row 6 of 6");
            SampleRun wider = SampleRun.of(6, 3, Precision.SINGLE);
            assertThrows(IllegalArgumentException.class, () -> wider.write(writer, 0, 1), "3 bins");
            run.write(writer, 0, 2);
            assertEquals(4, writer.missingRows().first());
            String message = assertThrows(IllegalStateException.class, () -> writer.finish(Map.of())).getMessage();
            assertEquals("row 4 of rows 0:6 is missing", message);
        }
        assertFalse(Files.exists(target()));
    }
}
