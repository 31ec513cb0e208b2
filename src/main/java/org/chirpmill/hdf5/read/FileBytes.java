package org.chirpmill.hdf5.read;

import io.jhdf.Superblock;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.chirpmill.hdf5.Hdf5;
import org.chirpmill.hdf5.UnusableFileException;

/**
 * The bytes of an HDF5 file, given out within bounds: what does not lie in the file is refused before memory is taken
 * for it, and so is structure without end, which damaged addresses that form a circle make.
 */
final class FileBytes implements HdfBackingStorage, AutoCloseable {
    /** Reads of structure that a file may take: some hundred times those of a set in a million chunks. */
    private static final long MOST_READS = 2_000_000;
    /** Bytes of structure that a file may take, read again where they are: some hundred times those of large sets. */
    private static final long MOST_BYTES = 1L << 30;
    private static final int FIRST_SUPERBLOCK_AFTER_START = 512;
    private static final int SIGNATURE_BYTES = Long.BYTES;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private Superblock superblock;
    private long readsLeft = MOST_READS;
    private long bytesLeft = MOST_BYTES;
    /** Null until rows are read. */
    private ByteBuffer slab;

    private FileBytes(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
    }

    /** Refuses what is not there, and what nobody knows the end of. */
    static void requireOrdinary(Path path) throws UnusableFileException {
        if (!Files.exists(path)) {
            throw new UnusableFileException(path + " does not exist.");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableFileException(path
                + (Files.isDirectory(path) ? " is a directory" : " is no ordinary file") + ", not an HDF5 file.");
        }
    }

    /** Opens an ordinary file that begins as HDF5's do. */
    static FileBytes open(Path path) throws IOException {
        requireOrdinary(path);
        FileBytes bytes = new FileBytes(path, FileChannel.open(path, StandardOpenOption.READ));
        try {
            bytes.superblock = bytes.guarded("its first bytes", bytes::readSuperblock);
            return bytes;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Looks where HDF5 does: at the start and, where users put a text before it, at 512, 1024, 2048 and so on. */
    private Superblock readSuperblock() throws UnusableFileException {
        for (long at = 0; at <= size - SIGNATURE_BYTES; at = at == 0 ? FIRST_SUPERBLOCK_AFTER_START : 2 * at) {
            if (read(at, SIGNATURE_BYTES).order(ByteOrder.BIG_ENDIAN).getLong() == Hdf5.SIGNATURE) {
                Superblock found = Superblock.readSuperblock(channel, at);
                if (found.getBaseAddressByte() != at) {
                    throw refusal("its addresses count from byte " + found.getBaseAddressByte()
                        + ", but it begins at byte " + at);
                }
                return found;
            }
        }
        throw new UnusableFileException(path + " is not a readable HDF5 file: it does not begin as those do.");
    }

    Path path() {
        return path;
    }

    /** What to throw where the file says something that cannot be. */
    UnusableFileException refusal(String reason) {
        return new UnusableFileException(path + " cannot be read: " + reason + ".");
    }

    /** Something that is read with jhdf, whose exceptions are unchecked. */
    interface Parse<T> {
        T parse() throws IOException;
    }

    /** Reads with jhdf, and says what could not be read where that throws whatever it throws on damage. */
    <T> T guarded(String what, Parse<T> parse) throws IOException {
        try {
            return parse.parse();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError damage) {
            Throwable innermost = innermost(damage);
            if (innermost instanceof IOException failure) {
                throw new IOException("could not read " + path + ": " + failure.getMessage(), failure);
            }
            if (innermost instanceof UnsupportedHdfException && isElsewhere(innermost.getMessage())) {
                throw refusal("the rows of " + what + " lie in other files, and none is followed out of a file");
            }
            throw new UnusableFileException(
                path + " cannot be read: " + what + " is damaged, or in a format that is not read"
                    + inBrackets(innermost) + ".", damage);
        }
    }

    /** What jhdf says of external and of virtual storage. */
    private static boolean isElsewhere(String message) {
        return message.contains("External Data Files") || message.contains("Virtual storage");
    }

    private static Throwable innermost(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    /** jhdf and our own bounds give reasons; what Java says of an array or a buffer tells a reader nothing. */
    private static String inBrackets(Throwable reason) {
        boolean told = reason.getMessage() != null && (reason instanceof BeyondBoundsException
            || reason.getClass().getName().startsWith("io.jhdf"));
        return told ? " (" + reason.getMessage() + ")" : "";
    }

    /** Structure that does not lie in the file, or has no end. */
    static final class BeyondBoundsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BeyondBoundsException(String message) {
            super(message);
        }
    }

    /** Refuses a list of so many entries, each of 8 bytes or more, that the file cannot hold it. */
    void requireRoom(long entries) {
        if (entries < 0 || entries > size / Long.BYTES) {
            throw new BeyondBoundsException("it tells of " + entries + " entries, for which the file is too short");
        }
    }

    /** Whether a piece lies in the file; the address counts from where the superblock does. */
    boolean holds(long address, long bytes) {
        long base = superblock.getBaseAddressByte();
        return address >= 0 && bytes >= 0 && address <= size - base && bytes <= size - base - address;
    }

    /** Room for rows that are read to be decoded, until some are read again. */
    ByteBuffer slab(int length) {
        if (slab == null || slab.capacity() < length) {
            slab = ByteBuffer.allocateDirect(length);
        }
        return slab.clear().limit(length);
    }

    /** Fills a buffer with data, of which there is no limit, from an address that was checked. */
    void readData(long address, ByteBuffer target) throws IOException {
        fill(target, superblock.getBaseAddressByte() + address);
    }

    private void fill(ByteBuffer target, long from) throws IOException {
        long at = from;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw new EOFException(path + " has become shorter while it was read");
            }
            at += read;
        }
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        if (!holds(address, length)) {
            throw new BeyondBoundsException(length + " bytes at " + address + " do not lie in the file");
        }
        return read(superblock.getBaseAddressByte() + address, length);
    }

    private ByteBuffer read(long at, int length) {
        readsLeft--;
        bytesLeft -= length;
        if (readsLeft < 0 || bytesLeft < 0) {
            throw new BeyondBoundsException("it has no end");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            fill(buffer, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.flip();
    }

    /** Heaps: jhdf asks for more of the last block of one than there is. */
    @Override
    public ByteBuffer map(long address, long length) {
        if (!holds(address, 0) || length < 0) {
            throw new BeyondBoundsException(length + " bytes at " + address + " do not lie in the file");
        }
        long there = Math.min(length, size - superblock.getBaseAddressByte() - address);
        return readBufferFromAddress(address, Math.toIntExact(there));
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return map(address - superblock.getBaseAddressByte(), length);
    }

    @Override
    public long getUserBlockSize() {
        return superblock.getBaseAddressByte();
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    /** Whoever had the channel could read past the bounds. */
    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
