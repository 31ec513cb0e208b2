package org.chirpmill.run;

import java.util.Locale;
import org.chirpmill.compression.TrainingPlan;
import org.chirpmill.domain.FrequencyGrid;
import org.chirpmill.numbers.Quantity;
import org.chirpmill.rows.Precision;
import org.chirpmill.settings.CompressionSettings;
import org.chirpmill.settings.SettingsException;
import org.chirpmill.settings.SettingsTree;

/**
 * What a basis that is yet to be trained takes of memory, known before anything is done.
 *
 * @param plan of the training
 * @param bins of a waveform
 * @param heapBytes arrays in the JVM's heap at once: {@code -Xmx} bounds them
 * @param outsideBytes matrices outside of the heap at once: the machine bounds them
 */
record MemoryNeed(TrainingPlan plan, int bins, long heapBytes, long outsideBytes) {
    /** What the JVM's heap holds besides, generously, so that the size that is named will do. */
    private static final long OTHER_HEAP_BYTES = 100L << 20;
    private static final long MEBIBYTE = 1L << 20;
    /** What OpenBLAS packs matrices into, a thread. */
    private static final long PACKING_BYTES = 32L << 20;

    /** To train and measure it alone, where it is kept as numbers of double precision. */
    static MemoryNeed ofTraining(TrainingPlan plan, FrequencyGrid grid, long validation) {
        return new MemoryNeed(plan, grid.bins(), plan.basisBytes(grid.bins()),
            plan.memoryBytes(validation) + packing());
    }

    /** To choose bins for it as well. */
    MemoryNeed withSampling() {
        return new MemoryNeed(plan, bins, heapBytes, Math.max(outsideBytes, plan.samplingBytes() + packing()));
    }

    private static long packing() {
        return PACKING_BYTES * Runtime.getRuntime().availableProcessors();
    }

    /**
     * To make rows with it as well: twice the matrix that projects, of the basis and of what stands for it until it is
     * there, and a copy of the basis in which that matrix is made.
     */
    MemoryNeed withProjection(Precision precision) {
        long matrix = precision == Precision.SINGLE ? heapBytes / 2 : heapBytes;
        return new MemoryNeed(plan, bins, 2 * heapBytes + 2 * matrix, outsideBytes);
    }

    /**
     * Refuses what cannot be held.
     *
     * @param others bytes that the run takes besides
     * @throws SettingsException where heap or machine are too small, with what would do
     */
    void requireRoom(SettingsTree settings, long others) {
        Machine.Heap heap = Machine.heap();
        if (heapBytes > heap.largestBytes()) {
            throw refusal(settings, heapBytes, "of the JVM's heap, which has room for "
                + Quantity.bytes(heap.largestBytes()), "start Java with -Xmx" + sufficientMebibytes(heap)
                    + "m (CHIRPMILL_JAVA_OPTS) or ask for fewer vectors or bins");
        }
        long whole = heapBytes + outsideBytes + others;
        if (whole > Machine.memoryBytes()) {
            throw refusal(settings, whole, "of memory to train, and this machine has "
                + Quantity.bytes(Machine.memoryBytes()), "ask for fewer vectors, training samples or bins");
        }
    }

    /** The same where it turns out on the way. */
    static SettingsException exhausted(SettingsTree settings, OutOfMemoryError failure) {
        boolean isHeap = String.valueOf(failure.getMessage()).contains("heap");
        String key = CompressionSettings.SVD;
        return settings.refusal(settings.has(key) ? key : "", key + ": a basis is trained and measured, for which "
            + (isHeap ? "the JVM's heap is too small: start Java with a larger -Xmx (CHIRPMILL_JAVA_OPTS) or "
                : "this machine has not enough memory left: ")
            + "ask for fewer vectors or bins, or smaller batches (" + failure.getMessage() + ")");
    }

    private SettingsException refusal(SettingsTree settings, long bytes, String where, String remedy) {
        String key = CompressionSettings.SVD;
        return settings.refusal(settings.has(key) ? key : "", String.format(Locale.ROOT,
            "%s: %,d vectors of %,d bins take %s %s: %s",
            key, plan.size(), bins, Quantity.bytes(bytes), where, remedy));
    }

    private long sufficientMebibytes(Machine.Heap heap) {
        double share = heap.largestBytes() / (double) heap.maximumBytes();
        return (long) Math.ceil((heapBytes / share + OTHER_HEAP_BYTES) / MEBIBYTE / 100) * 100;
    }
}
