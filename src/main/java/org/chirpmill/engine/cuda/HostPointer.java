package org.chirpmill.engine.cuda;

import jcuda.Pointer;

/** Host memory by its address. */
final class HostPointer extends Pointer {
    HostPointer(long address) {
        super(address);
    }
}
