package org.chirpmill.engine.cuda;

import java.util.Map;

/**
 * What measuring asks of a device beyond what evaluators need: {@code bench/gpu} does. Used with the device current.
 */
public interface Gauge {
    /** Of a device of this machine's driver. */
    static Gauge of(Device device) {
        return new JCudaGauge((JCudaDevice) device);
    }

    /** A pair of marks on a stream; give it back. */
    Stopwatch openStopwatch();

    /** Queues bytes of one value. */
    void fill(Stream stream, long device, long bytes, byte value);

    /** Queues a copy within device memory. */
    void copy(Stream stream, long to, long from, long bytes);

    /** What the compiler made of an entry point. */
    KernelFacts facts(Image.Kernel kernel, LaunchShape shape);

    /** What the driver tells of the card. */
    Map<String, Object> card();

    /** The card's multiprocessors. */
    int multiprocessors();

    /** Time by the device's own clock. */
    interface Stopwatch extends AutoCloseable {
        /** Queues the first mark. */
        void start(Stream stream);

        /** Queues the second. */
        void stop(Stream stream);

        /** Waits for the second and tells how long after the first it was. */
        double seconds();

        @Override
        void close();
    }

    /**
     * An entry point as compiled for a device.
     *
     * @param registers a thread
     * @param localBytes a thread's memory beside registers: spills, arrays
     * @param sharedBytes a block's fixed shared memory
     * @param blocks how many blocks of a launch are on a multiprocessor at once
     * @param occupancy threads there, over the most that a multiprocessor takes
     */
    record KernelFacts(int registers, int localBytes, int sharedBytes, int blocks, double occupancy) {}
}
