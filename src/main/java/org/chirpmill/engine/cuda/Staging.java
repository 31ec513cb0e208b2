package org.chirpmill.engine.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Pinned host memory of a slot. Belongs to the thread that made it.
 *
 * @param device the device that pinned it
 * @param arena its memory's
 * @param capacity for how many rows it has room
 * @param rows coefficient rows on their way in
 * @param chirps what rows are turned by, two doubles a row on their way in
 * @param flags an int a row on its way out
 */
record Staging(Device device, Arena arena, int capacity, MemorySegment rows, MemorySegment chirps,
        MemorySegment flags) {
    /** None at all. */
    static final Staging NONE = new Staging(null, null, 0, MemorySegment.NULL, MemorySegment.NULL,
        MemorySegment.NULL);

    private static final long PAGE = 4096;

    static Staging of(Device device, int capacity, long rowBytes) {
        Arena arena = Arena.ofConfined();
        // One pinned piece: the chirps and the flags behind the rows.
        long allRows = Math.ceilDiv(capacity * rowBytes, PAGE) * PAGE;
        long allChirps = capacity * DeviceTurning.ROW_BYTES;
        MemorySegment whole = arena.allocate(allRows + allChirps + (long) capacity * Integer.BYTES, PAGE);
        boolean isPinned = device.pin(whole.address(), whole.byteSize());
        return new Staging(isPinned ? device : null, arena, capacity, whole.asSlice(0, allRows),
            whole.asSlice(allRows, allChirps), whole.asSlice(allRows + allChirps));
    }

    /** Gives it back. */
    void close() {
        if (device != null) {
            device.unpin(rows.address());
        }
        if (arena != null) {
            arena.close();
        }
    }
}
