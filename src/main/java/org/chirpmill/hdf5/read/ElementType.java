package org.chirpmill.hdf5.read;

import java.util.ArrayList;
import java.util.List;

/** What one element of an array or an attribute is, as its file says. */
public sealed interface ElementType {
    /** Bytes of an element in the file. */
    int bytes();

    /** A number. */
    record Number(NumberFormat format) implements ElementType {
        @Override
        public int bytes() {
            return format.bytes();
        }
    }

    /** A text of fixed length, padded with zeros or spaces. */
    record FixedText(int bytes, boolean paddedWithSpaces) implements ElementType {}

    /** A text of any length, which lies elsewhere in the file. */
    record AnyText(int bytes) implements ElementType {}

    /** A record of several values. */
    record Compound(int bytes, List<Field> fields) implements ElementType {
        /** Copies the list. */
        public Compound {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A value in a record.
     *
     * @param offset its first byte in the record
     */
    record Field(String name, int offset, ElementType type) {}

    /** What Chirpmill has no use for, such as an enumeration or a reference. */
    record Other(int bytes, String what) implements ElementType {}

    /** Whether it is a whole number. */
    default boolean isWhole() {
        return this instanceof Number number && number.format.kind() != NumberFormat.Kind.BINARY;
    }

    /** Where each number of an element lies, those of records in records too; empty where not all of it is numbers. */
    default List<NumberPlace> numbers() {
        List<NumberPlace> places = new ArrayList<>();
        return collect(this, 0, places) ? places : List.of();
    }

    /**
     * A number in an element.
     *
     * @param offset its first byte in the element
     */
    record NumberPlace(int offset, NumberFormat format) {}

    private static boolean collect(ElementType type, int offset, List<NumberPlace> places) {
        return switch (type) {
            case Number number -> places.add(new NumberPlace(offset, number.format));
            case Compound compound -> compound.fields.stream()
                .allMatch(field -> collect(field.type, offset + field.offset, places));
            default -> false;
        };
    }
}
