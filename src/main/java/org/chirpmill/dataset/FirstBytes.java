package org.chirpmill.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chirpmill.hdf5.Hdf5;

/**
 * What a file begins with, by which a run tells its own files from those of others.
 *
 * @param count how many of eight bytes there are
 * @param value them, the first in the highest place, zeros behind
 */
record FirstBytes(int count, long value) {
    /** Of an ordinary file; what does not exist has none. */
    static FirstBytes of(Path file) throws IOException {
        if (!TargetFile.isOrdinaryFile(file)) {
            return new FirstBytes(0, 0);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(Long.BYTES));
        }
    }

    private static FirstBytes of(byte[] bytes) {
        return new FirstBytes(bytes.length, ByteBuffer.allocate(Long.BYTES).put(bytes).getLong(0));
    }

    /** Whether there are eight. */
    boolean areWhole() {
        return count == Long.BYTES;
    }

    /** Whether they are those of a dataset with missing rows, which nothing else begins with. */
    boolean areOfAnUnfinishedPart() {
        return areWhole() && value == Skeleton.UNFINISHED_SIGNATURE;
    }

    /** Whether they are those of an HDF5 file, as a part is when all rows are in, and as many a file of others is. */
    boolean areOfHdf5() {
        return areWhole() && value == Hdf5.SIGNATURE;
    }

    /** Whether they are those of a journal of this version or another. */
    boolean areOfAJournal() {
        return areWhole() && JournalFile.isMagicOfAnyVersion(value);
    }

    /** Whether a kill can have left them where a journal was to begin. */
    boolean areOfAJournalToBe() {
        return areOfAJournal() || !areWhole() && JournalFile.beginsMagic(value, count);
    }
}
