package org.chirpmill.cli.hostile;

import static org.bytedeco.hdf5.global.hdf5.H5T_COMPOUND;
import static org.bytedeco.hdf5.global.hdf5.H5T_C_S1_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F32BE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F64BE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_OPAQUE;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_B64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I8LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_REF_OBJ_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U64BE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_VARIABLE;
import static org.bytedeco.hdf5.global.hdf5.H5Tarray_create2;
import static org.bytedeco.hdf5.global.hdf5.H5Tcopy;
import static org.bytedeco.hdf5.global.hdf5.H5Tcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Tenum_create;
import static org.bytedeco.hdf5.global.hdf5.H5Tinsert;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_cset;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_size;
import static org.bytedeco.hdf5.global.hdf5.H5Tvlen_create;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.bytedeco.hdf5.global.hdf5;
import org.chirpmill.hdf5.Hdf5;
import org.chirpmill.hdf5.Hdf5Handle;

/**
 * What elements of a dataset or an attribute are.
 *
 * @param name for messages
 * @param bytes of one
 * @param maker has the HDF5 library make it
 */
record ElementType(String name, long bytes, Maker maker) {
    static final ElementType F8 = of("f8", 8, () -> H5T_IEEE_F64LE_g());
    static final ElementType F4 = of("f4", 4, () -> H5T_IEEE_F32LE_g());
    static final ElementType BIG_ENDIAN_F8 = of(">f8", 8, () -> H5T_IEEE_F64BE_g());
    static final ElementType BIG_ENDIAN_F4 = of(">f4", 4, () -> H5T_IEEE_F32BE_g());
    static final ElementType I8 = of("i8", 8, () -> H5T_STD_I64LE_g());
    static final ElementType I4 = of("i4", 4, () -> H5T_STD_I32LE_g());
    static final ElementType I1 = of("i1", 1, () -> H5T_STD_I8LE_g());
    static final ElementType BIG_ENDIAN_U8 = of(">u8", 8, () -> H5T_STD_U64BE_g());
    static final ElementType BITS = of("64 bits", 8, () -> H5T_STD_B64LE_g());
    static final ElementType REFERENCE = of("references", 8, () -> H5T_STD_REF_OBJ_g());
    static final ElementType TEXT = new ElementType("texts", 16, () -> sized(H5T_C_S1_g(), H5T_VARIABLE));
    static final ElementType C8 = complex(F4);
    static final ElementType C16 = complex(F8);
    static final ElementType EMPTY_ENUM = new ElementType("an enumeration of nothing", 4,
        () -> make(() -> H5Tenum_create(H5T_STD_I32LE_g())));

    /** Has the HDF5 library make a type. */
    interface Maker {
        Hdf5Handle make() throws IOException;
    }

    /** One of a record's fields. */
    record Field(String name, ElementType type) { }

    Hdf5Handle make() throws IOException {
        return maker.make();
    }

    static ElementType text(int bytes) {
        return new ElementType("texts of " + bytes + " bytes", bytes, () -> sized(H5T_C_S1_g(), bytes));
    }

    static ElementType opaque(int bytes) {
        return new ElementType("opaque", bytes, () -> make(() -> H5Tcreate(H5T_OPAQUE, bytes)));
    }

    static ElementType list(ElementType of) {
        return new ElementType("lists of " + of.name, 16, () -> {
            try (Hdf5Handle element = of.make()) {
                return make(() -> H5Tvlen_create(element.id()));
            }
        });
    }

    static ElementType array(ElementType of, long count) {
        return new ElementType("arrays of " + count + " " + of.name, count * of.bytes, () -> {
            try (Hdf5Handle element = of.make()) {
                return make(() -> H5Tarray_create2(element.id(), 1, new long[] {count}));
            }
        });
    }

    static ElementType complex(ElementType part) {
        return record(List.of(new Field("r", part), new Field("i", part)));
    }

    /** A record of fields of one type. */
    static ElementType columns(ElementType type, Stream<String> names) {
        return record(names.map(name -> new Field(name, type)).toList());
    }

    static ElementType record(List<Field> fields) {
        long bytes = fields.stream().mapToLong(field -> field.type.bytes).sum();
        String name = "records of " + (fields.size() > 3 ? fields.size() + " fields" : fields.stream()
            .map(field -> field.type.name).toList());
        return new ElementType(name, bytes, () -> {
            Hdf5Handle compound = make(() -> H5Tcreate(H5T_COMPOUND, bytes));
            long offset = 0;
            for (Field field : fields) {
                long at = offset;
                try (Hdf5Handle member = field.type.make()) {
                    Hdf5.call("add a field", field.name,
                        text -> H5Tinsert(compound.id(), text, at, member.id()));
                }
                offset += field.type.bytes;
            }
            return compound;
        });
    }

    private static ElementType of(String name, long bytes, LongSupplier predefined) {
        return new ElementType(name, bytes, () -> make(() -> H5Tcopy(predefined.getAsLong())));
    }

    private static Hdf5Handle make(LongSupplier call) throws IOException {
        return Hdf5Handle.of("make a type", call);
    }

    private static Hdf5Handle sized(long text, long bytes) throws IOException {
        Hdf5Handle type = make(() -> H5Tcopy(text));
        Hdf5.call("size a text", () -> H5Tset_size(type.id(), bytes));
        Hdf5.call("set a character set", () -> H5Tset_cset(type.id(), hdf5.H5T_CSET_UTF8));
        return type;
    }
}
