package org.chirpmill.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The bytes of a journal: eight of magic, then records, each framed by its length (int) and its CRC-32C (int),
 * big-endian.
 *
 * @param channel the open file
 */
record JournalFile(FileChannel channel) {
    /** Where the first record stands. */
    static final long FIRST_RECORD = Long.BYTES;

    private static final long MAGIC = 0x4348_4952_504a_3033L; // "CHIRPJ03", the last two digits being the format's
    private static final int FORMAT_BITS = 16;
    private static final int FRAME_BYTES = 2 * Integer.BYTES;
    private static final int LARGEST_RECORD_BYTES = 1 << 30;
    private static final int PIECE_BYTES = 1 << 16;

    static boolean isMagicOfAnyVersion(long bytes) {
        return bytes >>> FORMAT_BITS == MAGIC >>> FORMAT_BITS;
    }

    /** Whether the magic begins with the first {@code count} of these bytes, fewer than all. */
    static boolean beginsMagic(long bytes, int count) {
        return count == 0 || (bytes ^ MAGIC) >>> (Long.SIZE - Byte.SIZE * count) == 0;
    }

    /** How long a record is with its frame. */
    static long framedBytes(byte[] record) {
        return (long) FRAME_BYTES + record.length;
    }

    long bytes() throws IOException {
        return channel.size();
    }

    /** Whether the magic is there whole; it may be another version's. */
    boolean hasMagic() throws IOException {
        return bytes() >= Long.BYTES;
    }

    /** Whether it is this version's. */
    boolean hasMagicOfThisVersion() throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(Long.BYTES);
        return readFully(magic, 0) && magic.getLong(0) == MAGIC;
    }

    /** Leaves the magic alone in the file, on the disk when this returns; at no moment does the file lack it. */
    void reduceToMagic() throws IOException {
        PositionedWrites.write(channel, ByteBuffer.allocate(Long.BYTES).putLong(0, MAGIC), 0);
        channel.truncate(Long.BYTES);
        channel.force(true);
    }

    /**
     * Writes a record in the place of whatever stands there, such as one that is torn.
     *
     * @return where the next one stands
     */
    long append(byte[] record, long position) throws IOException {
        ByteBuffer framed = ByteBuffer.allocate(FRAME_BYTES + record.length);
        CRC32C checksum = new CRC32C();
        checksum.update(record);
        framed.putInt(record.length).putInt((int) checksum.getValue()).put(record).flip();
        channel.truncate(position);
        PositionedWrites.write(channel, framed, position);
        return position + framed.limit();
    }

    /** The record that stands there; empty where none does that is whole. */
    Optional<byte[]> recordAt(long position) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
        if (!readFully(frame, position)) {
            return Optional.empty();
        }
        int length = frame.getInt(0);
        long from = position + FRAME_BYTES;
        // A length may be anything: memory is taken for it once the bytes are there and the checksum is right.
        if (length < 1 || length > LARGEST_RECORD_BYTES || from + length > bytes()
                || checksum(from, length) != frame.getInt(Integer.BYTES)) {
            return Optional.empty();
        }
        ByteBuffer record = ByteBuffer.allocate(length);
        return readFully(record, from) ? Optional.of(record.array()) : Optional.empty();
    }

    private int checksum(long from, int length) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer piece = ByteBuffer.allocate(Math.min(length, PIECE_BYTES));
        for (int done = 0; done < length; done += piece.limit()) {
            piece.clear().limit(Math.min(piece.capacity(), length - done));
            if (!readFully(piece, from + done)) {
                break;
            }
            checksum.update(piece.flip());
        }
        return (int) checksum.getValue();
    }

    /** Fills a buffer from its position 0 on; whether the file has so many bytes there. */
    private boolean readFully(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    void force(boolean withMetadata) throws IOException {
        channel.force(withMetadata);
    }
}
