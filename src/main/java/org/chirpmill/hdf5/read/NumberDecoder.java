package org.chirpmill.hdf5.read;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Turns elements that are numbers, or records of such, into doubles. */
final class NumberDecoder {
    private final int elementBytes;
    private final List<ElementType.NumberPlace> places;
    private final boolean doubles;
    private final boolean floats;

    NumberDecoder(ElementType type) {
        elementBytes = type.bytes();
        places = type.numbers();
        doubles = isPacked(Double.BYTES);
        floats = isPacked(Float.BYTES);
    }

    /** How many numbers an element is; 0 where it is something else. */
    int parts() {
        return places.size();
    }

    /** Whether elements lie as the machine has an array of floats or doubles of so many bytes. */
    boolean isPacked(int numberBytes) {
        for (int k = 0; k < places.size(); k++) {
            if (places.get(k).offset() != k * numberBytes || !places.get(k).format().isNativeBinary(numberBytes)) {
                return false;
            }
        }
        return elementBytes == places.size() * numberBytes;
    }

    /** Decodes elements that begin at a byte of a segment into the whole of an array. */
    void decode(MemorySegment bytes, long from, double[] numbers) {
        if (doubles) {
            MemorySegment.copy(bytes, ValueLayout.JAVA_DOUBLE_UNALIGNED, from, numbers, 0, numbers.length);
        } else if (floats) {
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = bytes.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from + (long) k * Float.BYTES);
            }
        } else {
            decodeOneByOne(bytes, from, numbers);
        }
    }

    private void decodeOneByOne(MemorySegment bytes, long from, double[] numbers) {
        long at = from;
        for (int k = 0; k < numbers.length; at += elementBytes) {
            for (ElementType.NumberPlace place : places) {
                numbers[k++] = place.format().read(bytes, at + place.offset());
            }
        }
    }
}
