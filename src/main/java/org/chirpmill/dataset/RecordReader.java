package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * Takes a journal's record apart. A record may say anything, its checksum being right or not: no count or length is
 * believed beyond the bytes that are there.
 */
final class RecordReader {
    private final ByteBuffer record;

    RecordReader(byte[] record) {
        this.record = ByteBuffer.wrap(record);
    }

    /** How many things follow, of at least so many bytes each. */
    int count(int leastBytes) throws DamagedRecordException {
        int count = integer();
        if (count < 0 || count > record.remaining() / leastBytes) {
            throw new DamagedRecordException("it counts " + count + " things in " + record.remaining() + " bytes");
        }
        return count;
    }

    int integer() throws DamagedRecordException {
        requireBytes(Integer.BYTES);
        return record.getInt();
    }

    long number() throws DamagedRecordException {
        requireBytes(Long.BYTES);
        return record.getLong();
    }

    boolean truth() throws DamagedRecordException {
        requireBytes(1);
        return record.get() != 0;
    }

    byte[] bytes() throws DamagedRecordException {
        byte[] bytes = new byte[count(1)];
        record.get(bytes);
        return bytes;
    }

    String text() throws DamagedRecordException {
        return new String(bytes(), UTF_8);
    }

    void requireEnd() throws DamagedRecordException {
        if (record.hasRemaining()) {
            throw new DamagedRecordException("a record is " + record.remaining() + " bytes longer than what it says");
        }
    }

    private void requireBytes(int bytes) throws DamagedRecordException {
        if (record.remaining() < bytes) {
            throw new DamagedRecordException("a record ends in the middle of what it says");
        }
    }
}
