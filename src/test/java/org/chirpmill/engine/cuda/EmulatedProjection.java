package org.chirpmill.engine.cuda;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.kernels.HostKernels;

/**
 * The projection's device code, compiled for the CPU.
 *
 * @param isSpoilt whether the first coefficient of each launch comes out as zero
 */
record EmulatedProjection(boolean isSpoilt) implements Image {
    @Override
    public Optional<Kernel> kernel(String name, int sharedBytes) {
        MemorySegment symbol = HostCompiler.ROUNDING.library(HostKernels.source(DeviceProjection.STEM)).find(name)
            .orElseThrow();
        MethodHandle handle = Linker.nativeLinker().downcallHandle(symbol, HostKernels.PROJECTION);
        return Optional.of(new Entry(handle, name.endsWith("_single") ? 8 : 16, isSpoilt));
    }

    @Override
    public OptionalInt number(String name) {
        return OptionalInt.of(16_000);
    }

    private record Entry(MethodHandle handle, int complexBytes, boolean isSpoilt) implements EmulatedImage.Work {
        @Override
        public void run(EmulatedDevice device, Arguments arguments) {
            ProjectionArguments given = (ProjectionArguments) arguments;
            MemorySegment coefficients =
                device.at(given.coefficients(), (long) given.rows() * given.size() * complexBytes);
            long counting = given.endBin() - given.firstBin();
            try {
                handle.invokeExact(device.at(given.strain(), (long) given.rows() * given.bins() * complexBytes),
                    device.at(given.matrix(), counting * given.size() * complexBytes), given.rows(), given.bins(),
                    given.firstBin(), given.endBin(), given.size(), given.scale(),
                    coefficients);
            } catch (Throwable failed) {
                throw new IllegalStateException(failed);
            }
            if (isSpoilt) {
                coefficients.asSlice(0, complexBytes).fill((byte) 0);
            }
        }
    }
}
