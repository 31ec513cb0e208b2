package org.chirpmill.engine.tornado;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/** The devices that TornadoVM finds. Loading this class starts TornadoVM. */
final class TornadoDevices {
    private TornadoDevices() {}

    /**
     * A device by the name that TornadoVM's own tools give it.
     *
     * @param name number of the backend, colon, number of the device in it, such as {@code 0:1}
     * @param backend what TornadoVM drives it with, such as OPENCL
     * @param device the device
     */
    record Named(String name, TornadoVMBackendType backend, TornadoDevice device) {
        boolean isCpu() {
            return device.getDeviceType() == TornadoDeviceType.CPU;
        }

        /** Metal has no doubles, and the PTX backend takes single-precision sines for double ones. */
        boolean isExact() {
            return backend != TornadoVMBackendType.METAL && backend != TornadoVMBackendType.PTX
                && device.getDeviceContext().isFP64Supported();
        }

        @Override
        public String toString() {
            return name + " " + device.getPhysicalDevice().getDeviceName().strip() + " (" + backend + ")";
        }
    }

    /** All devices that compute doubles as doubles, those that are no CPU first. */
    static List<Named> all() {
        List<TornadoBackend> backends = TornadoExecutionPlan.getTornadoDeviceMap().getAllBackends();
        return IntStream.range(0, backends.size()).boxed()
            .flatMap(backend -> devices(backend, backends.get(backend)))
            .filter(Named::isExact)
            .sorted(Comparator.comparing(Named::isCpu))
            .toList();
    }

    /** The device of that name. */
    static Optional<Named> named(String name) {
        return all().stream().filter(device -> device.name.equals(name)).findFirst();
    }

    private static Stream<Named> devices(int backend, TornadoBackend found) {
        return IntStream.range(0, found.getNumDevices())
            .mapToObj(index -> new Named(backend + ":" + index, found.getBackendType(), found.getDevice(index)));
    }
}
