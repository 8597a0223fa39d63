package dev.holdfast.benchmarks.pending;

import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.TimeLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** How much later than their limit attempts are cut that would never end. */
final class Cuts {

    private static final Duration LIMIT = Duration.ofMillis(10);

    private Cuts() {}

    /** By Holdfast. Returns the 99th percentile in milliseconds. */
    static double lateWithHoldfast(int attempts) {
        List<Double> late = new ArrayList<>();
        try (Holdfast holdfast = Holdfast.builder().build()) {
            Resilience<String, InterruptedException> call = Resilience.<String, InterruptedException>of(
                            () -> sleepForever(late))
                    .holdfast(holdfast)
                    .timeout(TimeLimiter.builder().limit(LIMIT).build())
                    .build();
            for (int i = 0; i < attempts; i++) {
                try {
                    call.call();
                } catch (CallTimeoutException expected) {
                    // That is what is measured.
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        }
        return percentile(late, attempts);
    }

    /** By hand: an interrupt by the JDK's pool of scheduled threads. Returns the 99th percentile in milliseconds. */
    static double lateWithScheduledThreadPool(int attempts) {
        List<Double> late = new ArrayList<>();
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
        try {
            Thread caller = Thread.currentThread();
            for (int i = 0; i < attempts; i++) {
                ScheduledFuture<?> cut = pool.schedule(caller::interrupt, LIMIT.toNanos(), TimeUnit.NANOSECONDS);
                try {
                    sleepForever(late);
                } catch (InterruptedException expected) {
                    cut.cancel(false);
                }
            }
        } finally {
            pool.shutdownNow();
        }
        return percentile(late, attempts);
    }

    private static String sleepForever(List<Double> late) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            Thread.sleep(60_000);
        } finally {
            late.add((System.nanoTime() - begin - LIMIT.toNanos()) / 1e6);
        }
        return "";
    }

    private static double percentile(List<Double> late, int attempts) {
        if (late.size() != attempts) {
            throw new IllegalStateException(late.size() + " of " + attempts + " attempts were cut");
        }
        return Estimate.quantile(late, 0.99);
    }
}
