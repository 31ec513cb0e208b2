package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 *
 * <p>An npy file of format 1.0 is the six bytes {@code \x93NUMPY}, the version 1 0, the length of the header as a
 * little-endian 16-bit number, the header, a Python dict literal that spaces and a newline fill up to a multiple of 64
 * bytes from the file's beginning, and the elements (numpy's {@code numpy.lib.format} documents it).
 */
record WaveformNpz() implements WaveformFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    /** The earliest date that zip files know. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public void write(Path file, StoredWaveform waveform) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            int bins = waveform.frequencies().length;
            store(zip, "frequencies", npy("<f8", bins, waveform.frequencies()));
            for (Map.Entry<String, double[]> series : waveform.series().entrySet()) {
                store(zip, series.getKey(), npy("<c16", bins, series.getValue()));
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

    private static byte[] npy(String elementType, int elements, double[] values) {
        String dict = "{'descr': '" + elementType + "', 'fortran_order': False, 'shape': (" + elements + ",), }";
        int unpadded = MAGIC.length + Short.BYTES + dict.length() + 1;
        int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        String header = dict + " ".repeat(padding) + "\n";
        ByteBuffer npy = ByteBuffer.allocate(unpadded + padding + values.length * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
        npy.put(MAGIC).putShort((short) header.length()).put(header.getBytes(ISO_8859_1));
        npy.asDoubleBuffer().put(values);
        return npy.array();
    }
}
