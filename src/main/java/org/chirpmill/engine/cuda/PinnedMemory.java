package org.chirpmill.engine.cuda;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Host memory that devices copy to and from directly. Batches wander between evaluators, so a place is pinned once, for
 * all devices, and let go when the last evaluator that used it closes, which is before its memory goes.
 */
final class PinnedMemory {
    private final Map<Long, Pin> pins = new HashMap<>();

    /**
     * Sees to it that host memory is pinned, or has been refused to be: copies work all the same, but wait.
     *
     * @param device the calling thread's current device
     * @param holder who uses it until {@link #release}
     * @param start where it starts
     * @param bytes how long all of it is: {@code start} may be a slice
     */
    synchronized void hold(Device device, Object holder, MemorySegment start, long bytes) {
        Pin pin = pins.get(start.address());
        if (pin != null && !(pin.bytes == bytes && pin.scope.equals(start.scope()) && pin.scope.isAlive())) {
            // Other memory that came to lie in the same place.
            pins.remove(start.address());
            pin.undo(start.address());
            device.makeCurrent();
            pin = null;
        }
        if (pin == null) {
            boolean isPinned = bytes > 0 && device.pin(start.address(), bytes);
            pin = new Pin(device, bytes, start.scope(), isPinned, new HashSet<>());
            pins.put(start.address(), pin);
        }
        pin.holders.add(holder);
    }

    /** Lets go of all that {@code holder} alone uses; never throws. Another device may be current afterwards. */
    synchronized void release(Object holder) {
        for (Iterator<Map.Entry<Long, Pin>> all = pins.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Long, Pin> entry = all.next();
            Pin pin = entry.getValue();
            if (pin.holders.remove(holder) && pin.holders.isEmpty()) {
                pin.undo(entry.getKey());
                all.remove();
            }
        }
    }

    /** A place that some device pinned, unless the system refused. */
    private record Pin(Device device, long bytes, MemorySegment.Scope scope, boolean isPinned, Set<Object> holders) {
        void undo(long address) {
            if (isPinned) {
                device.makeCurrent();
                device.unpin(address);
            }
        }
    }
}
