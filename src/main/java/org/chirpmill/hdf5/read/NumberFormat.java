package org.chirpmill.hdf5.read;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * How a number is written.
 *
 * @param kind IEEE 754 binary or whole
 * @param bytes 2, 4 or 8 of a binary, 1, 2, 4 or 8 of a whole one
 */
public record NumberFormat(Kind kind, int bytes, ByteOrder order) {
    private static final int UNSIGNED_BYTE = 0xff;
    private static final int UNSIGNED_SHORT = 0xffff;
    private static final long UNSIGNED_INT = 0xffff_ffffL;

    /** What the bytes mean. */
    public enum Kind { BINARY, SIGNED, UNSIGNED }

    /** The number at a byte of a segment, as the nearest double. */
    double read(MemorySegment bytesOfFile, long at) {
        if (kind == Kind.BINARY) {
            return switch (bytes) {
                case Short.BYTES -> Float.float16ToFloat(shortAt(bytesOfFile, at));
                case Float.BYTES -> Float.intBitsToFloat(intAt(bytesOfFile, at));
                default -> Double.longBitsToDouble(longAt(bytesOfFile, at));
            };
        }
        long whole = readWhole(bytesOfFile, at);
        return kind == Kind.UNSIGNED && bytes == Long.BYTES ? unsigned(whole) : whole;
    }

    /** The bits of a whole number, as a long. */
    long readWhole(MemorySegment bytesOfFile, long at) {
        boolean signed = kind == Kind.SIGNED;
        return switch (bytes) {
            case Byte.BYTES -> signed ? byteAt(bytesOfFile, at) : byteAt(bytesOfFile, at) & UNSIGNED_BYTE;
            case Short.BYTES -> signed ? shortAt(bytesOfFile, at) : shortAt(bytesOfFile, at) & UNSIGNED_SHORT;
            case Integer.BYTES -> signed ? intAt(bytesOfFile, at) : intAt(bytesOfFile, at) & UNSIGNED_INT;
            default -> longAt(bytesOfFile, at);
        };
    }

    /** Halves it first, with the last bit kept for rounding, where the sign is taken. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }

    private static byte byteAt(MemorySegment segment, long at) {
        return segment.get(ValueLayout.JAVA_BYTE, at);
    }

    private short shortAt(MemorySegment segment, long at) {
        return segment.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at);
    }

    private int intAt(MemorySegment segment, long at) {
        return segment.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at);
    }

    private long longAt(MemorySegment segment, long at) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
    }

    /** Whether it is what the machine calls a float or a double. */
    boolean isNativeBinary(int wanted) {
        return kind == Kind.BINARY && bytes == wanted && order == ByteOrder.nativeOrder();
    }
}
