package org.chirpmill.engine.cuda;

import java.util.LinkedHashMap;
import java.util.Map;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUevent;
import jcuda.driver.CUevent_flags;
import jcuda.driver.CUfunction;
import jcuda.driver.CUfunction_attribute;
import jcuda.driver.JCudaDriver;

/** The driver's events, attributes and occupancy calculation. */
final class JCudaGauge implements Gauge {
    private final JCudaDevice device;

    JCudaGauge(JCudaDevice device) {
        this.device = device;
    }

    @Override
    public Stopwatch openStopwatch() {
        return new Events(event(), event());
    }

    @Override
    public void fill(Stream stream, long address, long bytes, byte value) {
        device.require(JCudaDriver.cuMemsetD8Async(
            new JCudaAddress(address), value, bytes, ((JCudaStream) stream).handle()), "filling memory");
    }

    @Override
    public void copy(Stream stream, long to, long from, long bytes) {
        device.require(JCudaDriver.cuMemcpyDtoDAsync(
            new JCudaAddress(to), new JCudaAddress(from), bytes, ((JCudaStream) stream).handle()), "copying");
    }

    @Override
    public KernelFacts facts(Image.Kernel kernel, LaunchShape shape) {
        CUfunction function = ((JCudaImage.Entry) kernel).function();
        int[] blocks = new int[1];
        device.require(JCudaDriver.cuOccupancyMaxActiveBlocksPerMultiprocessor(
            blocks, function, shape.threads(), shape.sharedBytes()), "telling an occupancy");
        int most = attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_THREADS_PER_MULTIPROCESSOR);
        return new KernelFacts(attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_NUM_REGS, function),
            attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_LOCAL_SIZE_BYTES, function),
            attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES, function), blocks[0],
            blocks[0] * shape.threads() / (double) most);
    }

    @Override
    public Map<String, Object> card() {
        Map<String, Object> card = new LinkedHashMap<>();
        DeviceFacts facts = device.facts();
        card.put("name", facts.name());
        card.put("driver", facts.driver());
        card.put("compute_capability", facts.major() + "." + facts.minor());
        card.put("memory_bytes", facts.totalBytes());
        card.put("multiprocessors", multiprocessors());
        card.put("clock_kHz", attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_CLOCK_RATE));
        card.put("memory_clock_kHz", attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MEMORY_CLOCK_RATE));
        card.put("memory_bus_bits", attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_GLOBAL_MEMORY_BUS_WIDTH));
        card.put("l2_bytes", attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_L2_CACHE_SIZE));
        card.put("ecc", attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_ECC_ENABLED));
        return card;
    }

    @Override
    public int multiprocessors() {
        return attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
    }

    private CUevent event() {
        CUevent event = new CUevent();
        device.require(JCudaDriver.cuEventCreate(event, CUevent_flags.CU_EVENT_DEFAULT), "making an event");
        return event;
    }

    private int attribute(int attribute) {
        int[] value = new int[1];
        device.require(JCudaDriver.cuDeviceGetAttribute(value, attribute, device.handle()), "describing itself");
        return value[0];
    }

    private int attribute(int attribute, CUfunction function) {
        int[] value = new int[1];
        device.require(JCudaDriver.cuFuncGetAttribute(value, attribute, function), "describing a kernel");
        return value[0];
    }

    private final class Events implements Stopwatch {
        private final CUevent first;
        private final CUevent second;

        Events(CUevent first, CUevent second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void start(Stream stream) {
            device.require(JCudaDriver.cuEventRecord(first, ((JCudaStream) stream).handle()), "marking a time");
        }

        @Override
        public void stop(Stream stream) {
            device.require(JCudaDriver.cuEventRecord(second, ((JCudaStream) stream).handle()), "marking a time");
        }

        @Override
        public double seconds() {
            device.require(JCudaDriver.cuEventSynchronize(second), "reaching a mark");
            float[] milliseconds = new float[1];
            device.require(JCudaDriver.cuEventElapsedTime(milliseconds, first, second), "telling a time");
            return milliseconds[0] * 1e-3;
        }

        @Override
        public void close() {
            device.giveBack(() -> JCudaDriver.cuEventDestroy(first));
            device.giveBack(() -> JCudaDriver.cuEventDestroy(second));
        }
    }
}
