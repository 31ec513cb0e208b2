package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.Remedy;

/**
 * The record of a run beside its unfinished file, and the lock that keeps a second process from the same file.
 *
 * <p>Eight bytes of magic, then records, each framed by its length (int) and its CRC-32C (int), big-endian. The first
 * is the {@link JournalOpening}; each further one says that all rows before one number are on the disk, and lists the
 * rejections among the rows that it adds. A record is appended only after its rows were synchronized, so every
 * record that is whole is true; one that is torn ends the journal.
 */
final class Journal implements AutoCloseable {
    private static final long MAGIC = 0x4348_4952_504a_3032L; // "CHIRPJ02", the last two digits being the format's
    private static final int FRAME_BYTES = 2 * Integer.BYTES;
    private static final int LARGEST_RECORD_BYTES = 1 << 30;

    private final Path path;
    private final FileChannel channel;
    private JournalOpening opening;
    private long firstProgress;
    private long end;
    private long leadingRows;
    private long rejectionCount;
    private int longestReasonBytes;

    private Journal(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes rejections in the order of their rows. */
    interface RejectionReader {
        void read(Rejection rejection) throws IOException;
    }

    /**
     * Opens or creates a journal and locks it. Read it with {@link #replay} or start it afresh with {@link #clear}.
     *
     * @throws DatasetException where another process holds the lock
     */
    static Journal open(Path path) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
            Journal journal = new Journal(path, channel);
            try {
                journal.lock();
                // Its holder may have finished and deleted it between our opening and our lock.
                if (Files.exists(path)) {
                    return journal;
                }
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new DatasetException(path + " is locked: another run is writing the same dataset.");
        }
    }

    /** How the run began; empty where its beginning was not completed, so nothing is known or worth keeping. */
    Optional<JournalOpening> opening() {
        return Optional.ofNullable(opening);
    }

    /** All rows before this one are on the disk. */
    long leadingRows() {
        return leadingRows;
    }

    /** How many rejections the journal holds. */
    long rejectionCount() {
        return rejectionCount;
    }

    /** Bytes of the longest reason, in UTF-8. */
    int longestReasonBytes() {
        return longestReasonBytes;
    }

    /** Forgets everything. */
    void clear() throws IOException {
        channel.truncate(0);
        opening = null;
        firstProgress = 0;
        end = 0;
        leadingRows = 0;
        rejectionCount = 0;
        longestReasonBytes = 0;
    }

    /** Begins a cleared journal, on the disk when this returns. */
    void begin(JournalOpening begun) throws IOException {
        PositionedWrites.write(channel, ByteBuffer.allocate(Long.BYTES).putLong(0, MAGIC), 0);
        end = Long.BYTES;
        append(begun.encode());
        opening = begun;
        firstProgress = end;
        channel.force(true);
    }

    /**
     * Records that all rows before {@code rows} are on the disk.
     *
     * @param rejections those of the rows that this adds, in the order of their rows
     */
    void advance(long rows, List<Rejection> rejections) throws IOException {
        append(new JournalProgress(rows, rejections).encode());
        channel.force(false);
        count(rows, rejections);
    }

    /** Hands over all rejections in the order of their rows. */
    void readRejections(RejectionReader reader) throws IOException {
        byte[] record;
        for (long at = firstProgress; at < end; at += FRAME_BYTES + record.length) {
            record = recordAt(at).orElseThrow(() -> new IOException(path + " was changed while it was in use"));
            for (Rejection rejection : JournalProgress.decode(record).rejections()) {
                reader.read(rejection);
            }
        }
    }

    private void count(long rows, List<Rejection> rejections) {
        leadingRows = rows;
        rejectionCount += rejections.size();
        for (Rejection rejection : rejections) {
            longestReasonBytes = Math.max(longestReasonBytes, rejection.reason().getBytes(UTF_8).length);
        }
    }

    /**
     * Reads what the journal says and cuts off a torn end.
     *
     * @throws DatasetException where it has another version's format
     */
    void replay() throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(Long.BYTES);
        if (!readFully(magic, 0)) {
            return;
        }
        if (magic.getLong(0) != MAGIC) {
            throw new DatasetException(path + " is no journal of this version of Chirpmill, so the run cannot be "
                + "continued", Remedy.SAME_VERSION, Remedy.START_ANEW);
        }
        Optional<byte[]> record = recordAt(Long.BYTES);
        if (record.isEmpty()) {
            return;
        }
        opening = JournalOpening.decode(record.get());
        firstProgress = Long.BYTES + FRAME_BYTES + record.get().length;
        end = firstProgress;
        while ((record = recordAt(end)).isPresent()) {
            JournalProgress progress = JournalProgress.decode(record.get());
            count(progress.rows(), progress.rejections());
            end += FRAME_BYTES + record.get().length;
        }
        channel.truncate(end);
    }

    private void append(byte[] record) throws IOException {
        ByteBuffer framed = ByteBuffer.allocate(FRAME_BYTES + record.length);
        framed.putInt(record.length).putInt(checksum(record)).put(record).flip();
        PositionedWrites.write(channel, framed, end);
        end += framed.limit();
    }

    private Optional<byte[]> recordAt(long position) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
        if (!readFully(frame, position)) {
            return Optional.empty();
        }
        int length = frame.getInt(0);
        if (length < 1 || length > LARGEST_RECORD_BYTES || position + FRAME_BYTES + length > channel.size()) {
            return Optional.empty();
        }
        ByteBuffer record = ByteBuffer.allocate(length);
        boolean whole = readFully(record, position + FRAME_BYTES) && checksum(record.array()) == frame.getInt(4);
        return whole ? Optional.of(record.array()) : Optional.empty();
    }

    private boolean readFully(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record);
        return (int) crc.getValue();
    }

    /** Deletes the journal: the run is over. */
    void delete() throws IOException {
        // In this order, since with the lock gone the journal may be another run's.
        Files.deleteIfExists(path);
        channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
