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
    @Override
    public void write(Path file, StoredWaveform waveform) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("frequency [Hz]");
            for (String name : waveform.series().keySet()) {
                out.write(",Re " + name + " [1/Hz],Im " + name + " [1/Hz]");
            }
            out.write("\n");
            for (int k = 0; k < waveform.frequencies().length; k++) {
                out.write(String.valueOf(waveform.frequencies()[k]));
                for (double[] series : waveform.series().values()) {
                    out.write("," + series[2 * k] + "," + series[2 * k + 1]);
                }
                out.write("\n");
            }
        }
    }
}
