package org.chirpmill.engine.cuda;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Measures an emulated device by the clock of the machine that emulates it. */
record EmulatedGauge(EmulatedDevice device) implements Gauge {
    @Override
    public Stopwatch openStopwatch() {
        return new Marks(device);
    }

    @Override
    public void fill(Stream stream, long address, long bytes, byte value) {
        device.queue(stream, () -> device.at(address, bytes).fill(value));
    }

    @Override
    public void copy(Stream stream, long to, long from, long bytes) {
        device.queue(stream, () -> device.at(to, bytes).copyFrom(device.at(from, bytes)));
    }

    @Override
    public KernelFacts facts(Image.Kernel kernel, LaunchShape shape) {
        return new KernelFacts(32, 0, 0, 8, 1);
    }

    @Override
    public Map<String, Object> card() {
        return Map.of("name", device.facts().name());
    }

    @Override
    public int multiprocessors() {
        return 1;
    }

    /** Kernels that do nothing. */
    record Ceilings() implements Image {
        @Override
        public Optional<Kernel> kernel(String name, int sharedBytes) {
            return Optional.of((EmulatedImage.Work) (device, given) -> { });
        }

        @Override
        public OptionalInt number(String name) {
            return OptionalInt.empty();
        }
    }

    private static final class Marks implements Stopwatch {
        private final EmulatedDevice device;
        private long first;
        private long second;

        Marks(EmulatedDevice device) {
            this.device = device;
        }

        @Override
        public void start(Stream stream) {
            device.queue(stream, () -> first = System.nanoTime());
        }

        @Override
        public void stop(Stream stream) {
            device.queue(stream, () -> second = System.nanoTime());
        }

        @Override
        public double seconds() {
            return Math.max(1, second - first) * 1e-9;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
