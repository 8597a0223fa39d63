package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.RateLimitedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Generated clients keep to the quotas that their annotations name, with no status to read. */
class QuotaBehaviourTest {

    private static final String CLIENT = """
    package p; import dev.holdfast.annotations.*; import java.util.concurrent.*;
    @RateLimited(permits = 2, burst = 1, maxWait = "500ms") public interface Client {
        String call(); CompletableFuture<String> later();
    }
    """;

    private final Harness harness = new Harness("p.Client", CLIENT);

    @Test
    void callsComeAtOnceThenWaitAndAreRejectedBeyondThat() throws Throwable {
        harness.answering("a", "b", "c");
        harness.call("call");
        harness.call("call");
        assertThat(harness.time.sleeps()).isEmpty();
        harness.call("call");
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofMillis(500));
        assertThat(harness.calls()).isEqualTo(3);
    }

    @Test
    void asynchronousCallsShareTheQuotaAndBlockNobody() throws Throwable {
        harness.answering("a", "b", CompletableFuture.completedFuture("c"));
        harness.call("call");
        harness.call("call");
        CompletableFuture<?> waiting = (CompletableFuture<?>) harness.call("later");
        assertThat(waiting).isNotDone();
        assertThatThrownBy(() -> harness.call("call"))
                .isInstanceOf(RateLimitedException.class)
                .hasMessage("rate limiter 'Client' has used up its quota, retry after 1s");
        assertThat(((CompletableFuture<?>) harness.call("later"))).isCompletedExceptionally();
        harness.time.drain();
        assertThat(waiting.get()).isEqualTo("c");
        assertThat(harness.calls()).isEqualTo(3);
    }
}
