package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.generated.SyncGuard;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Stacks that overflow anywhere in a call, and what is left behind by that. */
class OverflowTest {

    private static final int PLACES = 1_000_000;
    private static final int ROUNDS = 60;

    private static String deeper(SyncGuard guard, int depth) {
        Permit permit = guard.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = deeper(guard, depth + 1) + "x";
                guard.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = guard.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Overflows many stacks, each at another depth. */
    private static void overflow(SyncGuard guard) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Throwable[] thrown = new Throwable[1];
            Thread thread = new Thread(
                    null,
                    () -> {
                        try {
                            deeper(guard, 0);
                        } catch (Throwable failure) {
                            thrown[0] = failure;
                        }
                    },
                    "deep",
                    (256 + round) * 1_024L);
            thread.start();
            thread.join();
            assertThat(thrown[0]).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void noPlaceOfABulkheadIsLost() throws InterruptedException {
        Holdfast holdfast = Holdfast.builder().build();
        Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(PLACES).build(holdfast);
        overflow(Guards.sync("call").bulkhead(bulkhead).build(holdfast));
        assertThat(PLACES - bulkhead.available()).as("places lost").isZero();
        RateLimiter quota =
                RateLimiter.builder().permits(1_000_000_000).burst(1_000_000).build(holdfast);
        CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
        overflow(Guards.sync("call")
                .bulkhead(bulkhead)
                .circuitBreaker(breaker)
                .rateLimiter(quota)
                .timeout(TimeLimiter.builder().limit(Duration.ofHours(1)).build())
                .backoff(ExponentialBackoff.builder()
                        .deadline(Duration.ofHours(2))
                        .build())
                .build(holdfast));
        assertThat(PLACES - bulkhead.available()).as("places lost").isZero();
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }
}
