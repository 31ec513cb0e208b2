package org.chirpmill.kernels;

import org.opentest4j.TestAbortedException;

/** Says that a test is skipped because this machine cannot compile and run device code; {@link SkippedDeviceTests}. */
final class DeviceTestSkippedException extends TestAbortedException {
    private static final long serialVersionUID = 1;

    DeviceTestSkippedException(String reason) {
        super(reason);
    }
}
