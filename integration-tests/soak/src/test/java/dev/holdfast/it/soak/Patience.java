package dev.holdfast.it.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what must come, for so long that only something that hangs takes longer; then says what all threads do. */
final class Patience {

    /** Longer than any machine takes; less, by the property, is for looking at faults. */
    private static final long SECONDS = Long.getLong("soak.patience", 60);

    private static volatile boolean inVain;

    private Patience() {}

    /** Whether something did not come. */
    static boolean wasInVain() {
        return inVain;
    }

    /** Whether a condition holds sooner or later. */
    static boolean sees(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                inVain = true;
                System.out.println("Waited " + SECONDS + " s in vain for this: " + what);
                dumpThreads();
                return false;
            }
            Thread.sleep(2);
        }
        return true;
    }

    static void dumpThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.dumpAllThreads(
                threads.isObjectMonitorUsageSupported(), threads.isSynchronizerUsageSupported())) {
            System.out.println("\"" + thread.getThreadName() + "\" " + thread.getThreadState()
                    + (thread.getLockName() == null
                            ? ""
                            : " on " + thread.getLockName()
                                    + (thread.getLockOwnerName() == null ? "" : " of " + thread.getLockOwnerName())));
            for (StackTraceElement element : thread.getStackTrace()) {
                System.out.println("    at " + element);
            }
        }
    }
}
