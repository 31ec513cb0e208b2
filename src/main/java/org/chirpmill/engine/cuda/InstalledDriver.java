package org.chirpmill.engine.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;

/** Asks, the cheapest question first, whether this machine has a driver; loads JCuda only where it does. */
final class InstalledDriver {
    private static final String LIBRARY = "libcuda.so.1";
    /** All that is called: where one is missing, calling it would end the process on the spot. */
    private static final List<String> FUNCTIONS = List.of("cuInit", "cuDriverGetVersion", "cuDeviceGetCount",
        "cuDeviceGet", "cuDeviceGetName", "cuDeviceTotalMem_v2", "cuDeviceGetAttribute", "cuGetErrorString",
        "cuDevicePrimaryCtxSetFlags_v2", "cuDevicePrimaryCtxRetain", "cuCtxSetCurrent", "cuMemGetInfo_v2",
        "cuMemAlloc_v2", "cuMemFree_v2", "cuMemHostRegister_v2", "cuMemHostUnregister", "cuStreamCreate",
        "cuStreamDestroy_v2", "cuStreamSynchronize", "cuMemcpyHtoDAsync_v2", "cuMemcpyDtoHAsync_v2",
        "cuMemcpyDtoH_v2", "cuMemsetD8Async", "cuModuleLoadData", "cuModuleGetFunction", "cuModuleGetGlobal_v2",
        "cuFuncSetAttribute", "cuLaunchKernel");

    private InstalledDriver() {}

    /** The GPUs that the driver knows. */
    static Cards cards() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        if (!(system.equals("Linux") && processor.equals("amd64"))) {
            return Cards.none("the cuda backend runs on Linux on x86-64, and this is " + system + " on " + processor
                + ": use the vector backend");
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, arena);
            Optional<String> missing = FUNCTIONS.stream().filter(name -> library.find(name).isEmpty()).findFirst();
            if (missing.isPresent()) {
                return Cards.none("the cuda backend needs an NVIDIA driver for CUDA 11.0 or newer, and the one here "
                    + "(" + LIBRARY + ") lacks " + missing.get() + ": install a newer driver" + Cards.ALTERNATIVE);
            }
        } catch (IllegalArgumentException absent) {
            return Cards.none("the cuda backend needs an NVIDIA driver (" + LIBRARY + " is not on this machine): "
                + "install the driver" + Cards.ALTERNATIVE);
        }
        try {
            return JCudaDevices.find();
        } catch (LinkageError broken) {
            // Told once: from here on JCuda's classes are unusable.
            String reason = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            return Cards.none("the cuda backend could not load JCuda (" + reason + "): see that the NVIDIA driver is "
                + "whole and that the temporary folder lets libraries be loaded" + Cards.ALTERNATIVE);
        }
    }
}
