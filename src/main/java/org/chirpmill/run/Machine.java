package org.chirpmill.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this machine is, for records of how something was made or measured. */
public final class Machine {
    private static final Path LINUX_CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, cores, operating system and Java, in one line. */
    public static String description() {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
            + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java " + Runtime.version();
    }

    /** Bytes of memory, the container's where it has a limit. */
    public static long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /**
     * The JVM's heap.
     *
     * @param maximumBytes as {@code -Xmx} says
     * @param largestBytes of the part of it where large arrays lie, which is all of it or less, as the collector has it
     */
    record Heap(long maximumBytes, long largestBytes) {}

    /** How much the heap may hold. */
    static Heap heap() {
        long maximum = Runtime.getRuntime().maxMemory();
        long largest = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getUsage().getMax())
            .max().orElse(maximum);
        return new Heap(maximum, largest < 0 ? maximum : largest);
    }

    /** The processor, as the system names it. */
    public static String processor() {
        try (Stream<String> lines = Files.lines(LINUX_CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
