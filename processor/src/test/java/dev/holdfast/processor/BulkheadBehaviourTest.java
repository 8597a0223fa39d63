package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.BulkheadFullException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Generated clients let only so many calls through as their annotations say. */
class BulkheadBehaviourTest {

    private static final String CLIENT = """
    package p; import dev.holdfast.annotations.*; import java.util.concurrent.*;
    @Bulkhead(maxConcurrent = 1, maxWait = "5s") public interface Client {
        String call() throws java.io.IOException; CompletableFuture<String> later();
        @Bulkhead(maxConcurrent = 1) CompletableFuture<String> other();
        @Backoff(baseDelay = "1ms") String again() throws java.io.IOException;
    }
    """;

    private final Harness harness = new Harness("p.Client", CLIENT);
    private final CompletableFuture<String> open = new CompletableFuture<>();

    @Test
    void methodsShareTheInterfacesBulkheadUnlessTheyHaveOne() throws Throwable {
        CompletableFuture<String> second = new CompletableFuture<>();
        harness.answering(open, second);
        harness.call("later");
        assertThatThrownBy(() -> harness.call("call"))
                .isInstanceOf(BulkheadFullException.class)
                .hasMessage("bulkhead 'Client' is full (1 at once), retry after 5s");
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(5));
        harness.call("other");
        assertThat((CompletableFuture<?>) harness.call("other")).isCompletedExceptionally();
        assertThat(harness.calls()).isEqualTo(2);
    }

    @Test
    void callsWaitForThoseUnderWay() throws Throwable {
        harness.answering(open, CompletableFuture.completedFuture("b"), "c");
        CompletableFuture<?> first = (CompletableFuture<?>) harness.call("later");
        CompletableFuture<?> second = (CompletableFuture<?>) harness.call("later");
        harness.time.schedule(() -> open.complete("a"), Duration.ofSeconds(2).toNanos());
        long start = harness.time.nanoTime();
        // Behind the second, which goes on as soon as the first has ended.
        assertThat(harness.call("call")).isEqualTo("c");
        assertThat(harness.time.nanoTime() - start)
                .isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(first.get()).isEqualTo("a");
        assertThat(second.get()).isEqualTo("b");
        assertThat(harness.time.waiting()).isZero();
    }

    @Test
    void whateverEndsACallOthersCome() throws Throwable {
        harness.throwing(new IOException(), new IllegalStateException(), new IOException())
                .answering("a", "b");
        assertThatThrownBy(() -> harness.call("call")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> harness.call("call")).isInstanceOf(IllegalStateException.class);
        assertThat(harness.call("again")).isEqualTo("a");
        assertThat(harness.call("call")).isEqualTo("b");
    }
}
