package org.chirpmill.kernels;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.chirpmill.rows.Precision;

/**
 * The entry points of the device code, compiled for the CPU, as {@code kernels/README.md} describes them. A call does
 * the work of the whole grid of blocks.
 */
public final class HostKernels {
    /** A bit of a row's flags: some number of the row is not finite. */
    public static final int NOT_FINITE = 1;
    /** A bit of a row's flags: a fast kernel evaluated most of the row bin by bin. */
    public static final int MOSTLY_EXACT = 2;

    private static final FunctionDescriptor SIGNATURE = FunctionDescriptor.ofVoid(
        ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_DOUBLE, ADDRESS, ADDRESS, ADDRESS);

    /** The projection's entry points: strain, matrix, rows, bins, firstBin, endBin, size, scale, coefficients. */
    public static final FunctionDescriptor PROJECTION = FunctionDescriptor.ofVoid(
        ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE, ADDRESS);

    /** The entry points that turn rows: plus, cross, chirps, powers, rows, bins, firstBin. */
    public static final FunctionDescriptor TURNING = FunctionDescriptor.ofVoid(
        ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);

    private HostKernels() {}

    /** An entry point. */
    @FunctionalInterface
    public interface EntryPoint {
        /**
         * Evaluates waveforms.
         *
         * @param rows coefficient rows, the first at index 0
         * @param stride how far apart they are
         * @param count how many there are
         * @param tables the grid's {@link org.chirpmill.model.GridTables}
         * @param bins number of bins of the grid
         * @param firstBin bins before it are zero
         * @param tolerance the relative L2 error allowed; exact kernels ignore it
         * @param plus receives count x bins complex numbers
         * @param cross likewise
         * @param flags one a row, zero before the call
         */
        void call(double[] rows, int stride, int count, double[] tables, int bins, int firstBin, double tolerance,
            MemorySegment plus, MemorySegment cross, int[] flags);
    }

    /** The file of a model's entry points, by {@link org.chirpmill.model.WaveformModel#deviceKernel}. */
    public static Path source(String kernel) {
        return HostCompiler.SOURCES.resolve(kernel + ".cu");
    }

    /** The exact entry point of a kernel. */
    public static EntryPoint find(HostCompiler compiler, String kernel, Precision precision) {
        return find(compiler, kernel, kernel + "_" + precision.name().toLowerCase(Locale.ROOT));
    }

    /** An entry point by its own name. */
    public static EntryPoint find(HostCompiler compiler, String kernel, String name) {
        MemorySegment symbol = compiler.library(source(kernel)).find(name).orElseThrow(
            () -> new NoSuchElementException("no entry point " + name + " in " + source(kernel)));
        MethodHandle handle = Linker.nativeLinker().downcallHandle(symbol, SIGNATURE);
        return (rows, stride, count, tables, bins, firstBin, tolerance, plus, cross, flags) -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment flagsThere = arena.allocateFrom(JAVA_INT, flags);
                handle.invokeExact(arena.allocateFrom(JAVA_DOUBLE, rows), stride, count,
                    arena.allocateFrom(JAVA_DOUBLE, tables), bins, firstBin, tolerance, plus, cross, flagsThere);
                MemorySegment.copy(flagsThere, JAVA_INT, 0, flags, 0, flags.length);
            } catch (Throwable e) {
                throw new IllegalStateException(name + " cannot be called", e);
            }
        };
    }
}
