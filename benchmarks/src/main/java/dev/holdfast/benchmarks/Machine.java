package dev.holdfast.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a figure was measured on. */
public final class Machine {

    private Machine() {}

    /**
     * Says what this JVM runs on. To be asked before a benchmark, which is load itself.
     *
     * @return one line of text
     */
    public static String describe() {
        return String.format(
                Locale.ROOT,
                "JDK %s (%s), %d processors, heap of %,d MB at most, load average before the run %.2f.%n",
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
