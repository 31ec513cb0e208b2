package org.chirpmill.dataset;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Complete writes at given places of a file, however little the system takes at once. */
final class PositionedWrites {
    /** A buffer cannot hold more than 2 GiB, and some systems take no more at once. */
    private static final long PIECE_BYTES = 1L << 30;

    private PositionedWrites() {}

    static void write(FileChannel channel, MemorySegment bytes, long position) throws IOException {
        for (long done = 0; done < bytes.byteSize(); done += PIECE_BYTES) {
            long piece = Math.min(PIECE_BYTES, bytes.byteSize() - done);
            write(channel, bytes.asSlice(done, piece).asByteBuffer(), position + done);
        }
    }

    static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
