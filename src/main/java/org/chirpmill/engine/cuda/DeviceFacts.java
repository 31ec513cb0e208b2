package org.chirpmill.engine.cuda;

/**
 * What a GPU is.
 *
 * @param index the driver's number of it, from 0
 * @param name as NVIDIA calls it
 * @param major compute capability, before the point
 * @param minor compute capability, after the point
 * @param totalBytes its memory
 * @param sharedBytes the most shared memory that a block may ask for
 * @param driver which driver runs it, in words
 */
public record DeviceFacts(int index, String name, int major, int minor, long totalBytes, int sharedBytes,
    String driver) {
    /** Whether it is as new as the kernels need. */
    boolean isSupported() {
        return 10 * major + minor >= Cards.LEAST_CAPABILITY;
    }

    /** As sentences call it: its number and name. */
    String title() {
        return "GPU " + index + " (" + name + ")";
    }
}
