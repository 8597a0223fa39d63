package dev.holdfast.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures memory. */
public final class Allocation {

    private static final int WARM_UP = 20;
    private static final int MEASUREMENTS = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * How many bytes the present thread allocates for something, after it has done it a few times: the least of some measurements, for
     * the machine too may allocate now and then, as when it compiles what runs.
     */
    public static long bytes(Runnable something) {
        for (int i = 0; i < WARM_UP; i++) {
            something.run();
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MEASUREMENTS; i++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            something.run();
            least = Math.min(
                    least,
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        return least;
    }
}
