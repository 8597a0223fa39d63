package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.internal.breaker.CountWindow;
import dev.holdfast.runtime.internal.breaker.RateWindow;
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
            try {
                round.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(lost).as("seed %d", seed).hasValue(null);
    }

    /** Whatever the order was in which threads came: with as many successes as it covers all failures have left it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void aWindowThatManyThreadsFilledEmptiesCallByCall(int size) throws Exception {
        CountWindow window = new CountWindow(size, 0);
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
