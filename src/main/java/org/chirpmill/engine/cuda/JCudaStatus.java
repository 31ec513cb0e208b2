package org.chirpmill.engine.cuda;

import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;
import org.chirpmill.engine.DeviceFailureException;

/** What the driver's statuses say. */
final class JCudaStatus {
    private JCudaStatus() {}

    /** The driver's name of a status and what it says of it. */
    static String words(int status) {
        String[] text = new String[1];
        boolean isDescribed = JCudaDriver.cuGetErrorString(status, text) == CUresult.CUDA_SUCCESS && text[0] != null;
        return CUresult.stringFor(status) + (isDescribed ? ", " + text[0] : "");
    }

    /** Throws unless all is well, before any device is in use. */
    static void require(int status, String action) {
        if (status != CUresult.CUDA_SUCCESS) {
            throw new DeviceFailureException("the NVIDIA driver failed while " + action + " (" + words(status)
                + "): see whether nvidia-smi works" + Cards.ALTERNATIVE);
        }
    }
}
