package org.chirpmill.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.chirpmill.rows.Rejection;
import org.chirpmill.rows.Remedy;

/**
 * The record of a run beside its unfinished file, and the lock that keeps a second process from the same file.
 *
 * <p>Its magic says that the names of the run's files are taken by a run. The first record is the {@link
 * JournalOpening}; each further one says that all rows before one number are on the disk, lists the rejections
 * among the rows that it adds, and counts what was remarked on them. A record is appended only after its rows were
 * synchronized, so every record that is whole is true; one that is torn ends the journal.
 */
final class Journal implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final JournalFile file;
    private JournalOpening opening;
    private long firstProgress;
    private long end;
    private long leadingRows;
    private long rejectionCount;
    private int longestReasonBytes;
    private final Map<String, Long> remarks = new TreeMap<>();

    private Journal(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.file = new JournalFile(channel);
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
                StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
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
            throw locked(path, LockHolder.of(path));
        }
    }

    /**
     * Refuses a journal that a run is writing at this moment.
     *
     * @throws DatasetException where one does, with its process where the system tells
     */
    static void requireUnlocked(Path path) throws IOException {
        // Asked first: closing the file lets go of locks that this very process has on it.
        OptionalLong holder = LockHolder.of(path);
        if (holder.isPresent()) {
            throw locked(path, holder);
        }
        open(path).close();
    }

    private static DatasetException locked(Path path, OptionalLong holder) {
        String who = holder.isEmpty() ? "another process"
            : holder.getAsLong() == ProcessHandle.current().pid() ? "this process" : "process " + holder.getAsLong();
        return new DatasetException(path + " is locked, for " + who + " is writing the same dataset at this moment",
            Remedy.WAIT, Remedy.OTHER_NAME);
    }

    /** How the run began; empty where the journal does not tell, for the reason that {@link #silence} gives. */
    Optional<JournalOpening> opening() {
        return Optional.ofNullable(opening);
    }

    /** Why a replayed journal without an opening tells nothing, in words that follow its name. */
    String silence() throws IOException {
        return file.bytes() == 0 ? "is empty"
            : file.bytes() <= JournalFile.FIRST_RECORD ? "is cut to " + file.bytes() + " bytes"
            : "is damaged at its beginning";
    }

    /** All rows before this one are on the disk, counted from the run's first. */
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

    /** On how many of the recorded rows there was which remark. */
    Map<String, Long> remarks() {
        return Collections.unmodifiableMap(remarks);
    }

    /** Forgets everything but that the names of the run's files are taken. */
    void clear() throws IOException {
        file.reduceToMagic();
        opening = null;
        firstProgress = 0;
        end = JournalFile.FIRST_RECORD;
        leadingRows = 0;
        rejectionCount = 0;
        longestReasonBytes = 0;
        remarks.clear();
    }

    /** Begins a cleared journal, on the disk when this returns. */
    void begin(JournalOpening begun) throws IOException {
        end = file.append(begun.encode(), JournalFile.FIRST_RECORD);
        opening = begun;
        firstProgress = end;
        file.force(true);
    }

    /**
     * Records that all rows before {@code rows} are on the disk.
     *
     * @param rejections those of the rows that this adds, in the order of their rows
     * @param added on how many of these rows there was which remark
     */
    void advance(long rows, List<Rejection> rejections, Map<String, Long> added) throws IOException {
        JournalProgress step = new JournalProgress(rows, rejections, added);
        end = file.append(step.encode(), end);
        file.force(false);
        count(step);
    }

    /** Hands over all rejections in the order of their rows. */
    void readRejections(RejectionReader reader) throws IOException {
        byte[] record;
        for (long at = firstProgress; at < end; at += JournalFile.framedBytes(record)) {
            record = file.recordAt(at).orElseThrow(() -> new IOException(path + " was changed while it was in use"));
            for (Rejection rejection : JournalProgress.decode(record).rejections()) {
                reader.read(rejection);
            }
        }
    }

    private void count(JournalProgress step) {
        leadingRows = step.rows();
        step.remarks().forEach((remark, rows) -> remarks.merge(remark, rows, Long::sum));
        rejectionCount += step.rejections().size();
        for (Rejection rejection : step.rejections()) {
            longestReasonBytes = Math.max(longestReasonBytes, rejection.reason().getBytes(UTF_8).length);
        }
    }

    /**
     * Reads what the journal says and cuts off a torn end.
     *
     * @throws DatasetException where it has another version's format, or says what cannot be
     */
    void replay() throws IOException {
        if (file.hasMagic() && !file.hasMagicOfThisVersion()) {
            throw new DatasetException(path + " is no journal of this version of Chirpmill, so the run cannot be "
                + "continued", Remedy.SAME_VERSION, Remedy.START_ANEW);
        }
        try {
            Optional<byte[]> record = file.recordAt(JournalFile.FIRST_RECORD);
            if (record.isPresent()) {
                JournalOpening begun = JournalOpening.decode(record.get());
                firstProgress = JournalFile.FIRST_RECORD + JournalFile.framedBytes(record.get());
                replaySteps(begun);
                opening = begun;
            }
        } catch (DamagedRecordException damaged) {
            throw new DatasetException(path + " is damaged, for " + damaged.getMessage() + ", so it does not tell "
                + "which rows are complete", Remedy.START_ANEW, Remedy.OTHER_NAME);
        }
    }

    private void replaySteps(JournalOpening begun) throws IOException {
        end = firstProgress;
        Optional<byte[]> record;
        while ((record = file.recordAt(end)).isPresent()) {
            JournalProgress step = JournalProgress.decode(record.get());
            step.requireStep(leadingRows, begun.header().origin().rows());
            count(step);
            end += JournalFile.framedBytes(record.get());
        }
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
