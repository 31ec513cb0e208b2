package org.chirpmill.engine.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jcuda.LogLevel;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** Loads JCuda and finds the driver's devices. */
final class JCudaDevices {
    /** What {@code kernels/build-ptx} writes PTX for, as the driver numbers versions: CUDA 11.0. */
    private static final int LEAST_VERSION = 11000;
    private static final Path DRIVER_VERSION = Path.of("/proc/driver/nvidia/version");
    private static final Pattern KERNEL_MODULE = Pattern.compile("Kernel Module.*?\\s(\\d+\\.[0-9.]+)\\s");

    private JCudaDevices() {}

    /**
     * The devices that this process may see.
     *
     * @throws LinkageError where JCuda's native half cannot be loaded
     */
    static Cards find() {
        loadNatives();
        JCudaDriver.setLogLevel(LogLevel.LOG_QUIET);
        JCudaDriver.setExceptionsEnabled(false);
        int status = JCudaDriver.cuInit(0);
        if (status == CUresult.CUDA_ERROR_NO_DEVICE) {
            return Cards.of(List.of());
        }
        if (status != CUresult.CUDA_SUCCESS) {
            return Cards.none("the cuda backend cannot start the NVIDIA driver (" + JCudaStatus.words(status)
                + "): see whether nvidia-smi works" + Cards.ALTERNATIVE);
        }
        int[] version = new int[1];
        JCudaStatus.require(JCudaDriver.cuDriverGetVersion(version), "asking for the driver's version");
        if (version[0] < LEAST_VERSION) {
            return Cards.none("the cuda backend needs an NVIDIA driver for CUDA " + cuda(LEAST_VERSION)
                + " or newer, and this one is for CUDA " + cuda(version[0]) + ": install a newer driver"
                + Cards.ALTERNATIVE);
        }
        int[] count = new int[1];
        JCudaStatus.require(JCudaDriver.cuDeviceGetCount(count), "counting GPUs");
        List<JCudaDevice> devices = new ArrayList<>();
        String driver = driver(version[0]);
        for (int index = 0; index < count[0]; index++) {
            CUdevice device = new CUdevice();
            JCudaStatus.require(JCudaDriver.cuDeviceGet(device, index), "finding GPU " + index);
            devices.add(new JCudaDevice(device, facts(device, index, driver)));
        }
        return Cards.of(devices);
    }

    private static DeviceFacts facts(CUdevice device, int index, String driver) {
        String action = "describing GPU " + index;
        byte[] name = new byte[256];
        long[] bytes = new long[1];
        JCudaStatus.require(JCudaDriver.cuDeviceGetName(name, name.length, device), action);
        JCudaStatus.require(JCudaDriver.cuDeviceTotalMem(bytes, device), action);
        String text = new String(name, StandardCharsets.UTF_8);
        return new DeviceFacts(index, text.substring(0, text.indexOf('\0')).strip(),
            attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, device, action),
            attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, device, action), bytes[0],
            attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN, device, action),
            driver);
    }

    private static int attribute(int attribute, CUdevice device, String action) {
        int[] value = new int[1];
        JCudaStatus.require(JCudaDriver.cuDeviceGetAttribute(value, attribute, device), action);
        return value[0];
    }

    /**
     * JCuda unpacks its library into the temporary folder under a name that is always the same, where one that another
     * user made or that a killed process half wrote may lie. So for that moment it gets a folder of its own.
     */
    private static void loadNatives() {
        String property = "java.io.tmpdir";
        String before = System.getProperty(property);
        try {
            Path folder = Files.createTempDirectory("chirpmill-cuda");
            try {
                System.setProperty(property, folder.toString());
                JCudaDriver.setLogLevel(LogLevel.LOG_QUIET);
            } finally {
                System.setProperty(property, before);
                delete(folder);
            }
        } catch (IOException unwritable) {
            throw new UnsatisfiedLinkError("no folder could be made in " + before + ": " + unwritable.getMessage());
        }
    }

    /** A library that is loaded stays so when its file goes. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        Files.delete(folder);
    }

    /** The driver in words: its own version where the system tells, and the CUDA that it is for. */
    private static String driver(int version) {
        try {
            Matcher matcher = KERNEL_MODULE.matcher(Files.readString(DRIVER_VERSION));
            if (matcher.find()) {
                return "driver " + matcher.group(1) + " (CUDA " + cuda(version) + ")";
            }
        } catch (IOException unknown) {
            // In some containers the system does not tell.
        }
        return "driver for CUDA " + cuda(version);
    }

    private static String cuda(int version) {
        return version / 1000 + "." + version % 1000 / 10;
    }
}
