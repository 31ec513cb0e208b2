package org.chirpmill.engine;

import java.util.List;

/** Threads that write to memory which goes when they have ended. */
final class WorkerThreads {
    private WorkerThreads() {}

    /**
     * Interrupts threads and returns when none of them runs any more, whatever interrupts the caller meanwhile.
     *
     * @return whether something did
     */
    static boolean end(List<Thread> threads) {
        boolean interrupted = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        return interrupted;
    }
}
