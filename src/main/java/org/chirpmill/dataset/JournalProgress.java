package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.RowRange;

/**
 * One step of a run.
 *
 * @param rows all rows before this one are on the disk, counted from the run's first
 * @param rejections those among the rows since the step before, in the order of their rows
 * @param remarks on how many of the rows since the step before there was which remark
 */
record JournalProgress(long rows, List<Rejection> rejections, Map<String, Long> remarks) {
    /** Longer reasons are cut, since a dataset keeps as many bytes for each. */
    static final int LONGEST_REASON = 200;

    private static final int REJECTION_HEAD_BYTES = Long.BYTES + 2 * Integer.BYTES;
    private static final int REMARK_HEAD_BYTES = Long.BYTES + Integer.BYTES;

    byte[] encode() {
        List<byte[]> reasons = rejections.stream().map(rejection -> rejection.reason().getBytes(UTF_8)).toList();
        Map<byte[], Long> texts = new LinkedHashMap<>();
        remarks.forEach((remark, count) -> texts.put(remark.getBytes(UTF_8), count));
        int bytes = Long.BYTES + 2 * Integer.BYTES
            + reasons.stream().mapToInt(reason -> REJECTION_HEAD_BYTES + reason.length).sum()
            + texts.keySet().stream().mapToInt(text -> REMARK_HEAD_BYTES + text.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(bytes).putLong(rows).putInt(rejections.size());
        for (int k = 0; k < reasons.size(); k++) {
            buffer.putLong(rejections.get(k).row()).putInt(rejections.get(k).attempt());
            buffer.putInt(reasons.get(k).length).put(reasons.get(k));
        }
        buffer.putInt(texts.size());
        texts.forEach((text, count) -> buffer.putLong(count).putInt(text.length).put(text));
        return buffer.array();
    }

    static JournalProgress decode(byte[] record) throws DamagedRecordException {
        RecordReader reader = new RecordReader(record);
        long rows = reader.number();
        int count = reader.count(REJECTION_HEAD_BYTES);
        List<Rejection> rejections = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            rejections.add(new Rejection(reader.number(), reader.integer(), reader.text()));
        }
        Map<String, Long> remarks = new TreeMap<>();
        for (int left = reader.count(REMARK_HEAD_BYTES); left > 0; left--) {
            long rowsOfRemark = reader.number();
            remarks.put(reader.text(), rowsOfRemark);
        }
        reader.requireEnd();
        return new JournalProgress(rows, rejections, remarks);
    }

    /**
     * Refuses a step that no run takes.
     *
     * @param before the rows of the step before
     * @param range the run's rows
     */
    void requireStep(long before, RowRange range) throws DamagedRecordException {
        if (rows < before || rows > range.count()) {
            throw new DamagedRecordException("it counts " + rows + " complete rows after " + before + " of "
                + range.count());
        }
        if (remarks.values().stream().anyMatch(count -> count < 1 || count > rows - before)) {
            throw new DamagedRecordException("it counts more remarks than rows");
        }
        long row = range.first() + before;
        for (Rejection rejection : rejections) {
            if (rejection.row() < row || rejection.row() >= range.first() + rows || rejection.attempt() < 0
                    || rejection.reason().length() > LONGEST_REASON) {
                throw new DamagedRecordException("what it says of a rejected draw cannot be");
            }
            row = rejection.row();
        }
    }
}
