package org.chirpmill.bench.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chirpmill.engine.cuda.Arguments;
import org.chirpmill.engine.cuda.Device;
import org.chirpmill.engine.cuda.Gauge;
import org.chirpmill.engine.cuda.Image;
import org.chirpmill.engine.cuda.LaunchShape;
import org.chirpmill.engine.cuda.Stream;

/**
 * What this card can do at best, measured.
 *
 * @param copyRate bytes a second of a copy within device memory, read and written ones counted
 * @param fillRate bytes a second written by the driver's fill
 * @param inRate bytes a second from pinned host memory
 * @param outRate bytes a second to pinned host memory
 * @param doubleRate fused multiply-adds of doubles a second
 * @param singleRate of floats
 * @param launchSeconds of a kernel that does nothing, one after another
 */
record Ceilings(double copyRate, double fillRate, double inRate, double outRate, double doubleRate, double singleRate,
        double launchSeconds) {
    private static final int THREADS = 256;
    private static final int BLOCKS_A_MULTIPROCESSOR = 16;
    /** Independent sums a thread, and steps of each in the loop's body. */
    private static final int CHAINS = 8;
    private static final int STEPS = 16;
    private static final int ROUNDS = 512;
    private static final int SAMPLES = 7;
    private static final int EMPTY_LAUNCHES = 50;

    static Ceilings measured(Bench bench) {
        bench.log().println("measuring ceilings");
        Device device = bench.device();
        long bytes = Math.min(bench.plan().ceilingBytes(), device.freeBytes() / 4);
        Stream stream = device.openStream();
        long from = device.allocate(bytes);
        try (Gauge.Stopwatch watch = bench.gauge().openStopwatch()) {
            long to = device.allocate(bytes);
            try {
                bench.gauge().fill(stream, from, bytes, (byte) 0x5A);
                double copy = median(watch, stream, () -> bench.gauge().copy(stream, to, from, bytes));
                double fill = median(watch, stream, () -> bench.gauge().fill(stream, to, bytes, (byte) 0xA5));
                double[] host = host(device, watch, stream, to, bytes);
                int blocks = BLOCKS_A_MULTIPROCESSOR * bench.gauge().multiprocessors();
                double instructions = (double) blocks * THREADS * CHAINS * STEPS * ROUNDS;
                return new Ceilings(2 * bytes / copy, bytes / fill, bytes / host[0], bytes / host[1],
                    instructions / arithmetic(device, watch, stream, "double", blocks, ROUNDS, 1),
                    instructions / arithmetic(device, watch, stream, "single", blocks, ROUNDS, 1),
                    arithmetic(device, watch, stream, "single", 1, 1, EMPTY_LAUNCHES) / EMPTY_LAUNCHES);
            } finally {
                device.free(to);
            }
        } finally {
            device.free(from);
            stream.close();
        }
    }

    private static double[] host(Device device, Gauge.Stopwatch watch, Stream stream, long there, long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment host = arena.allocate(bytes, 4096);
            host.fill((byte) 0x3C);
            boolean isPinned = device.pin(host.address(), bytes);
            try {
                return new double[] {
                    median(watch, stream, () -> stream.copyIn(there, host)),
                    median(watch, stream, () -> stream.copyOut(host, there))};
            } finally {
                if (isPinned) {
                    device.unpin(host.address());
                }
            }
        }
    }

    private static double arithmetic(Device device, Gauge.Stopwatch watch, Stream stream, String precision, int blocks,
            int rounds, int launches) {
        Image image = device.load("ceilings", ptx().getBytes(StandardCharsets.US_ASCII));
        Image.Kernel kernel = image.kernel("ceilings_" + precision, 0).orElseThrow();
        long results = device.allocate((long) blocks * THREADS * Double.BYTES);
        try {
            LaunchShape shape = new LaunchShape(blocks, 1, THREADS, 0);
            Arguments arguments = () -> List.of(0L, 0, rounds, 0L, 0, 0, 0.0, results, 0L, 0L);
            return median(watch, stream, () -> {
                for (int i = 0; i < launches; i++) {
                    stream.launch(kernel, shape, arguments);
                }
            });
        } finally {
            device.free(results);
        }
    }

    private static double median(Gauge.Stopwatch watch, Stream stream, Runnable work) {
        work.run();
        stream.synchronise();
        double[] seconds = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            watch.start(stream);
            work.run();
            watch.stop(stream);
            stream.synchronise();
            seconds[i] = watch.seconds();
        }
        Arrays.sort(seconds);
        return seconds[SAMPLES / 2];
    }

    /**
     * Entry points that take what every kernel takes: {@code count} rounds of independent multiply-adds, whose sums go
     * to {@code plus}, lest they be left out.
     */
    static String ptx() {
        return ".version 7.0\n.target sm_75\n.address_size 64\n"
            + entry("double", "f64", "0d3FEFFFFFFFFFFFF0") + entry("single", "f32", "0f3F7FFFF0");
    }

    private static String entry(String precision, String type, String factor) {
        StringBuilder text = new StringBuilder();
        String name = "ceilings_" + precision;
        String[] types = {"u64", "u32", "u32", "u64", "u32", "u32", "f64", "u64", "u64", "u64"};
        text.append(".visible .entry ").append(name).append("(\n");
        for (int i = 0; i < types.length; i++) {
            text.append("  .param .").append(types[i]).append(" p").append(i)
                .append(i < types.length - 1 ? ",\n" : "\n");
        }
        text.append(")\n{\n  .reg .pred %p;\n  .reg .b32 %r<5>;\n  .reg .b64 %d<4>;\n  .reg .").append(type)
            .append(" %f<").append(CHAINS + 2).append(">;\n")
            .append("  ld.param.u32 %r0, [p2];\n  ld.param.u64 %d0, [p7];\n")
            .append("  mov.u32 %r1, %tid.x;\n  mov.u32 %r2, %ctaid.x;\n  mov.u32 %r3, %ntid.x;\n")
            .append("  mad.lo.u32 %r4, %r2, %r3, %r1;\n  mov.").append(type).append(" %f").append(CHAINS)
            .append(", ").append(factor).append(";\n");
        for (int chain = 0; chain < CHAINS; chain++) {
            text.append("  add.u32 %r1, %r4, ").append(chain).append(";\n  cvt.rn.").append(type)
                .append(".u32 %f").append(chain).append(", %r1;\n");
        }
        text.append("AGAIN_").append(precision).append(":\n");
        for (int step = 0; step < STEPS; step++) {
            for (int chain = 0; chain < CHAINS; chain++) {
                text.append("  fma.rn.").append(type).append(" %f").append(chain).append(", %f").append(chain)
                    .append(", %f").append(CHAINS).append(", %f").append(CHAINS).append(";\n");
            }
        }
        text.append("  sub.u32 %r0, %r0, 1;\n  setp.ne.u32 %p, %r0, 0;\n  @%p bra AGAIN_").append(precision)
            .append(";\n");
        for (int chain = 1; chain < CHAINS; chain++) {
            text.append("  add.").append(type).append(" %f0, %f0, %f").append(chain).append(";\n");
        }
        return text.append("  mul.wide.u32 %d1, %r4, 8;\n  add.u64 %d2, %d0, %d1;\n  st.global.").append(type)
            .append(" [%d2], %f0;\n  ret;\n}\n").toString();
    }

    /** By name, in SI units. */
    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("copy_bytes_per_s", copyRate);
        named.put("fill_bytes_per_s", fillRate);
        named.put("host_to_device_bytes_per_s", inRate);
        named.put("device_to_host_bytes_per_s", outRate);
        named.put("double_fma_per_s", doubleRate);
        named.put("single_fma_per_s", singleRate);
        named.put("launch_s", launchSeconds);
        return named;
    }
}
