package org.chirpmill.feed;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.chirpmill.rows.Batch;
import org.chirpmill.rows.BatchShape;

/**
 * A client's memory: a file that both sides map. It goes when the client has, and the last worker that writes to it has
 * finished.
 */
final class SharedSlots implements AutoCloseable {
    private static final int ZEROS = 1 << 20;

    private final Path file;
    private final SlotLayout layout;
    private final Arena arena;
    private final MemorySegment memory;
    private int writers;
    private boolean isClosed;

    private SharedSlots(Path file, SlotLayout layout, Arena arena, MemorySegment memory) {
        this.file = file;
        this.layout = layout;
        this.arena = arena;
        this.memory = memory;
    }

    /**
     * Makes the file. Its bytes are written once, so that the file system really has them: mapped memory for which
     * there is no room ends a process that touches it.
     *
     * @throws IOException where there is no room; nothing is left
     */
    static SharedSlots create(Path file, SlotLayout layout) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(ZEROS, layout.bytes()));
            for (long done = 0; done < layout.bytes();) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), layout.bytes() - done));
                done += channel.write(zeros);
            }
            return new SharedSlots(file, layout, arena,
                channel.map(FileChannel.MapMode.READ_WRITE, 0, layout.bytes(), arena));
        } catch (IOException | RuntimeException | Error failure) {
            arena.close();
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    Path file() {
        return file;
    }

    SlotLayout layout() {
        return layout;
    }

    /**
     * Rows {@code from} to {@code from + count - 1} of a place as a batch; the memory stays until {@link #release}.
     *
     * @throws IllegalStateException where the client has gone
     */
    synchronized Batch hold(int slot, int from, int count) {
        if (isClosed) {
            throw new IllegalStateException("the memory is gone");
        }
        writers++;
        BatchShape whole = layout.shape();
        BatchShape part = new BatchShape(count, whole.columns(), whole.parameterCount(), whole.precision());
        long begin = slot * layout.slotBytes();
        long polarization = from * (part.polarizationBytes() / count);
        return Batch.over(part,
            memory.asSlice(begin + from * (part.parameterBytes() / count), part.parameterBytes()),
            memory.asSlice(begin + layout.plus() + polarization, part.polarizationBytes()),
            memory.asSlice(begin + layout.cross() + polarization, part.polarizationBytes()));
    }

    /** Somebody who held a part of it writes there no longer. */
    synchronized void release() {
        writers--;
        freeWhereDone();
    }

    /** The client has gone: the file goes at once, the memory with its last writer. */
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            file.toFile().delete();
            freeWhereDone();
        }
    }

    private void freeWhereDone() {
        if (isClosed && writers == 0) {
            arena.close();
        }
    }
}
