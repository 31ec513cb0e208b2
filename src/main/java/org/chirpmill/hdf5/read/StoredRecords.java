package org.chirpmill.hdf5.read;

import java.lang.foreign.MemorySegment;

/** Some records of an array, read whole, of which fields are asked for by their numbers. */
public final class StoredRecords {
    private final ElementType.Compound type;
    private final byte[] bytes;

    StoredRecords(ElementType.Compound type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    private int at(int record, int field) {
        return record * type.bytes() + type.fields().get(field).offset();
    }

    /** The whole number in a field that holds one. */
    public long whole(int record, int field) {
        ElementType.Number number = (ElementType.Number) type.fields().get(field).type();
        return number.format().readWhole(MemorySegment.ofArray(bytes), at(record, field));
    }

    /** The text in a field that holds one of fixed length. */
    public String text(int record, int field) {
        return StoredValue.upToZero(bytes, at(record, field), type.fields().get(field).type().bytes());
    }
}
