package org.chirpmill.engine.cuda;

import java.util.Optional;
import java.util.OptionalInt;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUfunction_attribute;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** A module of the driver's. */
final class JCudaImage implements Image {
    /** What a block may ask for without more ado, bytes. */
    private static final int PLAIN_SHARED_BYTES = 48 << 10;

    private final JCudaDevice device;
    private final CUmodule module;

    JCudaImage(JCudaDevice device, CUmodule module) {
        this.device = device;
        this.module = module;
    }

    @Override
    public Optional<Kernel> kernel(String name, int sharedBytes) {
        CUfunction function = new CUfunction();
        int status = JCudaDriver.cuModuleGetFunction(function, module, name);
        if (status == CUresult.CUDA_ERROR_NOT_FOUND) {
            return Optional.empty();
        }
        device.require(status, "finding the kernel " + name);
        if (sharedBytes > PLAIN_SHARED_BYTES) {
            device.require(JCudaDriver.cuFuncSetAttribute(
                function, CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, sharedBytes),
                "giving the kernel " + name + " " + sharedBytes + " bytes of shared memory a block");
        }
        return Optional.of(new Entry(function));
    }

    @Override
    public OptionalInt number(String name) {
        JCudaAddress address = new JCudaAddress();
        long[] bytes = new long[1];
        int status = JCudaDriver.cuModuleGetGlobal(address, bytes, module, name);
        if (status == CUresult.CUDA_ERROR_NOT_FOUND) {
            return OptionalInt.empty();
        }
        device.require(status, "finding " + name);
        int[] value = new int[1];
        device.require(JCudaDriver.cuMemcpyDtoH(Pointer.to(value), address, Integer.BYTES), "reading " + name);
        return OptionalInt.of(value[0]);
    }

    /** An entry point of a module. */
    record Entry(CUfunction function) implements Kernel {}
}
