package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.chirpmill.rows.Rejection;

/**
 * One step of a run.
 *
 * @param rows all rows before this one are on the disk
 * @param rejections those among the rows since the step before, in the order of their rows
 */
record JournalProgress(long rows, List<Rejection> rejections) {
    private static final int REJECTION_HEAD_BYTES = Long.BYTES + 2 * Integer.BYTES;

    byte[] encode() {
        List<byte[]> reasons = rejections.stream().map(rejection -> rejection.reason().getBytes(UTF_8)).toList();
        int bytes = Long.BYTES + Integer.BYTES
            + reasons.stream().mapToInt(reason -> REJECTION_HEAD_BYTES + reason.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(bytes).putLong(rows).putInt(rejections.size());
        for (int k = 0; k < reasons.size(); k++) {
            buffer.putLong(rejections.get(k).row()).putInt(rejections.get(k).attempt());
            buffer.putInt(reasons.get(k).length).put(reasons.get(k));
        }
        return buffer.array();
    }

    static JournalProgress decode(byte[] record) {
        ByteBuffer buffer = ByteBuffer.wrap(record);
        long rows = buffer.getLong();
        int count = buffer.getInt();
        List<Rejection> rejections = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            long row = buffer.getLong();
            int attempt = buffer.getInt();
            byte[] reason = new byte[buffer.getInt()];
            buffer.get(reason);
            rejections.add(new Rejection(row, attempt, new String(reason, UTF_8)));
        }
        return new JournalProgress(rows, rejections);
    }
}
