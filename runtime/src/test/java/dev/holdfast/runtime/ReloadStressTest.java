package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ReloadResult;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Overrides change while calls are made: no call sees half of them. */
class ReloadStressTest {

    private static final int STEPS = 20_000;

    private static final Overrides SHORT = Overrides.of(Map.of(
            "Backoff/baseDelay", "1s",
            "Backoff/maxDelay", "1s",
            "RateLimited/defaultDelay", "1s",
            "RateLimited/maxDelay", "1s",
            "Timeout/value", "1s",
            "Timeout/increment", "10s",
            "Bulkhead/maxConcurrent", "2")::get);

    private static final Overrides LONG = Overrides.of(Map.of(
            "Backoff/baseDelay", "2s",
            "Backoff/maxDelay", "2s",
            "RateLimited/defaultDelay", "2s",
            "RateLimited/maxDelay", "2s",
            "Timeout/value", "2s",
            "Timeout/increment", "20s",
            "Bulkhead/maxConcurrent", "5")::get);

    private final long seed = Stress.seed();
    private final Holdfast holdfast =
            new VirtualTime().holdfast().overrides(SHORT).build();
    private final ClientSetup setup = ClientSetup.of(holdfast, "Client");
    private final ExponentialBackoff backoff =
            BackoffSetup.create().jitter(Jitter.NONE).build(setup, null);
    private final CircuitBreaker breaker =
            BreakerSetup.create().failureThreshold(1_000).build(setup, null);
    private final RateLimiter limiter = LimiterSetup.create().build(setup, null);
    private final Bulkhead bulkhead = BulkheadSetup.create().build(setup, null);
    private final TimeLimiter timeout = TimeLimitSetup.create().limitNanos(1).build(setup, null);
    private final SyncGuard guard = GuardSetup.of("Client.call")
            .backoff(backoff)
            .circuitBreaker(breaker)
            .rateLimiter(limiter)
            .bulkhead(bulkhead)
            .timeout(timeout)
            .sync(setup);

    ReloadStressTest() {
        setup.refuseUnknownKeys();
    }

    @Test
    void noPolicyIsEverHalfNew() throws Exception {
        Duration one = Duration.ofSeconds(1);
        Duration two = Duration.ofSeconds(2);
        breaker.recordFailure(new IOException());
        Stress.run(seed, STEPS, (thread, random) -> {
            if (thread == 0) {
                ReloadResult result = holdfast.reload(random.nextBoolean() ? SHORT : LONG);
                assertThat(result.refused()).isEmpty();
                assertThat(result.changed().size()).isIn(0, 7);
                return;
            }
            assertThat(backoff.calculateDelay(3)).isIn(one, two);
            assertThat(limiter.retryDelay(429, null)).isIn(one, two);
            assertThat(limiter.retryDelay(429, "60")).isIn(one, two);
            assertThat(timeout.limit(1)).isIn(Duration.ofSeconds(11), Duration.ofSeconds(22));
            if (bulkhead.tryAcquire()) {
                assertThat(bulkhead.available()).isBetween(0, 4);
                bulkhead.release();
            }
        });
        assertThat(breaker.failureCount()).as("outlives all reloads").isEqualTo(1);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
        holdfast.reload(LONG);
        assertThat(bulkhead.available()).as("no place is lost or made").isEqualTo(5);
    }

    @Test
    void reloadsOfSeveralThreadsLeaveOneOfThemInForce() throws Exception {
        Stress.run(seed, STEPS / 10, (thread, random) -> holdfast.reload(thread % 2 == 0 ? SHORT : LONG));
        long delay = backoff.calculateDelay(0).toSeconds();
        assertThat(bulkhead.maxConcurrent()).isEqualTo(delay == 1 ? 2 : 5);
        assertThat(timeout.limit(0).toSeconds()).isEqualTo(delay);
        assertThat(holdfast.reload().changed())
                .as("the context's overrides are those in force")
                .isEmpty();
    }

    @Test
    void callsGoOnMeanwhile() throws Exception {
        Stress.run(seed, STEPS / 4, (thread, random) -> {
            if (thread == 0) {
                holdfast.reload(random.nextBoolean() ? SHORT : LONG);
                return;
            }
            try {
                Permit permit = guard.begin();
                if (random.nextInt(8) > 0) {
                    guard.succeeded(permit);
                } else {
                    permit.failed(new IOException());
                }
            } catch (BulkheadFullException full) {
                // Three threads and two places.
            }
        });
        assertThat(Objects.requireNonNull(guard.policies.breaker).state()).isEqualTo(CircuitState.CLOSED);
        assertThat(bulkhead.available()).isEqualTo(bulkhead.maxConcurrent());
    }
}
