package org.chirpmill.compression;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells numbers from other numbers by a short text. */
final class Fingerprint {
    private static final int NUMBERS_AT_ONCE = 4096;
    private static final int BYTES_SHOWN = 8;

    private Fingerprint() {}

    /** The first digits of the numbers' SHA-256. */
    static String of(double[] numbers) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        ByteBuffer buffer = ByteBuffer.allocate(NUMBERS_AT_ONCE * Double.BYTES);
        for (int first = 0; first < numbers.length; first += NUMBERS_AT_ONCE) {
            int count = Math.min(NUMBERS_AT_ONCE, numbers.length - first);
            buffer.clear();
            buffer.asDoubleBuffer().put(numbers, first, count);
            digest.update(buffer.limit(count * Double.BYTES));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES_SHOWN);
    }
}
