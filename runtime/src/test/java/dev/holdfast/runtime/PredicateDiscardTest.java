package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An answer that a predicate throws at is nobody's: it is closed, with no place taken meanwhile, and the attempt has failed. */
class PredicateDiscardTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(1).build(holdfast);
    private final CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
    private final List<Integer> placesAtClosing = new ArrayList<>();

    /** Notes how many places are free when it is closed. */
    private final class Body implements AutoCloseable {
        @Override
        public void close() {
            placesAtClosing.add(bulkhead.available());
        }
    }

    private static boolean broken(Object answer) {
        throw new IllegalStateException("predicate");
    }

    private static ExponentialBackoff twice() {
        return ExponentialBackoff.builder().maxAttempts(2).build();
    }

    @Test
    void ofACallByHand() {
        assertThatThrownBy(() -> Resilience.of(Body::new)
                        .holdfast(holdfast)
                        .bulkhead(bulkhead)
                        .circuitBreaker(breaker)
                        .backoff(twice())
                        .retryResult(PredicateDiscardTest::broken)
                        .call())
                .hasMessage("predicate");
        assertClosedTwice();
    }

    @Test
    void ofAStageThatIsDone() {
        assertThatThrownBy(() -> Resilience.ofStage(() -> CompletableFuture.completedFuture(new Body()))
                        .holdfast(holdfast)
                        .bulkhead(bulkhead)
                        .circuitBreaker(breaker)
                        .backoff(ExponentialBackoff.builder().maxAttempts(1).build())
                        .failureResult(PredicateDiscardTest::broken)
                        .call()
                        .join())
                .hasRootCauseMessage("predicate");
        assertThat(placesAtClosing).containsExactly(1);
        assertThat(breaker.failureCount()).isEqualTo(1);
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void ofAStageThatIsDoneAndTriedAgain() {
        CompletableFuture<Body> call = Resilience.ofStage(() -> CompletableFuture.completedFuture(new Body()))
                .holdfast(holdfast)
                .bulkhead(bulkhead)
                .circuitBreaker(breaker)
                .backoff(twice())
                .retryResult(PredicateDiscardTest::broken)
                .call();
        time.drain();
        assertThatThrownBy(call::join).hasRootCauseMessage("predicate");
        assertClosedTwice();
    }

    @Test
    void ofAGeneratedMethod() {
        SyncGuard guard = Guards.sync("Client.call")
                .bulkhead(bulkhead)
                .circuitBreaker(breaker)
                .backoff(twice())
                .build(holdfast);
        IllegalStateException thrown = new IllegalStateException("predicate");
        Permit second = guard.failedWithResult(guard.begin(), 1, thrown, new Body());
        assertThat(second).isNotNull();
        assertThat(guard.failedWithResult(second, 2, thrown, new Body())).isNull();
        assertClosedTwice();
    }

    /** A generated method asks so that the answer is not lost where a hint is at a loss. */
    @Test
    void aHintThatThrowsHasFoundNoStatus() {
        RateLimitHint<Object> broken = new RateLimitHint<>() {
            @Override
            public int status(Object answer) {
                throw new IllegalStateException("hint");
            }

            @Override
            public @Nullable String retryAfter(Object answer) {
                return null;
            }
        };
        SyncGuard guard = Guards.sync("Client.call").build(holdfast);
        assertThat(guard.status(broken, "answer")).isEqualTo(RateLimitHint.NO_STATUS);
    }

    private void assertClosedTwice() {
        assertThat(placesAtClosing).containsExactly(1, 1);
        assertThat(breaker.failureCount()).isEqualTo(2);
        assertThat(bulkhead.available()).isEqualTo(1);
    }
}
