package org.chirpmill.engine.cuda;

import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;
import org.chirpmill.kernels.HostCompiler;
import org.chirpmill.kernels.HostKernels;

/** The device code that turns rows, compiled for the CPU. */
record EmulatedTurning() implements Image {
    @Override
    public Optional<Kernel> kernel(String name, int sharedBytes) {
        MethodHandle handle = Linker.nativeLinker().downcallHandle(
            HostCompiler.ROUNDING.library(HostKernels.source(DeviceTurning.STEM)).find(name).orElseThrow(),
            HostKernels.TURNING);
        return Optional.of(new Entry(handle, name.endsWith("_single") ? 8 : 16));
    }

    @Override
    public OptionalInt number(String name) {
        return OptionalInt.empty();
    }

    private record Entry(MethodHandle handle, int complexBytes) implements EmulatedImage.Work {
        @Override
        public void run(EmulatedDevice device, Arguments arguments) {
            TurningArguments given = (TurningArguments) arguments;
            long bytes = (long) given.rows() * given.bins() * complexBytes;
            try {
                handle.invokeExact(device.at(given.plus(), bytes), device.at(given.cross(), bytes),
                    device.at(given.chirps(), given.rows() * DeviceTurning.ROW_BYTES),
                    device.at(given.powers(), 2L * given.bins() * Double.BYTES), given.rows(), given.bins(),
                    given.firstBin());
            } catch (Throwable failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
