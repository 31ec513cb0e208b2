package org.chirpmill.cli.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What disks, transfers and people do to the bytes of a file, whatever is in it. */
final class ByteDamage {
    private static final byte[] STRIKING = {0, 1, 2, 4, 8, 16, 64, 127, -128, -1};
    private static final long[] STRIKING_WORDS = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, 1L << 32,
        (1L << 32) - 1, 0x7fffffffL, 1L << 40, 1L << 62, 1_000_000_000_000L, -8};

    private final Random random;
    private byte[] bytes;
    private final List<String> done = new ArrayList<>();

    private ByteDamage(byte[] intact, Random random) {
        this.bytes = intact.clone();
        this.random = random;
    }

    /**
     * A damaged file.
     *
     * @param bytes of it
     * @param story what was done to them
     */
    record Damaged(byte[] bytes, String story) { }

    /** Damages a copy of a file's bytes. */
    static Damaged of(byte[] intact, Random random) {
        ByteDamage damage = new ByteDamage(intact, random);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damage.once();
        }
        return new Damaged(damage.bytes, String.join(", ", damage.done));
    }

    private void once() {
        if (bytes.length < 2 * Long.BYTES) {
            return;
        }
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> flipBits();
            case 3, 4 -> replaceBytes();
            case 5 -> replaceRun();
            case 6 -> truncate();
            case 7 -> extend();
            case 8 -> swapWords();
            case 9, 10 -> replaceWord();
            default -> replaceSmallNumber();
        }
    }

    private void flipBits() {
        int count = 1 << random.nextInt(5);
        for (int k = 0; k < count; k++) {
            int at = place(1);
            int bit = random.nextInt(8);
            bytes[at] ^= (byte) (1 << bit);
            done.add("bit " + bit + " of byte " + at + " flipped");
        }
    }

    private void replaceBytes() {
        int count = 1 + random.nextInt(4);
        for (int k = 0; k < count; k++) {
            int at = place(1);
            bytes[at] = random.nextBoolean() ? STRIKING[random.nextInt(STRIKING.length)] : (byte) random.nextInt(256);
            done.add("byte " + at + " set to " + (bytes[at] & 0xff));
        }
    }

    private void replaceRun() {
        int length = Math.min(bytes.length, 2 << random.nextInt(9));
        int at = random.nextInt(bytes.length - length + 1);
        byte value = STRIKING[random.nextInt(STRIKING.length)];
        for (int k = at; k < at + length; k++) {
            bytes[k] = value == 2 ? (byte) random.nextInt(256) : value;
        }
        done.add(length + " bytes from " + at + " set to " + (value == 2 ? "noise" : value & 0xff));
    }

    private void truncate() {
        int length = random.nextInt(bytes.length);
        bytes = Arrays.copyOf(bytes, length);
        done.add("cut to " + length + " bytes");
    }

    private void extend() {
        int length = bytes.length + 1 + random.nextInt(5000);
        int from = bytes.length;
        bytes = Arrays.copyOf(bytes, length);
        if (random.nextBoolean()) {
            for (int k = from; k < length; k++) {
                bytes[k] = (byte) random.nextInt(256);
            }
        }
        done.add("extended to " + length + " bytes");
    }

    private void swapWords() {
        int a = place(Long.BYTES) & -Long.BYTES;
        int b = place(Long.BYTES) & -Long.BYTES;
        ByteBuffer words = words();
        long kept = words.getLong(a);
        words.putLong(a, words.getLong(b));
        words.putLong(b, kept);
        done.add("words at " + a + " and " + b + " swapped");
    }

    /** Mostly of what looks like an address or a length, which is what a file is held together by. */
    private void replaceWord() {
        ByteBuffer words = words();
        int at = place(Long.BYTES);
        for (int tries = 0; tries < 200 && !isPlace(words.getLong(at)); tries++) {
            at = place(Long.BYTES);
        }
        long value = switch (random.nextInt(4)) {
            case 0 -> words.getLong(place(Long.BYTES));
            case 1 -> random.nextInt(bytes.length + 64);
            case 2 -> words.getLong(at) + random.nextInt(17) - 8;
            default -> STRIKING_WORDS[random.nextInt(STRIKING_WORDS.length)];
        };
        words.putLong(at, value);
        done.add("the word at " + at + " set to " + value);
    }

    private boolean isPlace(long word) {
        return word > 0 && word <= bytes.length;
    }

    private void replaceSmallNumber() {
        ByteBuffer words = words();
        boolean isShort = random.nextBoolean();
        int at = place(Integer.BYTES);
        int value = (int) STRIKING_WORDS[random.nextInt(STRIKING_WORDS.length)];
        if (isShort) {
            words.putShort(at, (short) value);
        } else {
            words.putInt(at, value);
        }
        done.add("the number of " + (isShort ? 2 : 4) + " bytes at " + at + " set to " + value);
    }

    private ByteBuffer words() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where so many bytes begin: rarely amid zeros, of which files have many. */
    private int place(int length) {
        int at = random.nextInt(bytes.length - length + 1);
        for (int tries = 0; tries < 6 && bytes[at] == 0; tries++) {
            at = random.nextInt(bytes.length - length + 1);
        }
        return at;
    }
}
