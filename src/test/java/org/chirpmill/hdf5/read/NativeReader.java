package org.chirpmill.hdf5.read;

import static org.bytedeco.hdf5.global.hdf5.H5Dopen2;
import static org.bytedeco.hdf5.global.hdf5.H5Dread;
import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDONLY;
import static org.bytedeco.hdf5.global.hdf5.H5Fclose;
import static org.bytedeco.hdf5.global.hdf5.H5Fopen;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.chirpmill.hdf5.Hdf5;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.Hdf5Types;

/** The HDF5 library as an independent reader of files that are known to be sound. */
final class NativeReader {
    private NativeReader() {}

    /** Reads a whole array of so many doubles; of records, the named fields are read, which make up the record. */
    static double[] doubles(Path path, String array, List<String> fields, int count) throws IOException {
        long file = Hdf5.call("open", path.toString(), name -> H5Fopen(name, H5F_ACC_RDONLY, H5P_DEFAULT));
        try (Hdf5Handle dataset = Hdf5Handle.of("open", array, name -> H5Dopen2(file, name, H5P_DEFAULT));
                Hdf5Handle type = fields.isEmpty() ? Hdf5Types.real() : Hdf5Types.columns(fields);
                DoublePointer buffer = new DoublePointer(Math.max(1, count))) {
            Hdf5.call("read", () -> H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, buffer));
            double[] numbers = new double[count];
            buffer.get(numbers);
            return numbers;
        } finally {
            Hdf5.call("close", () -> H5Fclose(file));
        }
    }
}
