package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call by hand, protected by any of the policies. */
class ResilienceTest {

    private record Reply(int status, String retryAfter) {}

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast =
            Holdfast.builder().clock(time).sleeper(time).random(bound -> 0).build();
    private final ExponentialBackoff backoff = ExponentialBackoff.builder()
            .maxAttempts(3)
            .baseDelay(Duration.ofSeconds(1))
            .jitter(Jitter.NONE)
            .build();
    private final Deque<Object> script = new ArrayDeque<>();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private <T> CheckedSupplier<T, IOException> answers(Object... answers) {
        script.addAll(Arrays.asList(answers));
        return () -> {
            Object next = script.remove();
            if (next instanceof IOException failure) {
                throw failure;
            }
            @SuppressWarnings("unchecked")
            T result = (T) next;
            return result;
        };
    }

    @Test
    void withoutAnyPolicyTheCallIsMadeOnceAsItIs() {
        IOException failure = new IOException();
        assertThatThrownBy(() -> Resilience.of(answers(failure)).call()).isSameAs(failure);
    }

    @Test
    void retriesWithBackoff() throws IOException {
        String result = Resilience.of(this.<String>answers(new IOException(), new IOException(), "done"))
                .holdfast(holdfast)
                .backoff(backoff)
                .call();
        assertThat(result).isEqualTo("done");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theExceptionsToRetryCanBeGivenHere() {
        assertThatThrownBy(() -> Resilience.of(answers(new IOException()))
                        .holdfast(holdfast)
                        .backoff(backoff)
                        .retryOn(IllegalStateException.class)
                        .call())
                .isInstanceOf(IOException.class);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void readsStatusAndRetryAfterOfResults() throws IOException {
        Reply reply = Resilience.of(this.<Reply>answers(new Reply(429, "9"), new Reply(503, ""), new Reply(200, "")))
                .holdfast(holdfast)
                .backoff(backoff)
                .rateLimiter(RateLimiter.builder().build(holdfast))
                .status(Reply::status)
                .retryAfter(Reply::retryAfter)
                .call();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(9), Duration.ofSeconds(2));
    }

    @Test
    void readsStatusAndRetryAfterOfExceptions() throws IOException {
        String result = Resilience.of(this.<String>answers(new IOException("429"), "done"))
                .holdfast(holdfast)
                .rateLimiter(RateLimiter.builder().build(holdfast))
                .failureStatus(failure -> Integer.parseInt(failure.getMessage()))
                .failureRetryAfter(failure -> "4")
                .call();
        assertThat(result).isEqualTo("done");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void anExtractorThatThrowsReadsNothing() {
        IOException failure = new IOException("no number");
        assertThatThrownBy(() -> Resilience.of(answers(failure))
                        .holdfast(holdfast)
                        .rateLimiter(RateLimiter.builder().build(holdfast))
                        .failureStatus(thrown -> Integer.parseInt(thrown.getMessage()))
                        .call())
                .isSameAs(failure);
    }

    @Test
    void predicatesRetryAndFail() throws IOException {
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(2).build(holdfast);
        Resilience<List<String>, IOException> call = Resilience.of(
                        this.<List<String>>answers(List.of(), List.of("x"), List.of("bad")))
                .holdfast(holdfast)
                .backoff(backoff)
                .circuitBreaker(breaker)
                .retryResult(List::isEmpty)
                .failureResult(list -> list.contains("bad"))
                .build();
        assertThat(call.call()).containsExactly("x");
        assertThat(call.call()).containsExactly("bad");
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void anOpenBreakerRejects() {
        CircuitBreaker breaker = CircuitBreaker.builder().name("db").build(holdfast);
        breaker.forceOpen();
        assertThatThrownBy(() -> Resilience.of(answers())
                        .holdfast(holdfast)
                        .circuitBreaker(breaker)
                        .backoff(backoff)
                        .call())
                .isInstanceOf(CircuitOpenException.class)
                .hasMessageContaining("'db'");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aDroppedResultIsClosedButNotTheLast() throws IOException {
        int[] closed = new int[3];
        AutoCloseable first = () -> {
            closed[0]++;
            throw new IOException("closing fails too");
        };
        AutoCloseable second = () -> closed[1]++;
        AutoCloseable last = () -> closed[2]++;
        AutoCloseable result = Resilience.of(this.<AutoCloseable>answers(first, second, last))
                .holdfast(holdfast)
                .backoff(backoff)
                .retryResult(any -> true)
                .call();
        assertThat(result).isSameAs(last);
        assertThat(closed).containsExactly(1, 1, 0);
    }

    @Test
    void anInterruptedWaitEndsAsTheCallerChooses() {
        IOException failure = new IOException();
        Resilience<Object, IOException> call = Resilience.of(answers(failure, failure))
                .holdfast(holdfast)
                .backoff(backoff)
                .build();
        Thread.currentThread().interrupt();
        assertThatThrownBy(call::call).isSameAs(failure);
        assertThatThrownBy(call::callInterruptibly).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aResultThatAnInterruptTakesFromTheCallerIsClosed() {
        int[] closed = new int[1];
        AutoCloseable result = () -> closed[0]++;
        Resilience<AutoCloseable, IOException> call = Resilience.of(this.<AutoCloseable>answers(result))
                .holdfast(holdfast)
                .backoff(backoff)
                .retryResult(any -> true)
                .build();
        Thread.currentThread().interrupt();
        assertThatThrownBy(call::callInterruptibly).isInstanceOf(InterruptedException.class);
        assertThat(closed).containsExactly(1);
    }

    @Test
    void whatWasCalledOffIsNotRetriedWhateverStatusIsReadFromIt() {
        CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
        for (Exception calledOff : List.of(new InterruptedException(), new CancellationException())) {
            CheckedSupplier<String, Exception> supplier = () -> {
                throw calledOff;
            };
            assertThatThrownBy(() -> Resilience.of(supplier)
                            .holdfast(holdfast)
                            .backoff(backoff)
                            .circuitBreaker(breaker)
                            .failureStatus(any -> 503)
                            .call())
                    .isSameAs(calledOff);
        }
        assertThat(time.sleeps()).isEmpty();
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void keepsTheDeadline() {
        ExponentialBackoff tooSlow = ExponentialBackoff.builder()
                .baseDelay(Duration.ofSeconds(5))
                .jitter(Jitter.NONE)
                .deadline(Duration.ofSeconds(4))
                .build();
        IOException failure = new IOException();
        assertThatThrownBy(() -> Resilience.of(answers(failure))
                        .holdfast(holdfast)
                        .backoff(tooSlow)
                        .call())
                .isSameAs(failure);
        assertThat(time.sleeps()).isEmpty();
    }
}
