package org.chirpmill.engine.cuda;

import java.util.List;
import java.util.Optional;

/**
 * The GPUs of this machine that can be used, or why there are none.
 *
 * @param obstacle one sentence with its remedy, where there are none
 * @param usable those that can, by the driver's number
 */
public record Cards(Optional<String> obstacle, List<Card> usable) {
    /** Ten times the compute capability that the kernels are compiled for: see kernels/build-ptx. */
    static final int LEAST_CAPABILITY = 75;
    /** What ends every obstacle's sentence. */
    static final String ALTERNATIVE = ", or use the vector backend";

    /** No GPU. */
    static Cards none(String obstacle) {
        return new Cards(Optional.of(obstacle), List.of());
    }

    /** Those of the devices that are new enough. */
    static Cards of(List<? extends Device> devices) {
        if (devices.isEmpty()) {
            return none("the cuda backend finds no NVIDIA GPU: see what nvidia-smi lists and what CUDA_VISIBLE_DEVICES "
                + "says" + ALTERNATIVE);
        }
        PinnedMemory pinned = new PinnedMemory();
        List<Card> usable = devices.stream().filter(device -> device.facts().isSupported())
            .map(device -> new Card(device, pinned)).toList();
        if (usable.isEmpty()) {
            DeviceFacts facts = devices.getFirst().facts();
            return none("the cuda backend needs a GPU of compute capability 7.5 (Turing) or newer, and " + facts.title()
                + " has " + facts.major() + "." + facts.minor() + ": use a newer one" + ALTERNATIVE);
        }
        return new Cards(Optional.empty(), usable);
    }

    /** This machine's; looked for once, at the first call. */
    public static Cards installed() {
        return Installed.CARDS;
    }

    private static final class Installed {
        static final Cards CARDS = InstalledDriver.cards();
    }
}
