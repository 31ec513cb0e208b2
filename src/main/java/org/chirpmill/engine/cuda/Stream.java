package org.chirpmill.engine.cuda;

import java.lang.foreign.MemorySegment;

/**
 * A queue of work for a device, done in order while the host goes on; only {@link #synchronise} waits. Used with its
 * device current. Any call may report a failure of work that was queued before.
 */
public interface Stream {
    /** Queues a copy to device memory; the host memory stays untouched until it is done. */
    void copyIn(long device, MemorySegment host);

    /** Queues a copy from device memory, as long as {@code host} is. */
    void copyOut(MemorySegment host, long device);

    /** Queues zeros. */
    void clear(long device, long bytes);

    /** Queues a kernel. */
    void launch(Image.Kernel kernel, LaunchShape shape, Arguments arguments);

    /** Waits until all that was queued is done. */
    void synchronise();

    /** Gives the queue back, which is idle; never throws. */
    void close();
}
