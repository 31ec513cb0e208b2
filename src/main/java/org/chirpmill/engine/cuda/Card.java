package org.chirpmill.engine.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.engine.Accuracy;
import org.chirpmill.engine.Precision;
import org.chirpmill.model.GridTables;
import org.chirpmill.model.WaveformModel;

/**
 * A GPU with what its evaluators share: images, which stay as compiling them takes long, and tables of grids, which go
 * with the last evaluator that uses them. Its device is current on the calling thread.
 */
final class Card {
    private final Device device;
    private final PinnedMemory pinned;
    private final Map<String, Image> images = new HashMap<>();
    private final Map<FrequencyGrid, Tables> tables = new HashMap<>();

    /**
     * A card with nothing on it.
     *
     * @param pinned the host memory that all cards know
     */
    Card(Device device, PinnedMemory pinned) {
        this.device = device;
        this.pinned = pinned;
    }

    Device device() {
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
        String stem = model.deviceKernel();
        Image image = images.get(stem);
        if (image == null) {
            image = device.load(stem, ptx(model));
            images.put(stem, image);
        }
        return ChosenKernel.of(image, stem, model.layout().size(), precision, accuracy, device.facts());
    }

    /** The address of a grid's tables; each call wants a {@link #releaseTables}. */
    synchronized long acquireTables(FrequencyGrid grid) {
        Tables shared = tables.get(grid);
        if (shared == null) {
            shared = new Tables(copied(GridTables.of(grid)));
            tables.put(grid, shared);
        }
        shared.users++;
        return shared.address;
    }

    /** Ends one use of a grid's tables; never throws. */
    synchronized void releaseTables(FrequencyGrid grid) {
        Tables shared = tables.get(grid);
        if (--shared.users == 0) {
            tables.remove(grid);
            device.free(shared.address);
        }
    }

    private long copied(double[] numbers) {
        long address = device.allocate((long) numbers.length * Double.BYTES);
        try (Arena arena = Arena.ofConfined()) {
            Stream stream = device.openStream();
            try {
                MemorySegment host = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, numbers);
                stream.copyIn(address, host);
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

    private static byte[] ptx(WaveformModel model) {
        String name = model.deviceKernel() + ".ptx";
        try (InputStream resource = Card.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new UnsupportedOperationException("the cuda backend has no kernels for " + model.approximant()
                    + " yet: use --backend vector");
            }
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Tables in device memory and how many evaluators use them. */
    private static final class Tables {
        private final long address;
        private int users;

        Tables(long address) {
            this.address = address;
        }
    }
}
