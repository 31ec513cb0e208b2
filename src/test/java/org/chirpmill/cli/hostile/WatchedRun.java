package org.chirpmill.cli.hostile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chirpmill.cli.CommandLineRun;

/**
 * A command under watch.
 *
 * @param command its words
 * @param answer what it said; empty where it did not come to an end
 * @param failure what it threw, or where it was when its time was over; empty where it ended as it should
 * @param allocatedBytes of the Java heap that all threads took meanwhile, whether or not they gave it back: more than
 *     the command ever held
 */
record WatchedRun(List<String> command, Optional<CommandLineRun> answer, Optional<String> failure,
        long allocatedBytes) {
    static final Duration LIMIT = Duration.ofSeconds(5);
    /** What a busy machine may take beyond. Whatever hangs, hangs longer. */
    private static final int PATIENCE = 6;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static WatchedRun of(List<String> command) throws InterruptedException {
        CommandLineRun[] answer = new CommandLineRun[1];
        Throwable[] thrown = new Throwable[1];
        long before = THREADS.getTotalThreadAllocatedBytes();
        Thread thread = Thread.ofPlatform().daemon().name(String.join(" ", command)).start(() -> {
            try {
                answer[0] = CommandLineRun.of(command.toArray());
            } catch (Throwable any) {
                thrown[0] = any;
            }
        });
        thread.join(LIMIT.toMillis());
        if (thread.isAlive()) {
            String where = trace(thread.getStackTrace());
            long usedNanos = THREADS.getThreadCpuTime(thread.threadId());
            thread.join(LIMIT.multipliedBy(PATIENCE).toMillis());
            if (thread.isAlive() || usedNanos > LIMIT.toNanos() / 2) {
                thread.interrupt();
                return new WatchedRun(command, Optional.empty(), Optional.of("it takes more than " + LIMIT.toSeconds()
                    + " s, here:" + where), THREADS.getTotalThreadAllocatedBytes() - before);
            }
        }
        return new WatchedRun(command, Optional.ofNullable(answer[0]),
            Optional.ofNullable(thrown[0]).map(any -> "it threw " + any + trace(any.getStackTrace())),
            THREADS.getTotalThreadAllocatedBytes() - before);
    }

    private static String trace(StackTraceElement[] frames) {
        return Arrays.stream(frames).limit(25).map(frame -> "\n    at " + frame).collect(Collectors.joining());
    }
}
