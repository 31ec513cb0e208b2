package org.chirpmill.engine.cuda;

import jcuda.Pointer;

/** Host memory by its address. */
final class JCudaHostAddress extends Pointer {
    JCudaHostAddress(long address) {
        super(address);
    }
}
