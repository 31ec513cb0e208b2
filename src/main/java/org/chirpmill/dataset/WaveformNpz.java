package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * numpy's {@code .npz}: a zip file with one {@code .npy} an array, {@code frequencies} (float64) and the complex
 * series (complex128). Entries are stored plainly, since the digits of waveforms hardly compress, and dated
 * alike, so that equal waveforms make equal files.
 */
record WaveformNpz() implements WaveformFormat {
    /** The earliest date that zip files know. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public void write(Path file, StoredWaveform waveform) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            int bins = waveform.frequencies().length;
            store(zip, "frequencies", NpyArray.real(waveform.frequencies(), bins));
            for (Map.Entry<String, double[]> series : waveform.series().entrySet()) {
                store(zip, series.getKey(), NpyArray.complex(series.getValue(), bins));
            }
        }
    }

    private static void store(ZipOutputStream zip, String name, byte[] npy) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(npy);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(DATE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(npy.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(npy);
        zip.closeEntry();
    }
}
