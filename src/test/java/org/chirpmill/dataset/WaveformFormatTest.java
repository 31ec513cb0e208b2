package org.chirpmill.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveformFormatTest {
    private static final StoredWaveform WAVEFORM = new StoredWaveform(new double[] {20, 20.125, 1.0 / 3},
        new double[] {1e-23, -2e-23, Math.PI, 0, Double.MIN_VALUE, -0.0},
        new double[] {0.1, 0.2, 0.30000000000000004, Double.NaN, 1e300, 7});
    private static final double[] PLUS = WAVEFORM.series().get("h_plus");
    private static final double[] CROSS = WAVEFORM.series().get("h_cross");

    @TempDir
    private Path directory;

    @Test
    void csvHasUnitsAndEveryDigit() throws IOException {
        Path file = directory.resolve("w.csv");
        WaveformFormat.save(file, WAVEFORM, false);
        List<String> lines = Files.readAllLines(file);
        assertEquals("frequency [Hz],Re h_plus [1/Hz],Im h_plus [1/Hz],Re h_cross [1/Hz],Im h_cross [1/Hz]",
            lines.getFirst());
        for (int k = 0; k < 3; k++) {
            double[] expected = {WAVEFORM.frequencies()[k], PLUS[2 * k], PLUS[2 * k + 1],
                CROSS[2 * k], CROSS[2 * k + 1]};
            double[] read = Arrays.stream(lines.get(1 + k).split(",")).mapToDouble(Double::parseDouble).toArray();
            assertArrayEquals(expected, read, "line " + (2 + k));
        }
    }

    @Test
    void npzHoldsThreeArraysInNumpysFormat() throws IOException {
        Path file = directory.resolve("w.npz");
        WaveformFormat.save(file, WAVEFORM, false);
        Map<String, double[]> arrays = Map.of("frequencies.npy", WAVEFORM.frequencies(), "h_plus.npy",
            PLUS, "h_cross.npy", CROSS);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(3, zip.size());
            for (Map.Entry<String, double[]> array : arrays.entrySet()) {
                byte[] bytes = zip.getInputStream(zip.getEntry(array.getKey())).readAllBytes();
                ByteBuffer npy = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, Arrays.copyOf(bytes, 8));
                int headerLength = npy.getShort(8);
                assertEquals(0, (10 + headerLength) % 64, "elements are aligned");
                String header = new String(bytes, 10, headerLength, StandardCharsets.ISO_8859_1);
                String type = array.getKey().startsWith("f") ? "<f8" : "<c16";
                assertEquals("{'descr': '" + type + "', 'fortran_order': False, 'shape': (3,), }", header.strip());
                assertEquals('\n', header.charAt(headerLength - 1));
                double[] read = new double[array.getValue().length];
                npy.position(10 + headerLength).slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(read);
                assertArrayEquals(array.getValue(), read, array.getKey());
                assertEquals(10 + headerLength + 8 * read.length, bytes.length);
            }
        }
    }

    @Test
    void hdf5HoldsThreeArrays() throws IOException {
        Path target = directory.resolve("w.h5");
        WaveformFormat.save(target, WAVEFORM, false);
        try (HdfFile file = new HdfFile(target)) {
            assertArrayEquals(WAVEFORM.frequencies(), (double[]) file.getDatasetByPath("frequencies").getData());
            for (Map.Entry<String, double[]> entry : Map.of("h_plus", PLUS, "h_cross", CROSS)
                    .entrySet()) {
                Map<?, ?> parts = (Map<?, ?>) file.getDatasetByPath(entry.getKey()).getData();
                for (int k = 0; k < 3; k++) {
                    assertEquals(entry.getValue()[2 * k], ((double[]) parts.get("r"))[k], entry.getKey() + k);
                    assertEquals(entry.getValue()[2 * k + 1], ((double[]) parts.get("i"))[k], entry.getKey() + k);
                }
            }
        }
    }

    @Test
    void existingFilesAndUnknownExtensionsAreRefused() throws IOException {
        for (String extension : List.of("csv", "npz", "h5")) {
            Path file = Files.writeString(directory.resolve("w." + extension), "precious");
            assertEquals(file + " exists: replace it or choose another name.",
                assertThrows(DatasetException.class, () -> WaveformFormat.save(file, WAVEFORM, false)).getMessage());
            assertEquals("precious", Files.readString(file));
            WaveformFormat.save(file, WAVEFORM, true);
        }
        Path text = directory.resolve("w.txt");
        assertEquals(text + " has no extension that says how to write a waveform: use .h5, .hdf5, .npz or .csv.",
            assertThrows(DatasetException.class, () -> WaveformFormat.save(text, WAVEFORM, false)).getMessage());
        Path nowhere = directory.resolve("no/w.csv");
        assertThrows(DatasetException.class, () -> WaveformFormat.save(nowhere, WAVEFORM, false));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of("w.csv", "w.h5", "w.npz"),
                files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
