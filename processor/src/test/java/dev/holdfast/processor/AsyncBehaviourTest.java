package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Generated clients whose methods return stages do what their annotations say. */
class AsyncBehaviourTest {

    private static final String HEAD = "package p; import dev.holdfast.annotations.*; import java.io.*;"
            + " import java.net.http.HttpResponse; import java.util.*; import java.util.concurrent.*;"
            + " import java.util.function.Predicate;";

    private static final String SLOW = "@Backoff(maxAttempts = 3, baseDelay = \"200ms\", jitter = Jitter.NONE)"
            + " @SuppressWarnings(\"holdfast:no-jitter\")";

    private static Harness client(String body) {
        return new Harness("p.Client", HEAD + body);
    }

    private static <T> CompletableFuture<T> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }

    private static CompletableFuture<?> call(Harness harness, Object... arguments) throws Throwable {
        return ((CompletionStage<?>) harness.call("call", arguments)).toCompletableFuture();
    }

    @Test
    void aStageThatIsDoneComesBackAsItIs() throws Throwable {
        Harness harness = client(SLOW + "public interface Client { CompletableFuture<String> call(); }");
        CompletableFuture<String> done = CompletableFuture.completedFuture("good");
        assertThat(harness.answering(done).call("call")).isSameAs(done);
    }

    @Test
    void aFailedStageIsTriedAgainWithTheSameArguments() throws Throwable {
        Harness harness =
                client(SLOW + "public interface Client { CompletionStage<? extends Object> call(String a); }");
        CompletableFuture<Object> later = new CompletableFuture<>();
        harness.answering(failed(new IOException("1")), later);
        CompletableFuture<?> answer = call(harness, "x");
        assertThat(harness.calls()).isEqualTo(1);
        harness.time.advance(Duration.ofMillis(200));
        assertThat(harness.calls()).isEqualTo(2);
        later.completeExceptionally(new IOException("2"));
        IllegalStateException last = new IllegalStateException("3");
        harness.throwing(last);
        harness.time.drain();
        assertThatThrownBy(answer::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(last);
    }

    @Test
    void aRejectionIsAFailedStage() throws Throwable {
        Harness harness = client("""
        @CircuitBreaker(failureThreshold = 1) public interface Client {
            CompletableFuture<String> call();
        }
        """);
        harness.answering(failed(new IOException()));
        assertThat(call(harness)).isCompletedExceptionally();
        assertThatThrownBy(call(harness)::get).cause().isInstanceOf(CircuitOpenException.class);
        assertThat(harness.calls()).isEqualTo(1);
    }

    @Test
    void theStatusOfAValueDecides() throws Throwable {
        Harness harness = client(SLOW + """
        @RateLimited public interface Client {
            CompletableFuture<? extends HttpResponse<String>> call();
        }
        """);
        FakeResponse<String> good = FakeResponse.of(200, "");
        harness.answering(
                CompletableFuture.completedFuture(FakeResponse.limited("", "7")),
                CompletableFuture.completedFuture(FakeResponse.of(503, "")),
                CompletableFuture.completedFuture(good));
        CompletableFuture<?> answer = call(harness);
        harness.time.drain();
        assertThat(answer.get()).isSameAs(good);
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(400));
    }

    @Test
    void theStatusOfAnExceptionDecides() throws Throwable {
        Harness harness = new Harness(
                "p.Client",
                HEAD + "@RateLimited(on = Busy.class) public interface Client { CompletionStage<String> call(); }",
                "p.Busy",
                HEAD + """
                public class Busy extends RuntimeException { public Busy() {} public int code() { return 429; }
                    public long getRetryAfter() { return 2; }
                }
                """);
        harness.answering(failed((Throwable) harness.create("p.Busy")), CompletableFuture.completedFuture("good"));
        CompletableFuture<?> answer = call(harness);
        harness.time.drain();
        assertThat(answer.get()).isEqualTo("good");
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void predicatesSeeTheValue() throws Throwable {
        Harness harness = client("""
                @Backoff(baseDelay = "0s", retryResult = Client.Empty.class) public interface Client {
                    <T extends List<?>> CompletableFuture<T> call();
                    class Empty implements Predicate<Collection<?>> {
                        public boolean test(Collection<?> c) { return c.isEmpty(); }
                    }
                }
                """);
        harness.answering(
                CompletableFuture.completedFuture(java.util.List.of()),
                CompletableFuture.completedFuture(java.util.List.of(1)));
        assertThat(call(harness).get()).isEqualTo(java.util.List.of(1));
    }

    @Test
    void cancellingGoesThrough() throws Throwable {
        Harness harness = client(SLOW + "public interface Client { CompletableFuture<String> call(); }");
        CompletableFuture<String> later = new CompletableFuture<>();
        harness.answering(later, failed(new IOException()));
        call(harness).cancel(true);
        assertThat(later).isCancelled();
        CompletableFuture<?> waiting = call(harness);
        assertThat(harness.time.waiting()).isEqualTo(1);
        waiting.cancel(true);
        assertThat(harness.time.waiting()).isZero();
        assertThat(harness.calls()).isEqualTo(2);
    }
}
