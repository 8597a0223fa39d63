package dev.holdfast.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures memory. */
final class Allocation {

    private static final int WARM_UP = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** How many bytes the present thread allocates for something, after it has done it a few times. */
    static long bytes(Runnable something) {
        for (int i = 0; i < WARM_UP; i++) {
            something.run();
        }
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        something.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
