package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.internal.call.TimedAttempt;
import dev.holdfast.runtime.spi.Timer;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls within calls at random: whatever their delegates do about interrupts, none is left and nothing goes on after a limit. */
class NestedTimeoutModelTest {

    private static final int PROGRAMS = 5_000;
    private static final int ROUNDS = 5_000;

    private final VirtualTime time = new VirtualTime();
    private final LimitTimers timers = new LimitTimers(time, () -> {});
    private final Holdfast holdfast = time.holdfast().timer(timers).build();

    /** When the outermost attempt under way is cut. */
    private long end;

    private int cut;

    /** Whether a round of the race is. */
    private volatile boolean over;

    @Test
    void inStepsOfVirtualTime() {
        long seed = Stress.seed();
        Random random = new Random(seed);
        for (int program = 0; program < PROGRAMS; program++) {
            String name = "program " + program + " of seed " + seed;
            int limit = 1 + random.nextInt(500);
            Resilience<String, Exception> outermost = client(() -> delegate(random, 3, name))
                    .timeout(limit(limit))
                    .build();
            long start = time.nanoTime();
            end = start + Duration.ofMillis(limit).toNanos();
            Throwable failure = null;
            try {
                outermost.call();
            } catch (Throwable thrown) {
                failure = thrown;
            }
            assertThat(failure instanceof AssertionError)
                    .as("%s: %s", name, failure)
                    .isFalse();
            boolean late = time.nanoTime() - end >= 0;
            assertThat(failure instanceof CallTimeoutException
                            && ((CallTimeoutException) failure).limit().toMillis() == limit
                            && ((CallTimeoutException) failure).call().equals("outermost"))
                    .as(name)
                    .isEqualTo(late);
            assertThat(Thread.interrupted()).as(name).isFalse();
            assertThat(TimedAttempt.isCallersTimeUp()).as(name).isFalse();
            assertThat(timers.left()).as(name).isZero();
            cut += late ? 1 : 0;
        }
        assertThat(cut).as("cut").isBetween(PROGRAMS / 10, PROGRAMS * 9 / 10);
    }

    private ResilienceBuilder<String, Exception> client(CheckedSupplier<String, Exception> call) {
        return Resilience.<String, Exception>of(call).name("outermost").holdfast(holdfast);
    }

    private static TimeLimiter limit(long millis) {
        return TimeLimiter.builder().limit(Duration.ofMillis(millis)).build();
    }

    private String delegate(Random random, int depth, String name) throws Exception {
        for (int step = random.nextInt(4); step >= 0; step--) {
            int millis = random.nextInt(100);
            switch (random.nextInt(depth == 0 ? 4 : 7)) {
                case 0:
                    time.advance(Duration.ofMillis(millis));
                    break;
                case 1:
                    sleep(random, millis);
                    break;
                case 2:
                    if (random.nextInt(4) == 0) {
                        Thread.interrupted();
                    }
                    break;
                case 3:
                    if (random.nextInt(3) == 0) {
                        throw new IOException();
                    }
                    break;
                default:
                    call(random, depth - 1, name);
                    break;
            }
        }
        return "good";
    }

    /** Does with an interrupt what people do. */
    private void sleep(Random random, int millis) throws Exception {
        try {
            time.sleep(Duration.ofMillis(millis).toNanos());
        } catch (InterruptedException interrupted) {
            switch (random.nextInt(4)) {
                case 0:
                    throw interrupted;
                case 1:
                    Thread.currentThread().interrupt();
                    throw new IOException(interrupted);
                case 2:
                    throw new IllegalStateException(interrupted);
                default:
                    break;
            }
        }
    }

    private void call(Random random, int depth, String name) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        boolean limited = random.nextBoolean();
        ResilienceBuilder<String, Exception> inner = client(() -> {
                    // The first attempt of a call that is not limited is no other than code of its caller's.
                    if (limited || attempts.get() > 0) {
                        assertThat(time.nanoTime() - end).as(name).isNegative();
                    }
                    attempts.incrementAndGet();
                    return delegate(random, depth, name);
                })
                .name("inner");
        if (limited) {
            inner.timeout(limit(1 + random.nextInt(300)));
        }
        if (random.nextBoolean()) {
            inner.backoff(ExponentialBackoff.builder()
                    .maxAttempts(1 + random.nextInt(4))
                    .baseDelay(Duration.ofMillis(random.nextInt(3) * 20L))
                    .jitter(Jitter.NONE)
                    .build());
        }
        Resilience<String, Exception> built = inner.build();
        boolean swallows = random.nextInt(3) == 0;
        try {
            if (random.nextBoolean()) {
                built.call();
            } else {
                built.callInterruptibly();
            }
        } catch (Exception failure) {
            if (!swallows) {
                throw failure;
            }
        }
    }

    /** Attempts whose limits pass whenever another thread gets there. */
    @Test
    void againstTheTimersThread() throws Exception {
        long seed = Stress.seed();
        Queue<FutureTask<?>> limits = new ConcurrentLinkedQueue<>();
        Timer timer = new Timer() {
            @Override
            public Future<?> schedule(Runnable task, long nanos) {
                FutureTask<?> scheduled = new FutureTask<>(task, null);
                limits.add(scheduled);
                return scheduled;
            }
        };
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (Holdfast real = Holdfast.builder().timer(timer).build()) {
            SyncGuard outer = Guards.sync("outer").timeout(limit(1)).build(real);
            SyncGuard inner = Guards.sync("inner").timeout(limit(1)).build(real);
            Thread timing = new Thread(() -> {
                Random random = new Random(~seed);
                for (int round = 0; round < ROUNDS; round++) {
                    meet(barrier);
                    while (!over) {
                        spin(random);
                        Thread.yield();
                        FutureTask<?> limit = limits.poll();
                        if (limit != null) {
                            limit.run();
                        }
                    }
                    meet(barrier);
                    limits.clear();
                    over = false;
                }
            });
            timing.setDaemon(true);
            timing.start();
            Random random = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                meet(barrier);
                race(outer, random, () -> {
                    race(inner, random, () -> {});
                    spin(random);
                    race(inner, random, () -> {});
                });
                assertThat(Thread.currentThread().isInterrupted())
                        .as("round " + round + " of seed " + seed)
                        .isFalse();
                over = true;
                meet(barrier);
            }
            timing.join();
        }
        assertThat(cut).as("cut").isPositive();
    }

    private void race(SyncGuard guard, Random random, Runnable within) {
        Permit permit;
        try {
            permit = guard.begin();
        } catch (CallTimeoutException callers) {
            assertThat(guard.policies.call).isEqualTo("inner");
            return;
        }
        // Some are cut however slow the machine is.
        boolean waits = random.nextInt(8) == 0;
        Throwable failure = null;
        spin(random);
        try {
            within.run();
            spin(random);
            while (waits && !TimedAttempt.isCut(permit)) {
                Thread.yield();
            }
            if (random.nextBoolean() && Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (random.nextInt(4) == 0) {
                throw new IOException();
            }
            guard.succeeded(permit);
            return;
        } catch (Throwable thrown) {
            failure = thrown;
        }
        try {
            assertThat(guard.failed(permit, 1, failure)).isNull();
        } catch (CallTimeoutException late) {
            cut++;
        }
    }

    private static void spin(Random random) {
        for (int i = random.nextInt(200); i > 0; i--) {
            Thread.onSpinWait();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException stray) {
            throw new AssertionError("an interrupt that is nobody's", stray);
        }
    }
}
