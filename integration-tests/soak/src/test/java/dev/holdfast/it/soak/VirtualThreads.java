package dev.holdfast.it.soak;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that only newer JDKs have; this is compiled for an older one. */
final class VirtualThreads {

    static final boolean ARE_THERE = Runtime.version().feature() >= 21;

    private VirtualThreads() {}

    /** One such thread for each task. */
    static ExecutorService executor() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
