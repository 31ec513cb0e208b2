package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5File;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;
import org.chirpmill.rows.Precision;

/** HDF5 with the datasets {@code frequencies} (float64) and the complex series (complex128). */
record WaveformHdf5() implements WaveformFormat {
    @Override
    public void write(Path file, StoredWaveform waveform) throws IOException {
        try (Hdf5File hdf5 = Hdf5File.create(file); Hdf5Handle real = Hdf5Types.real();
                Hdf5Handle complex = Hdf5Types.complex(Precision.DOUBLE)) {
            int bins = waveform.frequencies().length;
            write(hdf5.root(), "frequencies", real, bins, waveform.frequencies());
            for (Map.Entry<String, double[]> series : waveform.series().entrySet()) {
                write(hdf5.root(), series.getKey(), complex, bins, series.getValue());
            }
        }
    }

    private static void write(Hdf5Group root, String name, Hdf5Handle type, int bins, double[] values)
            throws IOException {
        try (Hdf5Dataset dataset = Hdf5Dataset.create(root, name, type, bins);
                DoublePointer buffer = new DoublePointer(values)) {
            dataset.write(type, 0, bins, buffer);
        }
    }
}
