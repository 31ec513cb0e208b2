package org.chirpmill.engine.cuda;

import jcuda.driver.CUdeviceptr;

/** Device memory by its address, which JCuda keeps to itself. */
final class DevicePointer extends CUdeviceptr {
    /** Receives an address from the driver. */
    DevicePointer() {}

    DevicePointer(long address) {
        super(new CUdeviceptr(), address);
    }

    long address() {
        return getNativePointer() + getByteOffset();
    }
}
