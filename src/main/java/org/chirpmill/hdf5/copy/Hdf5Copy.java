package org.chirpmill.hdf5.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bytedeco.javacpp.BytePointer;
import org.chirpmill.hdf5.Hdf5Dataset;
import org.chirpmill.hdf5.Hdf5Group;
import org.chirpmill.hdf5.Hdf5Handle;
import org.chirpmill.hdf5.read.ElementType;
import org.chirpmill.hdf5.read.StoredArray;
import org.chirpmill.hdf5.read.StoredGroup;
import org.chirpmill.hdf5.read.StoredValue;

/**
 * Lays out anew what another file holds: groups, attributes, arrays of numbers, texts and records of both, each array
 * in one piece, without compression. The HDF5 library is told what to make and never sees the other file. What could
 * not be made the same is refused, never left out.
 */
public final class Hdf5Copy {
    private static final int BYTES_AT_ONCE = 1 << 20;
    private static final int DEEPEST = 8;

    private final Predicate<String> leftOut;

    private Hdf5Copy(Predicate<String> leftOut) {
        this.leftOut = leftOut;
    }

    /**
     * Copies a group's attributes and members into another.
     *
     * @param leftOut tells of a member's path, such as {@code /svd/mismatches}, whether it is not copied
     */
    public static void copy(StoredGroup from, Hdf5Group to, Predicate<String> leftOut) throws IOException {
        new Hdf5Copy(leftOut).copy(from, to, 1);
    }

    private void copy(StoredGroup from, Hdf5Group to, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw from.refusal("its groups hold groups more than " + DEEPEST + " deep");
        }
        for (String name : from.members()) {
            String path = from.path() + name;
            if (leftOut.test(path)) {
                continue;
            }
            if (from.hasGroup(name)) {
                try (Hdf5Group group = to.createGroup(name)) {
                    copy(from.group(name), group, depth + 1);
                }
            } else {
                copyArray(from, from.array(name), path, to);
            }
        }
        // Last: where the disk is full by now, texts that wait to be written would crash the library as it ends.
        for (Map.Entry<String, StoredValue> attribute : from.attributes().entrySet()) {
            copyAttribute(from, attribute.getKey(), attribute.getValue(), to);
        }
    }

    private static void copyAttribute(StoredGroup from, String name, StoredValue value, Hdf5Group to)
            throws IOException {
        if (value.isText()) {
            to.putText(name, from.text(name).orElseThrow());
            return;
        }
        try (Hdf5Handle type = required(CopiedType.of(value.type()), from, "attribute '" + name + "'");
                BytePointer content = pointer(value.content())) {
            to.put(name, type, value.extent(), content);
        }
    }

    private static void copyArray(StoredGroup from, StoredArray array, String path, Hdf5Group to) throws IOException {
        if (array.hasAttributes()) {
            throw from.refusal("'" + path + "' has attributes of its own, which would be lost");
        }
        if (array.type() instanceof ElementType.AnyText && array.extent().length == 0) {
            Hdf5Dataset.createText(to, array.name(), array.text());
            return;
        }
        try (Hdf5Handle type = required(CopiedType.of(array.type()), from, "'" + path + "'");
                Hdf5Dataset copy = Hdf5Dataset.create(to, array.name(), type, array.extent())) {
            copyRows(array, type, copy);
        }
    }

    private static void copyRows(StoredArray array, Hdf5Handle type, Hdf5Dataset copy) throws IOException {
        int rowsAtOnce = Math.max(1, BYTES_AT_ONCE / Math.max(1, array.rowBytes()));
        for (long first = 0; first < array.rows(); first += rowsAtOnce) {
            int count = (int) Math.min(rowsAtOnce, array.rows() - first);
            try (BytePointer rows = pointer(ByteBuffer.wrap(array.bytes(first, count)))) {
                if (array.extent().length == 0) {
                    copy.writeScalar(type, rows);
                } else {
                    copy.write(type, first, count, rows);
                }
            }
        }
    }

    private static Hdf5Handle required(Optional<Hdf5Handle> type, StoredGroup group, String what) throws IOException {
        return type.orElseThrow(() -> group.refusal(what + " is of a type that cannot be copied"));
    }

    private static BytePointer pointer(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return new BytePointer(bytes);
    }
}
