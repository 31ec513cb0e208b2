package org.chirpmill.hdf5.read;

import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.CompoundDataType.CompoundDataMember;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.StringData.PaddingType;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a file's type descriptions mean here. */
final class ElementTypes {
    private ElementTypes() {}

    static ElementType of(DataType type) {
        if (type.getSize() < 1) {
            throw new FileBytes.BeyondBoundsException("a type has elements of " + type.getSize() + " bytes");
        }
        return switch (type) {
            case FloatingPoint binary when isIeee(binary) ->
                number(NumberFormat.Kind.BINARY, type, binary.getByteOrder());
            case FixedPoint whole when isPlain(whole) -> number(
                whole.isSigned() ? NumberFormat.Kind.SIGNED : NumberFormat.Kind.UNSIGNED, type, whole.getByteOrder());
            case StringData text ->
                new ElementType.FixedText(text.getSize(), text.getPaddingType() == PaddingType.SPACE_PADDED);
            case VariableLength text when text.isVariableLengthString() -> new ElementType.AnyText(text.getSize());
            case CompoundDataType compound -> compound(compound);
            default -> new ElementType.Other(type.getSize(), type.getClass().getSimpleName());
        };
    }

    /** For messages: what several of them are called. */
    static String word(ElementType type) {
        return switch (type) {
            case ElementType.Number _ -> "numbers";
            case ElementType.FixedText _, ElementType.AnyText _ -> "texts";
            case ElementType.Compound _ -> "records";
            case ElementType.Other other -> other.what();
        };
    }

    private static ElementType number(NumberFormat.Kind kind, DataType type, ByteOrder order) {
        return new ElementType.Number(new NumberFormat(kind, type.getSize(), order));
    }

    private static ElementType compound(CompoundDataType compound) {
        List<ElementType.Field> fields = new ArrayList<>();
        for (CompoundDataMember member : compound.getMembers()) {
            ElementType type = of(member.getDataType());
            if (member.getOffset() < 0 || member.getOffset() > compound.getSize() - type.bytes()) {
                throw new FileBytes.BeyondBoundsException(
                    "field '" + member.getName() + "' lies outside of its record");
            }
            fields.add(new ElementType.Field(member.getName(), member.getOffset(), type));
        }
        requireApart(fields);
        return new ElementType.Compound(compound.getSize(), fields);
    }

    /** Fields of a record have bytes and names of their own. */
    private static void requireApart(List<ElementType.Field> fields) {
        List<ElementType.Field> inOrder = new ArrayList<>(fields);
        inOrder.sort(Comparator.comparing(ElementType.Field::offset));
        int end = 0;
        for (ElementType.Field field : inOrder) {
            if (field.offset() < end) {
                throw new FileBytes.BeyondBoundsException("field '" + field.name() + "' lies on another one");
            }
            end = field.offset() + field.type().bytes();
        }
        if (fields.stream().map(ElementType.Field::name).distinct().count() < fields.size()) {
            throw new FileBytes.BeyondBoundsException("two fields of a record have the same name");
        }
    }

    /** The layouts of binary16, binary32 and binary64 in IEEE 754-2019, table 3.5. */
    private static boolean isIeee(FloatingPoint type) {
        return switch (type.getSize()) {
            case Short.BYTES -> hasLayout(type, 10, 5, 15);
            case Float.BYTES -> hasLayout(type, 23, 8, 127);
            case Double.BYTES -> hasLayout(type, 52, 11, 1023);
            default -> false;
        };
    }

    private static boolean hasLayout(FloatingPoint type, int mantissaBits, int exponentBits, int bias) {
        return type.getBitOffset() == 0 && type.getBitPrecision() == Byte.SIZE * type.getSize()
            && type.getMantissaLocation() == 0 && type.getMantissaSize() == mantissaBits
            && type.getExponentLocation() == mantissaBits && type.getExponentSize() == exponentBits
            && type.getExponentBias() == bias && type.getSignLocation() == Byte.SIZE * type.getSize() - 1;
    }

    private static boolean isPlain(FixedPoint type) {
        int bytes = type.getSize();
        return Integer.bitCount(bytes) == 1 && bytes <= Long.BYTES && type.getBitOffset() == 0
            && type.getBitPrecision() == Byte.SIZE * bytes;
    }
}
