package org.chirpmill.hdf5.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jhdf.GlobalHeap;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A small value that was read whole: an attribute, or a scalar's content.
 *
 * @param type of one element
 * @param extent its dimensions; empty for a scalar
 * @param content the elements' bytes
 */
public record StoredValue(ElementType type, long[] extent, ByteBuffer content) {
    /** A settings file of DINGO's has 2,000 characters. */
    private static final int LONGEST_TEXT = 1 << 24;

    /** How many elements it has. */
    long elements() {
        return Arrays.stream(extent).reduce(1, Math::multiplyExact);
    }

    /** Whether it is one text. */
    public boolean isText() {
        return elements() == 1 && (type instanceof ElementType.FixedText || type instanceof ElementType.AnyText);
    }

    /** The text, where it is one and no other number of them. */
    String text(FileBytes bytes) {
        ByteBuffer characters = switch (type) {
            case ElementType.FixedText _ -> content.duplicate();
            case ElementType.AnyText(int length) -> inHeap(bytes, length);
            default -> throw new IllegalStateException("no text");
        };
        if (characters.remaining() > LONGEST_TEXT) {
            throw new FileBytes.BeyondBoundsException("a text of " + characters.remaining() + " bytes is longer than "
                + LONGEST_TEXT);
        }
        byte[] text = new byte[characters.remaining()];
        characters.get(text);
        String decoded = upToZero(text, 0, text.length);
        return type instanceof ElementType.FixedText(int _, boolean spaces) && spaces
            ? decoded.stripTrailing() : decoded;
    }

    /** The length, the heap's address and the number in it (HDF5 File Format Specification 3.0, section IV.A.2.d). */
    private ByteBuffer inHeap(FileBytes bytes, int descriptorBytes) {
        ByteBuffer descriptor = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (descriptorBytes != Integer.BYTES + bytes.getSizeOfOffsets() + Integer.BYTES
                || bytes.getSizeOfOffsets() != Long.BYTES) {
            throw new FileBytes.BeyondBoundsException("a text is found by " + descriptorBytes + " bytes");
        }
        int length = descriptor.getInt();
        long address = descriptor.getLong();
        int number = descriptor.getInt();
        if (number == 0 || length == 0) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer text = new GlobalHeap(bytes, address).getObjectData(number);
        if (length < 0 || length > text.remaining()) {
            throw new FileBytes.BeyondBoundsException("a text of " + length + " bytes is kept in " + text.remaining());
        }
        return text.limit(length);
    }

    /** Whether it is one number. */
    boolean isNumber() {
        return elements() == 1 && type instanceof ElementType.Number;
    }

    double number() {
        return ((ElementType.Number) type).format().read(MemorySegment.ofBuffer(content), 0);
    }

    /** Decodes UTF-8 up to the first zero. */
    static String upToZero(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, UTF_8);
    }
}
