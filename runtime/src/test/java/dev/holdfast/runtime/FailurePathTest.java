package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.generated.SyncGuard;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The memory of a failed attempt: one small object, which the JVM's optimizing compiler does without. */
class FailurePathTest {

    /** Beside which the measurement's own memory does not count. */
    private static final int CALLS = 1_000;

    private static final long BYTES = 48;
    private static final RuntimeException FAILURE = new IllegalStateException("failed");

    private final Holdfast holdfast = Holdfast.builder().build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(Integer.MAX_VALUE).build(holdfast);

    @Test
    void ofAFinalFailure() {
        SyncGuard guard = Guards.sync("call").circuitBreaker(breaker).build(holdfast);
        assertThat(Allocation.bytes(() -> manyTimes(() -> {
                    if (guard.failed(guard.begin(), 1, FAILURE) != null) {
                        throw new AssertionError();
                    }
                })))
                .isLessThan(CALLS * (BYTES + 1));
    }

    @Test
    void ofARetriedFailure() {
        SyncGuard guard = Guards.sync("call")
                .circuitBreaker(breaker)
                .backoff(ExponentialBackoff.builder().baseDelay(Duration.ZERO).build())
                .rateLimiter(RateLimiter.builder().build(holdfast))
                .build(holdfast);
        assertThat(Allocation.bytes(() -> manyTimes(() -> {
                    Permit next = guard.failed(guard.begin(), 1, FAILURE);
                    if (next == null) {
                        throw new AssertionError();
                    }
                    guard.succeeded(next);
                })))
                .isLessThan(CALLS * (BYTES + 1));
    }

    private static void manyTimes(Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
    }
}
