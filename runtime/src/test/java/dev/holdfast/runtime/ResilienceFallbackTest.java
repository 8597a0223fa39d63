package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.testing.VirtualTime;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A fallback without an interface to annotate. */
class ResilienceFallbackTest {

    /** A failure with a response in it. */
    private static final class Refused extends IOException implements AutoCloseable {
        private static final long serialVersionUID = 1L;
        private int closed;

        @Override
        public void close() {
            closed++;
        }
    }

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();

    private ResilienceBuilder<String, IOException> failing(IOException failure) {
        return Resilience.<String, IOException>of(() -> {
                    throw failure;
                })
                .holdfast(holdfast);
    }

    private AsyncResilienceBuilder<String> failingStage(IOException failure) {
        return Resilience.<String>ofStage(() -> CompletableFuture.failedFuture(failure))
                .holdfast(holdfast);
    }

    @Test
    void answersForTheFailureThatTheCallerWouldGet() throws IOException {
        Refused refused = new Refused();
        assertThat(failing(refused)
                        .fallback(failure -> failure == refused ? "known" : "?")
                        .call())
                .isEqualTo("known");
        assertThat(failingStage(refused)
                        .fallback(failure -> CompletableFuture.completedFuture(failure == refused ? "known" : "?"))
                        .call())
                .isCompletedWithValue("known");
        assertThat(refused.closed).as("it was handed over").isZero();
    }

    @Test
    void answersForRejections() throws IOException {
        CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
        breaker.forceOpen();
        assertThat(failing(new IOException())
                        .circuitBreaker(breaker)
                        .fallback(failure -> failure.getClass().getSimpleName())
                        .call())
                .isEqualTo("CircuitOpenException");
    }

    @Test
    void whatItIsNotGivenIsClosedBefore() throws IOException {
        Refused refused = new Refused();
        assertThat(failing(refused).fallback(() -> "closed " + refused.closed).call())
                .isEqualTo("closed 1");
        assertThat(failingStage(refused)
                        .fallback(() -> CompletableFuture.completedFuture("closed " + refused.closed))
                        .call())
                .isCompletedWithValue("closed 2");
    }

    @Test
    void answersForTheFailuresThatAreNamed() throws IOException {
        IOException other = new IOException();
        assertThat(failing(new FileNotFoundException())
                        .fallback(() -> "none")
                        .fallbackOn(FileNotFoundException.class)
                        .call())
                .isEqualTo("none");
        assertThatThrownBy(() -> failing(other)
                        .fallback(() -> "none")
                        .fallbackOn(FileNotFoundException.class)
                        .call())
                .isSameAs(other);
        assertThatThrownBy(() -> failingStage(other)
                        .fallback(() -> CompletableFuture.completedFuture("none"))
                        .fallbackOn(FileNotFoundException.class)
                        .call()
                        .join())
                .hasCause(other);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        failing(other).fallbackOn(FileNotFoundException.class).build())
                .withMessage("fallbackOn or fallbackExcept is set without fallback, set that too");
    }

    @Test
    void itsOwnFailureKeepsTheFirst() {
        IOException first = new IOException();
        IOException own = new IOException();
        assertThatThrownBy(() -> failing(first)
                        .fallback(failure -> {
                            throw own;
                        })
                        .call())
                .isSameAs(own)
                .hasSuppressedException(first);
        assertThatThrownBy(() -> failingStage(first)
                        .fallback(() -> CompletableFuture.failedFuture(own))
                        .call()
                        .join())
                .hasCause(own);
    }

    /** As a constant, or the failure of a shared future. */
    @Test
    void aFailureThatIsThrownAgainAndAgainDoesNotCollect() {
        IOException own = new IOException();
        for (int i = 0; i < 1_000; i++) {
            assertThatThrownBy(() -> failing(new IOException())
                            .fallback(failure -> {
                                throw own;
                            })
                            .call())
                    .isSameAs(own);
            assertThatThrownBy(() -> failingStage(new IOException())
                            .fallback(() -> CompletableFuture.failedFuture(own))
                            .call()
                            .join())
                    .hasCause(own);
        }
        assertThat(own.getSuppressed()).hasSizeLessThan(10);
    }

    @Test
    void aFailureIsAddedOnce() {
        IOException first = new IOException();
        IOException own = new IOException();
        FallbackPolicy.suppress(first, own);
        FallbackPolicy.suppress(first, own);
        assertThat(own.getSuppressed()).containsExactly(first);
    }

    @Test
    void aFailureThatAnswersNoQuestionsIsLeftAlone() {
        IOException own = new IOException();
        IOException odd = new IOException() {
            @Override
            public synchronized Throwable getCause() {
                throw new IllegalStateException();
            }
        };
        FallbackPolicy.suppress(odd, own);
        assertThat(own.getSuppressed()).isEmpty();
    }
}
