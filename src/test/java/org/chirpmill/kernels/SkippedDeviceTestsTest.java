package org.chirpmill.kernels;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

/** What becomes of tests of device code where there is no compiler for it. */
class SkippedDeviceTestsTest {
    private static final Optional<String> OBSTACLE = Optional.of("there is no g++");

    @Test
    void withoutACompilerATestIsSkippedUnlessThatIsNotAllowed() {
        assertEquals("there is no g++", assertThrows(DeviceTestSkippedException.class,
            () -> HostCompiler.require(OBSTACLE, false)).getMessage());
        assertEquals("-Dchirpmill.requireDeviceTests=true allows no skipped test, but there is no g++",
            assertThrows(AssertionError.class, () -> HostCompiler.require(OBSTACLE, true)).getMessage());
        assertDoesNotThrow(() -> HostCompiler.require(Optional.empty(), true));
        assertDoesNotThrow(() -> HostCompiler.require(Optional.empty(), false));
    }

    @Test
    void skippedTestsAreCountedByTheirReason() {
        SkippedDeviceTests.Tally tally = new SkippedDeviceTests.Tally();
        assertEquals("", tally.text());
        tally.add("there is no g++");
        tally.add("this processor cannot fuse");
        tally.add("there is no g++");
        String allowed = " (with -Dchirpmill.requireDeviceTests=true such tests fail)" + System.lineSeparator();
        assertEquals("2 tests were skipped: there is no g++" + allowed
            + "1 test was skipped: this processor cannot fuse" + allowed, tally.text());
    }

    @Test
    void junitFindsWhoCounts() {
        assertEquals(1, ServiceLoader.load(Extension.class).stream()
            .filter(each -> each.type() == SkippedDeviceTests.class).count());
    }
}
