package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.GuardedClient.StatusException;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Breaker inside backoff: each attempt is one call to it, and nobody waits for a rejection. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardBreakerTest {

    private final GuardedClient client;
    private final CircuitBreaker breaker;
    private final Guard guard;

    GuardBreakerTest(Form form) {
        this.client = new GuardedClient(form);
        this.breaker = CircuitBreaker.builder()
                .name("github")
                .failureThreshold(3)
                .successThreshold(1)
                .build(client.holdfast);
        this.guard = client.guard()
                .circuitBreaker(breaker)
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(5)
                        .baseDelay(Duration.ofSeconds(1))
                        .jitter(Jitter.NONE)
                        .build())
                .build(client.holdfast);
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            breaker.acquirePermit().failed(new IOException());
        }
    }

    @Test
    void theFailureThatOpensTheBreakerEndsTheSequenceAtOnce() {
        IOException third = new IOException("third");
        client.answers(new IOException(), new IOException(), third);
        assertThatThrownBy(() -> client.call(guard)).isSameAs(third);
        assertThat(client.calls).isEqualTo(3);
        assertThat(client.waits()).containsExactly(1_000L, 2_000L);
        assertThat(client.events)
                .containsExactly("retry 1 in 1000", "retry 2 in 2000", "CLOSED->OPEN", "gave up after 3");
        assertThatThrownBy(() -> client.call(guard))
                .isInstanceOfSatisfying(
                        CircuitOpenException.class,
                        rejection -> assertThat(rejection.retryAfter()).hasSeconds(60));
        assertThat(client.calls).isEqualTo(3);
    }

    @Test
    void theBadAnswerThatOpensTheBreakerIsReturned() throws Throwable {
        client.answers(503, 503, 500);
        assertThat(client.call(guard).status()).isEqualTo(500);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aBreakerOpenedDuringTheWaitEndsWithTheLastFailure() {
        IOException failure = new IOException();
        client.answers(failure);
        client.duringWait = breaker::forceOpen;
        assertThatThrownBy(() -> client.call(guard)).isSameAs(failure);
        assertThat(client.calls).isEqualTo(1);
        assertThat(client.events)
                .containsExactly("retry 1 in 1000", "CLOSED->FORCED_OPEN", "rejected by github", "gave up after 1");
    }

    @Test
    void clientErrorsRateLimitsAndCancelsAreNoFailures() throws Throwable {
        Guard single = client.guard().circuitBreaker(breaker).build(client.holdfast);
        breaker.acquirePermit().failed(new IOException());
        client.answers(404, new StatusException(404, null), new CancellationException(), 429);
        client.call(single);
        assertThat(breaker.failureCount()).as("a 404 shows a live server").isZero();
        breaker.acquirePermit().failed(new IOException());
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(StatusException.class);
        assertThat(breaker.failureCount()).as("thrown or returned").isZero();
        breaker.acquirePermit().failed(new IOException());
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(CancellationException.class);
        assertThat(breaker.failureCount()).as("a cancel says nothing").isEqualTo(1);
        client.call(single);
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void aBadAnswerThatIsThrownCountsWhateverItsClass() {
        CircuitBreaker narrow =
                CircuitBreaker.builder().monitored(IOException.class).build(client.holdfast);
        client.answers(new StatusException(503, null), new StatusException(429, null));
        Guard single = client.guard().circuitBreaker(narrow).build(client.holdfast);
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(StatusException.class);
        assertThat(narrow.failureCount()).isEqualTo(1);
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(StatusException.class);
        assertThat(narrow.failureCount())
                .as("a 429 shows a server that is alive")
                .isZero();
    }

    @Test
    void theGoodStatusOfAnAnswerThatCantBeReadSaysNothing() throws Throwable {
        client.answers(new StatusException(200, null), new StatusException(206, null), 200);
        client.call(guard);
        assertThat(client.events).containsExactly("retry 1 in 1000", "retry 2 in 2000");
        client.answers(new StatusException(200, null), new StatusException(200, null));
        Guard single = client.guard().circuitBreaker(breaker).build(client.holdfast);
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(StatusException.class);
        assertThat(breaker.failureCount()).isEqualTo(1);
        CircuitBreaker narrow =
                CircuitBreaker.builder().monitored(IOException.class).build(client.holdfast);
        narrow.acquirePermit().failed(new IOException());
        Guard ofOthers = client.guard().circuitBreaker(narrow).build(client.holdfast);
        assertThatThrownBy(() -> client.call(ofOthers)).isInstanceOf(StatusException.class);
        assertThat(narrow.failureCount()).as("no failure and no success").isEqualTo(1);
    }

    @Test
    void aRedirectThatIsThrownIsAnAnswer() {
        client.answers(new IOException(), new StatusException(304, null));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(StatusException.class);
        assertThat(client.calls).isEqualTo(2);
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void whatIsIgnoredGivesAProbesPlaceBackWhateverItsStatus() {
        CircuitBreaker lenient = CircuitBreaker.builder()
                .ignored(StatusException.class)
                .failureThreshold(1)
                .successThreshold(1)
                .build(client.holdfast);
        lenient.recordFailure(new IOException());
        client.time.advance(Duration.ofSeconds(60));
        client.answers(new StatusException(503, null));
        Guard single = client.guard().circuitBreaker(lenient).build(client.holdfast);
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(StatusException.class);
        assertThat(lenient.tryAcquirePermit()).isNotNull();
    }

    @Test
    void ignoredWinsOverAStatus() {
        CircuitBreaker lenient =
                CircuitBreaker.builder().ignored(StatusException.class).build(client.holdfast);
        client.answers(new StatusException(503, null));
        Guard single = client.guard().circuitBreaker(lenient).build(client.holdfast);
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(StatusException.class);
        assertThat(lenient.failureCount()).isZero();
    }

    @Test
    void whatIsIgnoredIsNoSuccessEither() {
        CircuitBreaker lenient =
                CircuitBreaker.builder().ignored(StatusException.class).build(client.holdfast);
        lenient.recordFailure(new IOException());
        client.answers(new StatusException(404, null));
        Guard single = client.guard().circuitBreaker(lenient).build(client.holdfast);
        assertThatThrownBy(() -> client.call(single)).isInstanceOf(StatusException.class);
        assertThat(lenient.failureCount()).isEqualTo(1);
    }

    @Test
    void aBadAnswerCountsWithABreakerAlone() throws Throwable {
        client.answers(503);
        client.call(client.guard().circuitBreaker(breaker).build(client.holdfast));
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void recoversThroughAProbe() throws Throwable {
        client.answers(new IOException(), new IOException(), new IOException(), 200);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IOException.class);
        client.time.advance(Duration.ofSeconds(60));
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aFailedProbeIsNotRetried() {
        client.answers(new IOException(), new IOException(), new IOException(), new IOException());
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IOException.class);
        client.time.advance(Duration.ofSeconds(60));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IOException.class);
        assertThat(client.calls).isEqualTo(4);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void anAbortedProbeReports() {
        open();
        Guard aborting = client.guard()
                .circuitBreaker(breaker)
                .backoff(ExponentialBackoff.builder().abortOn(IOException.class).build())
                .build(client.holdfast);
        client.answers(new IOException());
        client.time.advance(Duration.ofSeconds(60));
        assertThatThrownBy(() -> client.call(aborting)).isInstanceOf(IOException.class);
        assertThat(Engines.of(breaker).rejection().retryAfter())
                .as("opened again")
                .hasSeconds(60);
    }

    @Test
    void aHalfOpenBreakerDoesNotStopARetryInAdvance() throws Throwable {
        Permit[] probe = new Permit[1];
        client.duringCall = () -> {
            if (client.calls == 1) {
                open();
                client.time.advance(Duration.ofSeconds(60));
                probe[0] = breaker.acquirePermit();
            }
        };
        client.duringWait = () -> probe[0].succeeded();
        client.answers(503, 200);
        assertThat(client.call(guard).status())
                .as("the probe of another call has closed the breaker meanwhile")
                .isEqualTo(200);
    }

    @Test
    void aDisabledBreakerDoesNotStopRetries() throws Throwable {
        breaker.disable();
        client.answers(503, 503, 503, 503, 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
    }

    @Test
    void aThrowingListenerBreaksNoCall() throws Throwable {
        Holdfast rude = client.time
                .holdfast()
                .listener(new ResilienceListener() {
                    @Override
                    public void onRetry(AttemptEvent event) {
                        throw new IllegalStateException("listener");
                    }

                    @Override
                    public void onStateChange(StateChangeEvent event) {
                        throw new AssertionError("listener");
                    }
                })
                .build();
        Guard guard = client.guard()
                .circuitBreaker(CircuitBreaker.builder().failureThreshold(2).build(rude))
                .backoff(ExponentialBackoff.builder().build())
                .build(rude);
        client.answers(new IOException(), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        client.answers(new IOException("a"), new IOException("b"));
        assertThatThrownBy(() -> client.call(guard)).hasMessage("b");
    }
}
