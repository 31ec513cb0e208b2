package org.chirpmill.engine.cuda;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.OptionalInt;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.kernels.HostKernels;
import org.chirpmill.model.GridTables;
import org.chirpmill.rows.Precision;

/**
 * A model's device code, compiled for the CPU.
 *
 * @param device whose memory addresses mean
 * @param stem the model's name of it
 * @param fast what passes for a fast kernel
 */
public record EmulatedImage(EmulatedDevice device, String stem, Fast fast) implements Image {
    /**
     * Whether there is a fast kernel, which does the same as the exact one and flags odd rows, or is the model's own,
     * of those that have one.
     */
    public enum Fast {
        ABSENT(0), PRESENT(FAST_SHARED_BYTES), TOO_LARGE(100_000), REAL(FAST_SHARED_BYTES);

        private final int sharedBytes;

        Fast(int sharedBytes) {
            this.sharedBytes = sharedBytes;
        }
    }

    /** What the fast kernel wants of shared memory. */
    static final int FAST_SHARED_BYTES = 60_000;

    @Override
    public Optional<Kernel> kernel(String name, int sharedBytes) {
        boolean isFast = name.startsWith(stem + "_fast_");
        if (isFast && fast == Fast.ABSENT) {
            return Optional.empty();
        }
        if (fast == Fast.REAL && !hasEntry(name)) {
            return Optional.empty();
        }
        Precision precision = name.endsWith("_single") ? Precision.SINGLE : Precision.DOUBLE;
        return Optional.of(fast == Fast.REAL
            ? new Entry(HostKernels.find(HostCompiler.ROUNDING, stem, name), precision, false)
            : new Entry(HostKernels.find(HostCompiler.ROUNDING, stem, precision), precision, isFast));
    }

    private boolean hasEntry(String name) {
        return HostCompiler.ROUNDING.library(HostKernels.source(stem)).find(name).isPresent();
    }

    @Override
    public OptionalInt number(String name) {
        return fast != Fast.ABSENT && name.matches(stem + "_fast_(single|double)_shared_bytes")
            ? OptionalInt.of(fast.sharedBytes) : OptionalInt.empty();
    }

    /** What runs on the calling thread. */
    interface Work extends Kernel {
        void run(EmulatedDevice device, Arguments given);
    }

    /** An entry point of a model. */
    record Entry(HostKernels.EntryPoint point, Precision precision, boolean isFast) implements Work {
        @Override
        public void run(EmulatedDevice device, Arguments arguments) {
            KernelArguments given = (KernelArguments) arguments;
            long bytes = (long) given.count() * given.bins() * precision.complexBytes();
            double[] rows = doubles(device.at(given.rows(), (long) given.count() * given.stride() * Double.BYTES));
            double[] tables = doubles(
                device.at(given.tables(), (long) GridTables.TABLES * given.bins() * Double.BYTES));
            MemorySegment flags = device.at(given.flags(), (long) given.count() * Integer.BYTES);
            int[] found = flags.toArray(ValueLayout.JAVA_INT);
            point.call(rows, given.stride(), given.count(), tables, given.bins(), given.firstBin(), given.tolerance(),
                device.at(given.plus(), bytes), device.at(given.cross(), bytes), found);
            for (int row = 0; row < found.length; row++) {
                if (isFast && row % 2 == 1) {
                    found[row] |= HostKernels.MOSTLY_EXACT;
                }
                flags.setAtIndex(ValueLayout.JAVA_INT, row, found[row]);
            }
        }

        private static double[] doubles(MemorySegment memory) {
            return memory.toArray(ValueLayout.JAVA_DOUBLE);
        }
    }
}
