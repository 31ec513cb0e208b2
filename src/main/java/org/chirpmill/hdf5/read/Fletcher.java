package org.chirpmill.hdf5.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The checksum that HDF5's filter of this name puts after a block: Fletcher's two sums (IEEE Transactions on
 * Communications 30, 247, 1982) over big-endian words of 16 bits.
 */
final class Fletcher {
    private static final int MODULUS = 0xffff;

    private Fletcher() {}

    /** A block without its checksum, which must fit. */
    static byte[] checked(byte[] block) {
        int length = block.length - Integer.BYTES;
        if (length < 0) {
            throw new FileBytes.BeyondBoundsException("it lacks its checksum");
        }
        int stored = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        if (stored != of(block, length)) {
            throw new FileBytes.BeyondBoundsException("its checksum does not fit");
        }
        return Arrays.copyOf(block, length);
    }

    private static int of(byte[] block, int length) {
        long first = 0;
        long second = 0;
        for (int k = 0; k < length; k += 2) {
            int low = k + 1 < length ? Byte.toUnsignedInt(block[k + 1]) : 0;
            first = carried(first + (Byte.toUnsignedInt(block[k]) << Byte.SIZE | low));
            second = carried(second + first);
        }
        return (int) (second << Short.SIZE | first);
    }

    /** Modulo 2^16 - 1, where a sum that is a multiple of that stays at it. */
    private static long carried(long sum) {
        return sum > MODULUS ? sum - MODULUS : sum;
    }
}
