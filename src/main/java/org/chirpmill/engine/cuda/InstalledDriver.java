package org.chirpmill.engine.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/** Asks, the cheapest question first, whether this machine has a driver; loads JCuda only where it does. */
final class InstalledDriver {
    private static final String LIBRARY = "libcuda.so.1";

    private InstalledDriver() {}

    /** The GPUs that the driver knows. */
    static Cards cards() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        if (!(system.equals("Linux") && processor.equals("amd64"))) {
            return Cards.none("the cuda backend runs on Linux on x86-64, and this is " + system + " on " + processor
                + ": use --backend vector");
        }
        if (!isThere()) {
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

    private static boolean isThere() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(LIBRARY, arena);
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }
}
