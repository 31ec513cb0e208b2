package org.chirpmill.engine.cuda;

import jcuda.driver.CUdeviceptr;

/** Device memory by its address, which JCuda keeps to itself. */
final class JCudaAddress extends CUdeviceptr {
    /** Receives an address from the driver. */
    JCudaAddress() {}

    JCudaAddress(long address) {
        super(new CUdeviceptr(), address);
    }

    long address() {
        return getNativePointer() + getByteOffset();
    }
}
