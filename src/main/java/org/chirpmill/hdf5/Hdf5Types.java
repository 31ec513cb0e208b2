package org.chirpmill.hdf5;

import static org.bytedeco.hdf5.global.hdf5.H5T_COMPOUND;
import static org.bytedeco.hdf5.global.hdf5.H5T_CSET_UTF8;
import static org.bytedeco.hdf5.global.hdf5.H5T_C_S1_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_DOUBLE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_FLOAT_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_INT32_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_INT64_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_ORDER_BE;
import static org.bytedeco.hdf5.global.hdf5.H5T_ORDER_LE;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I16LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I8LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U8LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STR_NULLPAD;
import static org.bytedeco.hdf5.global.hdf5.H5T_STR_SPACEPAD;
import static org.bytedeco.hdf5.global.hdf5.H5T_VARIABLE;
import static org.bytedeco.hdf5.global.hdf5.H5Tcopy;
import static org.bytedeco.hdf5.global.hdf5.H5Tcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Tinsert;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_cset;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_order;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_size;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_strpad;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import org.chirpmill.rows.Precision;

/**
 * The element types of our files, as h5py writes those of numpy, in the machine's byte order. They are obtained from
 * the library's {@code _g} variables: the bindings' constants of the plain names are cut to 32 bits.
 */
public final class Hdf5Types {
    /** Bytes of a rejected row's index and attempt, which precede its reason. */
    public static final int REJECTION_HEAD_BYTES = Long.BYTES + Integer.BYTES;

    private Hdf5Types() {}

    /** A float64 of numpy. */
    public static Hdf5Handle real() throws IOException {
        return copy(H5T_NATIVE_DOUBLE_g());
    }

    /** numpy's complex64 or complex128: a compound of {@code r} and {@code i}. */
    public static Hdf5Handle complex(Precision precision) throws IOException {
        long part = precision == Precision.SINGLE ? H5T_NATIVE_FLOAT_g() : H5T_NATIVE_DOUBLE_g();
        Hdf5Handle type = compound(precision.complexBytes());
        insert(type, "r", 0, part);
        insert(type, "i", precision.bytes(), part);
        return type;
    }

    /** A numpy record of float64 fields without padding. */
    public static Hdf5Handle columns(List<String> names) throws IOException {
        Hdf5Handle type = compound((long) names.size() * Double.BYTES);
        for (int k = 0; k < names.size(); k++) {
            insert(type, names.get(k), (long) k * Double.BYTES, H5T_NATIVE_DOUBLE_g());
        }
        return type;
    }

    /** A binary number of IEEE 754 of 4 or 8 bytes. */
    public static Hdf5Handle binary(int bytes, ByteOrder order) throws IOException {
        return ordered(bytes == Float.BYTES ? H5T_IEEE_F32LE_g() : H5T_IEEE_F64LE_g(), order);
    }

    /** A whole number of 1, 2, 4 or 8 bytes. */
    public static Hdf5Handle whole(boolean signed, int bytes, ByteOrder order) throws IOException {
        return ordered(switch (bytes) {
            case Byte.BYTES -> signed ? H5T_STD_I8LE_g() : H5T_STD_U8LE_g();
            case Short.BYTES -> signed ? H5T_STD_I16LE_g() : H5T_STD_U16LE_g();
            case Integer.BYTES -> signed ? H5T_STD_I32LE_g() : H5T_STD_U32LE_g();
            default -> signed ? H5T_STD_I64LE_g() : H5T_STD_U64LE_g();
        }, order);
    }

    private static Hdf5Handle ordered(long predefined, ByteOrder order) throws IOException {
        Hdf5Handle type = copy(predefined);
        Hdf5.call("set a byte order",
            () -> H5Tset_order(type.id(), order == ByteOrder.BIG_ENDIAN ? H5T_ORDER_BE : H5T_ORDER_LE));
        return type;
    }

    /** A UTF-8 text of so many bytes, padded with zeros or spaces. */
    public static Hdf5Handle fixedText(int bytes, boolean paddedWithSpaces) throws IOException {
        Hdf5Handle type = text(bytes);
        Hdf5.call("pad a text",
            () -> H5Tset_strpad(type.id(), paddedWithSpaces ? H5T_STR_SPACEPAD : H5T_STR_NULLPAD));
        return type;
    }

    /** A record of so many bytes without fields. */
    public static Hdf5Handle record(int bytes) throws IOException {
        return compound(bytes);
    }

    /** Adds a field to a record. */
    public static void addField(Hdf5Handle record, String name, int offset, Hdf5Handle type) throws IOException {
        insert(record, name, offset, type.id());
    }

    /** A rejected row: its index, the attempt, and the reason in {@code reasonBytes} bytes, padded with zeros. */
    public static Hdf5Handle rejection(int reasonBytes) throws IOException {
        Hdf5Handle type = compound((long) REJECTION_HEAD_BYTES + reasonBytes);
        insert(type, "row", 0, H5T_NATIVE_INT64_g());
        insert(type, "attempt", Long.BYTES, H5T_NATIVE_INT32_g());
        try (Hdf5Handle reason = fixedText(reasonBytes, false)) {
            insert(type, "reason", REJECTION_HEAD_BYTES, reason.id());
        }
        return type;
    }

    /** A Python str: UTF-8 of any length. */
    public static Hdf5Handle text() throws IOException {
        return text(H5T_VARIABLE);
    }

    private static Hdf5Handle text(long bytes) throws IOException {
        Hdf5Handle type = copy(H5T_C_S1_g());
        Hdf5.call("size a text", () -> H5Tset_size(type.id(), bytes));
        Hdf5.call("set a character set", () -> H5Tset_cset(type.id(), H5T_CSET_UTF8));
        return type;
    }

    private static Hdf5Handle copy(long predefined) throws IOException {
        return Hdf5Handle.of("copy a type", () -> H5Tcopy(predefined));
    }

    private static Hdf5Handle compound(long bytes) throws IOException {
        return Hdf5Handle.of("create a compound type", () -> H5Tcreate(H5T_COMPOUND, bytes));
    }

    private static void insert(Hdf5Handle compound, String field, long offset, long type) throws IOException {
        Hdf5.call("add field '" + field + "'", field, name -> H5Tinsert(compound.id(), name, offset, type));
    }
}
