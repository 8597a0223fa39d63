package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that succeeds takes no memory for being protected. */
class SuccessPathTest {

    /** Takes no memory itself. */
    private static final RateLimitHint<String> HINT = new RateLimitHint<>() {
        @Override
        public int status(String answer) {
            return 200;
        }

        @Override
        public @Nullable String header(String answer, String name) {
            return null;
        }
    };

    private final Holdfast holdfast = Holdfast.builder().build();
    private final CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
    private final ExponentialBackoff backoff = ExponentialBackoff.builder().build();

    private RateLimiter limiter(boolean readsHeaders) {
        return RateLimiter.builder()
                .respectRetryAfter(readsHeaders)
                .permits(1_000_000_000)
                .burst(1_000_000)
                .build(holdfast);
    }

    private final Bulkhead bulkhead = Bulkhead.builder().build(holdfast);

    private static void manyTimes(Runnable call) {
        for (int i = 0; i < 1_000; i++) {
            call.run();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofASynchronousCall(boolean readsHeaders) {
        SyncGuard guard = Guards.sync("call")
                .circuitBreaker(breaker)
                .backoff(backoff)
                .rateLimiter(limiter(readsHeaders))
                .bulkhead(bulkhead)
                .build(holdfast);
        assertThat(Allocation.bytes(() -> manyTimes(() -> {
                    Permit permit = guard.begin();
                    if (!guard.accepts(permit, HINT.status("good"), "good", HINT)) {
                        throw new AssertionError();
                    }
                })))
                .as("bytes for 1,000 calls")
                .isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAnAsynchronousCallThatIsDone(boolean readsHeaders) {
        AsyncGuard guard = Guards.async("call")
                .circuitBreaker(breaker)
                .backoff(backoff)
                .rateLimiter(limiter(readsHeaders))
                .bulkhead(bulkhead)
                .result(HINT)
                .build(holdfast);
        CompletionStage<String> done = CompletableFuture.completedFuture("good");
        assertThat(Allocation.bytes(() -> manyTimes(() -> {
                    Permit permit = guard.begin();
                    if (permit == null || !guard.accepts(permit, done)) {
                        throw new AssertionError();
                    }
                })))
                .as("bytes for 1,000 calls")
                .isLessThan(1_000);
    }
}
