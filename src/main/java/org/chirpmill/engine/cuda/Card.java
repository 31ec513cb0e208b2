package org.chirpmill.engine.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.MatrixTransform;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.rows.Accuracy;
import org.chirpmill.rows.Precision;

/**
 * A GPU with what its evaluators share: images, which stay as compiling them takes long, and tables of grids and
 * matrices, which go with the last evaluator that uses them. Its device is current on the calling thread.
 */
public final class Card {
    private final Device device;
    private final PinnedMemory pinned;
    private final Map<String, Image> images = new HashMap<>();
    private final Map<Object, Shared> shared = new HashMap<>();

    /**
     * A card with nothing on it.
     *
     * @param pinned the host memory that all cards know
     */
    Card(Device device, PinnedMemory pinned) {
        this.device = device;
        this.pinned = pinned;
    }

    /** The GPU itself. */
    public Device device() {
        return device;
    }

    PinnedMemory pinned() {
        return pinned;
    }

    /**
     * The kernel for a model.
     *
     * @throws UnsupportedOperationException where there is none
     */
    synchronized ChosenKernel kernel(WaveformModel model, Precision precision, Accuracy accuracy) {
        String stem = model.deviceKernel().orElseThrow();
        Image image = image(stem).orElseThrow(() -> new UnsupportedOperationException(
            "this build lacks the cuda backend's kernels for " + model.approximant() + ": use the vector backend"));
        return ChosenKernel.of(image, stem, model.layout().size(), precision, accuracy, device.facts());
    }

    /** The projection by a matrix; each call wants a {@link #release} of the transform. */
    synchronized DeviceProjection acquireProjection(MatrixTransform transform) {
        String entry = DeviceProjection.STEM + (transform.precision() == Precision.SINGLE ? "_single" : "_double");
        Image image = image(DeviceProjection.STEM).orElseThrow();
        int sharedBytes = image.number(entry + "_shared_bytes").orElseThrow();
        Image.Kernel kernel = image.kernel(entry, sharedBytes).orElseThrow();
        return new DeviceProjection(kernel, sharedBytes, transform, acquire(transform, transform::matrix));
    }

    /** The address of a grid's tables; each call wants a {@link #release} of the grid. */
    synchronized long acquireTables(FrequencyGrid grid) {
        return acquire(grid, () -> MemorySegment.ofArray(GridTables.of(grid)));
    }

    /** Ends one use of what was acquired; never throws. */
    synchronized void release(Object key) {
        Shared numbers = shared.get(key);
        if (--numbers.users == 0) {
            shared.remove(key);
            device.free(numbers.address);
        }
    }

    private long acquire(Object key, Supplier<MemorySegment> content) {
        Shared numbers = shared.get(key);
        if (numbers == null) {
            numbers = new Shared(copied(content.get()));
            shared.put(key, numbers);
        }
        numbers.users++;
        return numbers.address;
    }

    private Optional<Image> image(String stem) {
        if (!images.containsKey(stem)) {
            ptx(stem).ifPresent(ptx -> images.put(stem, device.load(stem, ptx)));
        }
        return Optional.ofNullable(images.get(stem));
    }

    private long copied(MemorySegment numbers) {
        long address = device.allocate(numbers.byteSize());
        try (Arena arena = Arena.ofConfined()) {
            Stream stream = device.openStream();
            try {
                // The driver takes no memory of Java's heap.
                stream.copyIn(address, arena.allocate(numbers.byteSize(), Long.BYTES).copyFrom(numbers));
                stream.synchronise();
                return address;
            } finally {
                stream.close();
            }
        } catch (RuntimeException failed) {
            device.free(address);
            throw failed;
        }
    }

    private static Optional<byte[]> ptx(String stem) {
        try (InputStream resource = Card.class.getResourceAsStream(stem + ".ptx")) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Numbers in device memory and how many evaluators use them. */
    private static final class Shared {
        private final long address;
        private int users;

        Shared(long address) {
            this.address = address;
        }
    }
}
