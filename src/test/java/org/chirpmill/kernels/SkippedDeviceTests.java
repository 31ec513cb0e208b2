package org.chirpmill.kernels;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Counts the tests that are skipped because device code cannot be compiled and run here, and tells how many there were
 * when all tests are done: a green build without them is less than it looks. JUnit finds this class as a service.
 */
public final class SkippedDeviceTests implements TestWatcher {
    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(SkippedDeviceTests.class);

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        if (cause instanceof DeviceTestSkippedException) {
            context.getRoot().getStore(NAMESPACE).computeIfAbsent(Tally.class).add(cause.getMessage());
        }
    }

    /** How many tests were skipped for which reason. JUnit closes it when all tests are done. */
    static final class Tally implements AutoCloseable {
        private final Map<String, Integer> tests = new TreeMap<>();

        synchronized void add(String reason) {
            tests.merge(reason, 1, Integer::sum);
        }

        /** A line for each reason. */
        synchronized String text() {
            StringBuilder text = new StringBuilder();
            tests.forEach((reason, count) -> text.append(count).append(count == 1 ? " test was" : " tests were")
                .append(" skipped: ").append(reason).append(" (with -D").append(HostCompiler.REQUIRED)
                .append("=true such tests fail)").append(System.lineSeparator()));
            return text.toString();
        }

        @Override
        public void close() {
            System.out.print(text());
        }
    }
}
