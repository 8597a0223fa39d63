package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.breaker.CountWindow;
import dev.holdfast.runtime.internal.breaker.RateWindow;
import dev.holdfast.runtime.internal.breaker.TimeWindow;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads at one window: no call is lost or counted twice. */
class WindowStressTest {

    private static final IOException FAILURE = new IOException();

    private final long seed = Stress.seed();
    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = Holdfast.builder().clock(time).build();

    /** So many calls that a window of calls just holds them all; one of time holds any number, also while time passes. */
    @ParameterizedTest
    @ValueSource(strings = {"calls", "time", "slow"})
    void countsAreExactWhenQuiet(String mode) throws Exception {
        CircuitBreakerBuilder builder = CircuitBreaker.builder()
                .failureRate(100)
                .minimumCalls(CountWindow.MAX_SIZE)
                .windowCalls(CountWindow.MAX_SIZE);
        if (mode.equals("time")) {
            builder.window(Duration.ofHours(1)).minimumCalls(100);
        } else if (mode.equals("slow")) {
            builder.slowCall(Duration.ofDays(1)).slowCallRate(100);
        }
        CircuitBreaker breaker = builder.build(holdfast);
        AtomicInteger failed = new AtomicInteger();
        Stress.run(seed, CountWindow.MAX_SIZE / Stress.THREADS, (thread, random) -> {
            if (random.nextInt(4) == 0) {
                breaker.acquirePermit().failed(FAILURE);
                failed.incrementAndGet();
            } else {
                breaker.acquirePermit().succeeded();
            }
            time.advance(Duration.ofMillis(random.nextInt(200)));
        });
        BreakerSnapshot snapshot = breaker.snapshot();
        assertThat(snapshot.windowCalls()).as("seed %d", seed).isEqualTo(CountWindow.MAX_SIZE);
        assertThat(snapshot.windowFailures()).as("seed %d", seed).isEqualTo(failed.get());
    }

    /** Each round is a race for the first failure, which ends the clean beginning, while others still count on that. */
    @Test
    void theFirstFailureLosesNoCallBeforeOrBesideIt() throws Exception {
        CircuitBreakerBuilder builder =
                CircuitBreaker.builder().failureRate(100).windowCalls(10_000).minimumCalls(10_000);
        AtomicReference<CircuitBreaker> breaker = new AtomicReference<>(builder.build());
        AtomicReference<String> lost = new AtomicReference<>();
        CyclicBarrier round = new CyclicBarrier(Stress.THREADS, () -> {
            BreakerSnapshot snapshot = breaker.getAndSet(builder.build()).snapshot();
            if (snapshot.windowCalls() != 2_000 * Stress.THREADS || snapshot.windowFailures() != Stress.THREADS) {
                lost.compareAndSet(null, snapshot.toString());
            }
        });
        AtomicInteger ready = new AtomicInteger();
        Stress.run(seed, 300, (thread, random) -> {
            CircuitBreaker current = breaker.get();
            int failure = 1_000 + random.nextInt(1_000);
            // The barrier lets them go one after the other; this one, all that run.
            ready.incrementAndGet();
            while (ready.get() % Stress.THREADS != 0) {
                Thread.yield();
            }
            for (int i = 0; i < 2_000; i++) {
                if (i == failure) {
                    current.acquirePermit().failed(FAILURE);
                } else {
                    current.acquirePermit().succeeded();
                }
            }
            await(round);
        });
        assertThat(lost).as("seed %d", seed).hasValue(null);
    }

    /** Rounds of four threads at a window of their own, one of which begins the stripes halfway. */
    @ParameterizedTest
    @ValueSource(strings = {"calls", "time"})
    void stripesLoseNoCallBeforeOrAfterTheyBegin(String mode) throws Exception {
        AtomicReference<RateWindow> window = new AtomicReference<>(window(mode));
        AtomicInteger failed = new AtomicInteger();
        AtomicReference<String> lost = new AtomicReference<>();
        CyclicBarrier round = new CyclicBarrier(Stress.THREADS, () -> {
            long totals = window.getAndSet(window(mode)).totals();
            if (totals != RateWindow.totals(1_000 * Stress.THREADS, failed.getAndSet(0))) {
                lost.compareAndSet(null, RateWindow.marked(totals) + " of " + RateWindow.calls(totals));
            }
        });
        Stress.run(seed, 100, (thread, random) -> {
            RateWindow current = window.get();
            int begin = random.nextInt(500 * Stress.THREADS);
            for (int i = 0; i < 1_000; i++) {
                if (i == begin) {
                    current.spread();
                }
                boolean marked = random.nextInt(16) == 0;
                current.record(marked);
                if (marked) {
                    failed.incrementAndGet();
                    time.advance(Duration.ofMillis(10));
                }
            }
            await(round);
        });
        assertThat(lost).as("seed %d", seed).hasValue(null);
    }

    private RateWindow window(String mode) {
        return mode.equals("calls")
                ? new CountWindow(CountWindow.MAX_SIZE, 0, 20)
                : new TimeWindow(Duration.ofSeconds(10).toNanos(), 20, time);
    }

    /** The rate is reached with the last call and no sooner, and that is a success in most rounds. */
    @ParameterizedTest
    @ValueSource(strings = {"calls", "time", "slow"})
    void theCallThatCompletesTheMinimumOpens(String mode) throws Exception {
        CircuitBreakerBuilder builder = CircuitBreaker.builder()
                .failureRate(5)
                .minimumCalls(20 * Stress.THREADS)
                .windowCalls(20 * Stress.THREADS);
        if (mode.equals("time")) {
            builder.window(Duration.ofSeconds(10));
        } else if (mode.equals("slow")) {
            builder.slowCall(Duration.ofDays(1)).slowCallRate(100);
        }
        AtomicReference<CircuitBreaker> breaker = new AtomicReference<>(builder.build(holdfast));
        AtomicReference<String> closed = new AtomicReference<>();
        CyclicBarrier round = new CyclicBarrier(Stress.THREADS, () -> {
            BreakerSnapshot snapshot =
                    breaker.getAndSet(builder.build(holdfast)).snapshot();
            if (snapshot.state() != CircuitState.OPEN || snapshot.failureCount() != Stress.THREADS) {
                closed.compareAndSet(null, snapshot.toString());
            }
        });
        Stress.run(seed, 1_000, (thread, random) -> {
            CircuitBreaker current = breaker.get();
            int failure = random.nextInt(20);
            for (int i = 0; i < 20; i++) {
                if (i == failure) {
                    current.acquirePermit().failed(FAILURE);
                } else {
                    current.acquirePermit().succeeded();
                }
            }
            await(round);
        });
        assertThat(closed).as("seed %d", seed).hasValue(null);
    }

    private static void await(CyclicBarrier round) {
        try {
            round.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whatever the order was in which threads came: with as many successes as it covers all failures have left it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void aWindowThatManyThreadsFilledEmptiesCallByCall(int size) throws Exception {
        CountWindow window = new CountWindow(size, 0, 1);
        Stress.run(seed, (thread, random) -> {
            long totals = window.record(random.nextInt(3) == 0);
            assertThat(RateWindow.marked(totals)).isLessThanOrEqualTo(size);
        });
        assertThat(RateWindow.calls(window.totals())).isEqualTo(size);
        int marked = RateWindow.marked(window.totals());
        for (int i = 0; i < size; i++) {
            window.record(false);
            int left = RateWindow.marked(window.totals());
            assertThat(left).as("seed %d", seed).isBetween(marked - 1, marked);
            marked = left;
        }
        assertThat(marked).as("seed %d", seed).isZero();
        for (int i = 1; i <= size; i++) {
            window.record(true);
            assertThat(RateWindow.marked(window.totals())).isEqualTo(i);
        }
    }
}
