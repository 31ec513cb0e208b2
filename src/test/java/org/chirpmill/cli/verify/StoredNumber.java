package org.chirpmill.cli.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A double in the bytes of a file. */
final class StoredNumber {
    private StoredNumber() {}

    /** Replaces the first place where the number stands. */
    static void replace(byte[] file, double number, double other) {
        byte[] sought = bytes(number);
        for (int at = 0; at + Double.BYTES <= file.length; at++) {
            if (Arrays.equals(file, at, at + Double.BYTES, sought, 0, Double.BYTES)) {
                System.arraycopy(bytes(other), 0, file, at, Double.BYTES);
                return;
            }
        }
        throw new AssertionError(number + " is not in the file");
    }

    private static byte[] bytes(double number) {
        return ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(number).array();
    }
}
