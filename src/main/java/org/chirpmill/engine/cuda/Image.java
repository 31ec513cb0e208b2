package org.chirpmill.engine.cuda;

import java.util.Optional;
import java.util.OptionalInt;

/** The kernels of one model, compiled for a device; there as long as the device is. Used with its device current. */
public interface Image {
    /**
     * The entry point of that name, where there is one.
     *
     * @param sharedBytes how much shared memory its launches ask for
     */
    Optional<Kernel> kernel(String name, int sharedBytes);

    /** The value of a global {@code int} of that name, where there is one. */
    OptionalInt number(String name);

    /** An entry point. */
    interface Kernel {}
}
