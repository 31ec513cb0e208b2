package org.chirpmill.cli.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The checksums of an HDF5 file of the newer formats: who means harm mends them, so that a damage to what they protect
 * is believed. The checksum is Bob Jenkins' lookup3 (HDF5 File Format Specification 3.0, section II.A).
 *
 * @param blocks where in the intact file sealed bytes begin, and where their checksum stands behind them
 */
record Seals(List<int[]> blocks) {
    private static final List<String> SIGNATURES =
        List.of("\u0089HDF", "OHDR", "OCHK", "FRHP", "FHDB", "FHIB", "BTHD", "BTLF", "BTIN", "FAHD", "FADB", "EAHD",
            "EAIB", "EADB", "EASB", "FSHD", "FSSE", "SMTB", "SMLI");
    private static final int LONGEST = 1 << 13;
    /** By how many bits lookup3 turns, step by step. */
    private static final int[] MIXING = {4, 6, 8, 16, 19, 4};
    private static final int[] FINAL = {14, 11, 25, 16, 4, 14, 24};

    static Seals of(byte[] intact) {
        ByteBuffer words = ByteBuffer.wrap(intact).order(ByteOrder.LITTLE_ENDIAN);
        List<int[]> blocks = new ArrayList<>();
        for (int from = 0; from + Long.BYTES < intact.length; from++) {
            if (SIGNATURES.contains(new String(intact, from, 4, ISO_8859_1))) {
                for (int to = from + 12; to <= Math.min(from + LONGEST, intact.length - Integer.BYTES); to++) {
                    if (words.getInt(to) == checksum(intact, from, to)) {
                        blocks.add(new int[] {from, to});
                        break;
                    }
                }
            }
        }
        return new Seals(blocks);
    }

    /** Has the checksums of a damaged copy agree with what they are of. */
    void mend(byte[] damaged) {
        ByteBuffer words = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
        for (int[] block : blocks) {
            if (block[1] + Integer.BYTES <= damaged.length) {
                words.putInt(block[1], checksum(damaged, block[0], block[1]));
            }
        }
    }

    private static int checksum(byte[] bytes, int from, int to) {
        int[] state = new int[3];
        Arrays.fill(state, 0xdeadbeef + (to - from));
        int at = from;
        for (; to - at > 12; at += 12) {
            add(state, bytes, at, to);
            for (int k = 0; k < MIXING.length; k++) {
                int target = k % 3;
                int before = (k + 2) % 3;
                state[target] -= state[before];
                state[target] ^= Integer.rotateLeft(state[before], MIXING[k]);
                state[before] += state[(k + 1) % 3];
            }
        }
        if (to > at) {
            add(state, bytes, at, to);
            for (int k = 0; k < FINAL.length; k++) {
                int target = (k + 2) % 3;
                int before = (k + 1) % 3;
                state[target] ^= state[before];
                state[target] -= Integer.rotateLeft(state[before], FINAL[k]);
            }
        }
        return state[2];
    }

    private static void add(int[] state, byte[] bytes, int at, int to) {
        for (int k = 0; k < 3; k++) {
            state[k] += word(bytes, at + 4 * k, to);
        }
    }

    /** Four bytes, the first the lowest, zero from {@code to} on. */
    private static int word(byte[] bytes, int at, int to) {
        int word = 0;
        for (int k = 0; k < Integer.BYTES && at + k < to; k++) {
            word |= (bytes[at + k] & 0xff) << 8 * k;
        }
        return word;
    }
}
