package org.chirpmill.engine.cuda;

import java.util.function.IntSupplier;
import jcuda.driver.CUcontext;
import jcuda.driver.CUctx_flags;
import jcuda.driver.CUdevice;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;
import org.chirpmill.engine.DeviceFailureException;

/**
 * A GPU reached through JCuda and the driver. Its primary context is made at first use and stays as long as the
 * process: making it takes longer than many a dataset.
 */
final class JCudaDevice implements Device {
    private final CUdevice device;
    private final DeviceFacts facts;
    private CUcontext context;
    private volatile String failure;

    JCudaDevice(CUdevice device, DeviceFacts facts) {
        this.device = device;
        this.facts = facts;
    }

    /** The driver's. */
    CUdevice handle() {
        return device;
    }

    @Override
    public DeviceFacts facts() {
        return facts;
    }

    @Override
    public synchronized void makeCurrent() {
        try {
            if (context == null) {
                // Threads that wait for the device leave their cores to those that prepare rows. Refused where the
                // context was made already, which then stays as it is.
                JCudaDriver.cuDevicePrimaryCtxSetFlags(device, CUctx_flags.CU_CTX_SCHED_BLOCKING_SYNC);
                CUcontext retained = new CUcontext();
                require(JCudaDriver.cuDevicePrimaryCtxRetain(retained, device), "being set up");
                context = retained;
            }
            require(JCudaDriver.cuCtxSetCurrent(context), "being set up");
        } catch (DeviceFailureException failed) {
            failure = failed.getMessage();
        }
    }

    @Override
    public long freeBytes() {
        long[] free = new long[1];
        require(JCudaDriver.cuMemGetInfo(free, new long[1]), "telling its free memory");
        return free[0];
    }

    @Override
    public long allocate(long bytes) {
        JCudaAddress pointer = new JCudaAddress();
        require(JCudaDriver.cuMemAlloc(pointer, bytes), "taking " + bytes + " bytes of its memory");
        return pointer.address();
    }

    @Override
    public void free(long address) {
        giveBack(() -> JCudaDriver.cuMemFree(new JCudaAddress(address)));
    }

    @Override
    public boolean pin(long hostAddress, long bytes) {
        if (failure != null) {
            return false;
        }
        int status = JCudaDriver.cuMemHostRegister(
            new JCudaHostAddress(hostAddress), bytes, JCudaDriver.CU_MEMHOSTREGISTER_PORTABLE);
        return status == CUresult.CUDA_SUCCESS;
    }

    @Override
    public void unpin(long hostAddress) {
        giveBack(() -> JCudaDriver.cuMemHostUnregister(new JCudaHostAddress(hostAddress)));
    }

    @Override
    public Stream openStream() {
        CUstream stream = new CUstream();
        require(JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING), "opening a stream");
        return new JCudaStream(this, stream);
    }

    @Override
    public Image load(String name, byte[] ptx) {
        byte[] terminated = new byte[ptx.length + 1];
        System.arraycopy(ptx, 0, terminated, 0, ptx.length);
        CUmodule module = new CUmodule();
        int status = JCudaDriver.cuModuleLoadData(module, terminated);
        if (status == CUresult.CUDA_ERROR_UNSUPPORTED_PTX_VERSION || status == CUresult.CUDA_ERROR_INVALID_PTX
            || status == CUresult.CUDA_ERROR_NO_BINARY_FOR_GPU
            || status == CUresult.CUDA_ERROR_JIT_COMPILER_NOT_FOUND) {
            throw new UnsupportedOperationException("the NVIDIA driver of " + facts.title() + " does not take the "
                + name + " kernels (" + JCudaStatus.words(status) + "; " + facts.driver() + "): install a newer driver"
                + Cards.ALTERNATIVE);
        }
        require(status, "loading the " + name + " kernels");
        return new JCudaImage(this, module);
    }

    /**
     * Throws unless all is well. Whatever fails but for lack of memory counts as the device's end: most such errors
     * spoil the context for good, and none of the others is expected.
     *
     * @param action what the device was at, to follow "while"
     */
    void require(int status, String action) {
        if (failure != null) {
            throw new DeviceFailureException(failure);
        }
        if (status == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            throw new OutOfDeviceMemoryException(facts.title() + " ran out of memory while " + action);
        }
        if (status != CUresult.CUDA_SUCCESS) {
            failure = facts.title() + " failed while " + action + " (" + JCudaStatus.words(status) + ")";
            throw new DeviceFailureException(failure);
        }
    }

    /**
     * Runs what gives something back, unless the device failed. The status is of no use: it tells of work that was
     * queued before, and so does the next call.
     */
    void giveBack(IntSupplier call) {
        if (failure == null) {
            call.getAsInt();
        }
    }
}
