package org.chirpmill.hdf5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.hdf5.global.hdf5.H5Aget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Aread;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Dread;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;
import static org.bytedeco.hdf5.global.hdf5.H5T_STRING;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_class;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_size;
import static org.bytedeco.hdf5.global.hdf5.H5Tis_variable_str;
import static org.bytedeco.hdf5.global.hdf5.H5free_memory;

import java.io.IOException;
import java.util.function.ToLongFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Texts in files, of variable length (what h5py writes for a Python str) or fixed length (what other tools write).
 * A text of variable length lies in the file's global heap, so it may exceed the 64 KiB of an ordinary attribute.
 */
public final class Hdf5Text {
    private Hdf5Text() {}

    static boolean isAttributeText(Hdf5Handle attribute) throws IOException {
        try (Hdf5Handle type = Hdf5Handle.of("ask for a type", () -> H5Aget_type(attribute.id()))) {
            return isText(type);
        }
    }

    static String readAttribute(Hdf5Handle attribute, String name) throws IOException {
        try (Hdf5Handle type = Hdf5Handle.of("ask for a type", () -> H5Aget_type(attribute.id()))) {
            return read("attribute '" + name + "'", type, buffer -> H5Aread(attribute.id(), type.id(), buffer));
        }
    }

    static String readScalar(Hdf5Handle dataset, String name) throws IOException {
        try (Hdf5Handle type = Hdf5Handle.of("ask for a type", () -> H5Dget_type(dataset.id()))) {
            return read("dataset '" + name + "'", type,
                buffer -> H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, buffer));
        }
    }

    static void writeAttribute(Hdf5Handle attribute, Hdf5Handle type, String text) throws IOException {
        write(text, value -> H5Awrite(attribute.id(), type.id(), value));
    }

    static void writeScalar(Hdf5Handle dataset, Hdf5Handle type, String text) throws IOException {
        write(text, value -> H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, value));
    }

    private static boolean isText(Hdf5Handle type) throws IOException {
        return Hdf5.call("ask for a class", () -> H5Tget_class(type.id())) == H5T_STRING;
    }

    private static String read(String what, Hdf5Handle type, ToLongFunction<Pointer> call) throws IOException {
        if (!isText(type)) {
            throw new IOException("could not read " + what + ": it is no text");
        }
        if (Hdf5.call("ask for a length", () -> H5Tis_variable_str(type.id())) > 0) {
            try (PointerPointer<BytePointer> buffer = new PointerPointer<>(1)) {
                Hdf5.call("read " + what, () -> call.applyAsLong(buffer));
                BytePointer text = buffer.get(BytePointer.class, 0);
                if (text == null) {
                    return "";
                }
                String value = text.getString(UTF_8);
                Hdf5.call("free a text", () -> H5free_memory(text));
                return value;
            }
        }
        byte[] bytes = new byte[(int) Hdf5.call("ask for a size", () -> H5Tget_size(type.id()))];
        try (BytePointer buffer = new BytePointer(bytes.length)) {
            Hdf5.call("read " + what, () -> call.applyAsLong(buffer));
            buffer.get(bytes);
        }
        return decodePadded(bytes, 0, bytes.length);
    }

    /** Decodes UTF-8 up to the first zero. */
    public static String decodePadded(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, UTF_8);
    }

    private static void write(String text, ToLongFunction<Pointer> call) throws IOException {
        try (BytePointer characters = new BytePointer(text, UTF_8);
                PointerPointer<BytePointer> value = new PointerPointer<>(1)) {
            value.put(0, characters);
            Hdf5.call("write a text", () -> call.applyAsLong(value));
        }
    }
}
