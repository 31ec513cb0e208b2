package org.chirpmill.engine.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.chirpmill.engine.DeviceFailureException;

/**
 * A device on the CPU, which counts what it gives and is given back. Work is done when it is waited for, as late
 * as a device may; its kernels are the device code compiled for the CPU.
 */
public final class EmulatedDevice implements Device {
    private static final ThreadLocal<EmulatedDevice> CURRENT = new ThreadLocal<>();

    private final DeviceFacts facts;
    private final NavigableMap<Long, Block> blocks = Collections.synchronizedNavigableMap(new TreeMap<>());
    private final Set<Long> pins = Collections.synchronizedSet(new HashSet<>());
    private final Set<Stream> streams = Collections.synchronizedSet(new HashSet<>());
    private final List<LaunchShape> launches = Collections.synchronizedList(new ArrayList<>());
    private final EmulatedImage.Fast fast;
    private volatile long memoryBytes = 64L << 20;
    private volatile int failingLaunch = Integer.MAX_VALUE;
    private volatile int launchesWithoutMemory;
    private volatile boolean isLost;
    private volatile boolean spoilsProjections;
    private int allPins;

    /** Without fast kernels. */
    public EmulatedDevice(int index) {
        this(index, EmulatedImage.Fast.ABSENT, 9);
    }

    /** With fast kernels of some kind, of some compute capability. */
    public EmulatedDevice(int index, EmulatedImage.Fast fast, int major) {
        this.facts = new DeviceFacts(index, "Emulation", major, 0, 64L << 20, 64 << 10, "driver for CUDA 12.0");
        this.fast = fast;
    }

    /** Has so much memory from now on. */
    EmulatedDevice withMemory(long bytes) {
        memoryBytes = bytes;
        return this;
    }

    /** Fails for good at the n-th launch, from 1. */
    public EmulatedDevice failingAt(int launch) {
        failingLaunch = launch;
        return this;
    }

    /** Refuses the next so many launches for lack of memory. */
    EmulatedDevice refusing(int number) {
        launchesWithoutMemory = number;
        return this;
    }

    /** Leaves a coefficient of each projection out. */
    public EmulatedDevice spoilingProjections() {
        spoilsProjections = true;
        return this;
    }

    /** How its launches were laid out so far. */
    List<LaunchShape> launches() {
        return List.copyOf(launches);
    }

    /** How many places were pinned so far. */
    int allPins() {
        return allPins;
    }

    /** What is held now, in words. */
    public String held() {
        return blocks.size() + " blocks, " + pins.size() + " pins, " + streams.size() + " streams";
    }

    @Override
    public DeviceFacts facts() {
        return facts;
    }

    @Override
    public long freeBytes() {
        requireReady();
        return memoryBytes - used();
    }

    @Override
    public void makeCurrent() {
        CURRENT.set(this);
    }

    @Override
    public long allocate(long bytes) {
        requireReady();
        if (used() + bytes > memoryBytes) {
            throw new OutOfDeviceMemoryException("the emulation ran out of memory");
        }
        Arena arena = Arena.ofShared();
        MemorySegment memory = arena.allocate(bytes, 256);
        memory.fill((byte) 0xFF);
        blocks.put(memory.address(), new Block(arena, memory));
        return memory.address();
    }

    @Override
    public void free(long address) {
        Block block = blocks.remove(address);
        if (block == null) {
            throw new IllegalStateException("freed twice");
        }
        block.arena.close();
    }

    @Override
    public boolean pin(long hostAddress, long bytes) {
        requireReady();
        allPins++;
        if (!pins.add(hostAddress)) {
            throw new IllegalStateException("pinned twice");
        }
        return true;
    }

    @Override
    public void unpin(long hostAddress) {
        if (!pins.remove(hostAddress)) {
            throw new IllegalStateException("unpinned twice");
        }
    }

    @Override
    public Stream openStream() {
        requireReady();
        Stream stream = new Queued();
        streams.add(stream);
        return stream;
    }

    @Override
    public Image load(String name, byte[] ptx) {
        requireReady();
        return switch (name) {
            case "ceilings" -> new EmulatedGauge.Ceilings();
            case DeviceProjection.STEM -> new EmulatedProjection(spoilsProjections);
            case DeviceTurning.STEM -> new EmulatedTurning();
            default -> new EmulatedImage(this, name, fast);
        };
    }

    /** Queues anything on a stream of this device. */
    void queue(Stream stream, Runnable work) {
        requireReady();
        ((Queued) stream).work.add(work);
    }

    /** What lies at a device address. */
    MemorySegment at(long address, long bytes) {
        var entry = blocks.floorEntry(address);
        if (entry == null) {
            throw new IllegalStateException("no device memory there");
        }
        return entry.getValue().memory.asSlice(address - entry.getKey(), bytes);
    }

    private long used() {
        synchronized (blocks) {
            return blocks.values().stream().mapToLong(block -> block.memory.byteSize()).sum();
        }
    }

    private void requireReady() {
        if (CURRENT.get() != this) {
            throw new IllegalStateException("another device is current");
        }
        if (isLost) {
            throw new DeviceFailureException("GPU 0 (Emulation) failed while computing waveforms");
        }
    }

    private record Block(Arena arena, MemorySegment memory) {}

    private final class Queued implements Stream {
        private final Queue<Runnable> work = new ArrayDeque<>();

        @Override
        public void copyIn(long device, MemorySegment host) {
            requireReady();
            work.add(() -> at(device, host.byteSize()).copyFrom(host));
        }

        @Override
        public void copyOut(MemorySegment host, long device) {
            requireReady();
            work.add(() -> host.copyFrom(at(device, host.byteSize())));
        }

        @Override
        public void clear(long device, long bytes) {
            requireReady();
            work.add(() -> at(device, bytes).fill((byte) 0));
        }

        @Override
        public void launch(Image.Kernel kernel, LaunchShape shape, Arguments arguments) {
            requireReady();
            if (launchesWithoutMemory > 0) {
                launchesWithoutMemory--;
                throw new OutOfDeviceMemoryException("the emulation ran out of memory");
            }
            launches.add(shape);
            boolean fails = launches.size() == failingLaunch;
            work.add(() -> {
                if (fails) {
                    isLost = true;
                    requireReady();
                }
                ((EmulatedImage.Work) kernel).run(EmulatedDevice.this, arguments);
            });
        }

        @Override
        public void synchronise() {
            requireReady();
            while (!work.isEmpty()) {
                work.remove().run();
            }
        }

        @Override
        public void close() {
            if (!streams.remove(this)) {
                throw new IllegalStateException("closed twice");
            }
        }
    }
}
