package org.chirpmill.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Comma-separated values: a header line with units, then a line a frequency. Numbers have as many digits as it takes
 * to read the same double back.
 */
record WaveformCsv() implements WaveformFormat {
    private static final String HEADER =
        "frequency [Hz],Re h_plus [1/Hz],Im h_plus [1/Hz],Re h_cross [1/Hz],Im h_cross [1/Hz]\n";

    @Override
    public void write(Path file, StoredWaveform waveform) throws IOException {
        double[] plus = waveform.plus();
        double[] cross = waveform.cross();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int k = 0; k < waveform.frequencies().length; k++) {
                int re = 2 * k;
                int im = re + 1;
                out.write(waveform.frequencies()[k] + "," + plus[re] + "," + plus[im] + "," + cross[re] + ","
                    + cross[im] + "\n");
            }
        }
    }
}
