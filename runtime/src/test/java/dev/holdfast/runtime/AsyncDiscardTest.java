package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Exceptions that hold a connection, from stages: what nobody will see is closed, what the caller gets is open. */
class AsyncDiscardTest {

    /** An exception with a response within. */
    private static final class Limited extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private int closed;
    }

    private static final RateLimitHint<Limited> HINT = new RateLimitHint<>() {
        @Override
        public int status(Limited failure) {
            return 429;
        }

        @Override
        public void discard(Limited failure) {
            failure.closed++;
        }
    };

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final Deque<CompletableFuture<String>> stages = new ArrayDeque<>();
    private final AsyncGuard guard = Guards.async("Client.call")
            .rateLimiter(RateLimiter.builder().maxAttempts(2).build(holdfast))
            .failure(Limited.class, HINT)
            .build(holdfast);

    private CompletableFuture<String> call(List<CompletableFuture<String>> answers) {
        stages.addAll(answers);
        return guard.follow(null, null, null, stages::remove);
    }

    @Test
    void aDroppedOneIsClosedWhenTheNextAttemptIsMade() {
        Limited limited = new Limited();
        CompletableFuture<String> call =
                call(List.of(CompletableFuture.failedFuture(limited), CompletableFuture.completedFuture("good")));
        assertThat(limited.closed).as("during the wait").isZero();
        time.drain();
        assertThat(call.join()).isEqualTo("good");
        assertThat(limited.closed).isEqualTo(1);
    }

    @Test
    void theLastOneReachesTheCallerOpen() {
        Limited first = new Limited();
        Limited last = new Limited();
        CompletableFuture<String> call =
                call(List.of(CompletableFuture.failedFuture(first), CompletableFuture.failedFuture(last)));
        time.drain();
        assertThat(call).isCompletedExceptionally();
        assertThat(call.handle((result, thrown) -> thrown).join()).isSameAs(last);
        assertThat(first.closed).isEqualTo(1);
        assertThat(last.closed).isZero();
    }

    @Test
    void theOneThatACancelledWaitWasForIsClosed() {
        Limited limited = new Limited();
        CompletableFuture<String> call = call(List.of(CompletableFuture.failedFuture(limited)));
        call.cancel(true);
        assertThat(limited.closed).isEqualTo(1);
        time.drain();
        assertThat(limited.closed).isEqualTo(1);
    }

    @Test
    void oneThatComesAfterCancellingIsClosedAlsoInAWrapping() {
        CompletableFuture<String> attempt = new CompletableFuture<>();
        CompletableFuture<String> call = guard.follow(null, null, null, attempt::minimalCompletionStage);
        call.cancel(true);
        Limited late = new Limited();
        attempt.completeExceptionally(new CompletionException(late));
        assertThat(late.closed).isEqualTo(1);
    }
}
