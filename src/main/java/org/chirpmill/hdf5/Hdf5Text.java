package org.chirpmill.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;

import java.io.IOException;
import java.util.function.ToLongFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Texts of variable length, as h5py writes a Python str. They lie in the file's global heap, so they may exceed the
 * 64 KiB of an ordinary attribute.
 */
final class Hdf5Text {
    private Hdf5Text() {}

    static void writeAttribute(Hdf5Handle attribute, Hdf5Handle type, String text) throws IOException {
        write(text, value -> H5Awrite(attribute.id(), type.id(), value));
    }

    static void writeScalar(Hdf5Handle dataset, Hdf5Handle type, String text) throws IOException {
        write(text, value -> H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, value));
    }

    private static void write(String text, ToLongFunction<Pointer> call) throws IOException {
        try (BytePointer characters = new BytePointer(text, UTF_8);
                PointerPointer<BytePointer> value = new PointerPointer<>(1)) {
            value.put(0, characters);
            Hdf5.call("write a text", () -> call.applyAsLong(value));
        }
    }
}
