package org.chirpmill.engine.cuda;

/**
 * One GPU, as far as evaluators need it. Addresses are the driver's numbers; device memory is bytes.
 *
 * <p>All but {@link #facts} act on the calling thread's current device: call {@link #makeCurrent} before. What gives
 * something back never throws, and does nothing on a device that has failed: its process ends soon.
 */
public interface Device {
    /** What it is. */
    DeviceFacts facts();

    /** Bytes of its memory that are free now. */
    long freeBytes();

    /** Turns the calling thread to this device; never throws: what is then done with a device that failed does. */
    void makeCurrent();

    /**
     * Takes device memory.
     *
     * @throws OutOfDeviceMemoryException where there is not as much
     */
    long allocate(long bytes);

    /** Gives device memory back. */
    void free(long address);

    /** Keeps host memory in its place, so that copies need no detour; false where the system refuses. */
    boolean pin(long hostAddress, long bytes);

    /** Lets go of host memory that was pinned. */
    void unpin(long hostAddress);

    /** A new queue of work. */
    Stream openStream();

    /** Compiles PTX for this device. */
    Image load(String name, byte[] ptx);
}
