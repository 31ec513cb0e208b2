package org.chirpmill.engine.cuda;

import java.lang.foreign.MemorySegment;
import jcuda.Pointer;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** A stream of the driver's. */
final class JCudaStream implements Stream {
    private final JCudaDevice device;
    private final CUstream stream;

    JCudaStream(JCudaDevice device, CUstream stream) {
        this.device = device;
        this.stream = stream;
    }

    /** The driver's. */
    CUstream handle() {
        return stream;
    }

    @Override
    public void copyIn(long target, MemorySegment host) {
        device.require(JCudaDriver.cuMemcpyHtoDAsync(
            new JCudaAddress(target), new JCudaHostAddress(host.address()), host.byteSize(), stream), "taking rows in");
    }

    @Override
    public void copyOut(MemorySegment host, long source) {
        device.require(JCudaDriver.cuMemcpyDtoHAsync(
            new JCudaHostAddress(host.address()), new JCudaAddress(source), host.byteSize(), stream),
            "giving waveforms out");
    }

    @Override
    public void clear(long target, long bytes) {
        device.require(JCudaDriver.cuMemsetD8Async(new JCudaAddress(target), (byte) 0, bytes, stream),
            "clearing memory");
    }

    @Override
    public void launch(Image.Kernel kernel, LaunchShape shape, KernelArguments arguments) {
        device.require(JCudaDriver.cuLaunchKernel(((JCudaImage.Entry) kernel).function(),
            shape.blocksX(), shape.blocksY(), 1, shape.threads(), 1, 1, shape.sharedBytes(), stream,
            pointers(arguments), null), "starting a kernel");
    }

    @Override
    public void synchronise() {
        device.require(JCudaDriver.cuStreamSynchronize(stream), "computing waveforms");
    }

    @Override
    public void close() {
        device.giveBack(() -> JCudaDriver.cuStreamDestroy(stream));
    }

    /** An array of pointers to each argument, which the driver copies before it returns. */
    private static Pointer pointers(KernelArguments arguments) {
        return Pointer.to(
            Pointer.to(new long[] {arguments.rows()}),
            Pointer.to(new int[] {arguments.stride()}),
            Pointer.to(new int[] {arguments.count()}),
            Pointer.to(new long[] {arguments.tables()}),
            Pointer.to(new int[] {arguments.bins()}),
            Pointer.to(new int[] {arguments.firstBin()}),
            Pointer.to(new double[] {arguments.tolerance()}),
            Pointer.to(new long[] {arguments.plus()}),
            Pointer.to(new long[] {arguments.cross()}),
            Pointer.to(new long[] {arguments.flags()}));
    }
}
