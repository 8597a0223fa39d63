package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Attempts that take too long, as breaker, backoff and deadline see them. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"SYNC", "ASYNC_LATER"})
class GuardTimeoutTest {

    private static final TimeLimiter TIMEOUT = TimeLimiter.builder()
            .limit(Duration.ofSeconds(10))
            .increment(Duration.ofSeconds(5))
            .build();

    private final GuardedClient client;

    /** When attempts were cut, in seconds since the one before. */
    private final List<Long> cuts = new ArrayList<>();

    GuardTimeoutTest(Form form) {
        this.client = new GuardedClient(form);
    }

    @AfterEach
    void leavesNoInterruptAndNoTimerBehind() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(client.timers.left()).isZero();
    }

    private static ExponentialBackoffBuilder backoff(int attempts) {
        return ExponentialBackoff.builder()
                .maxAttempts(attempts)
                .baseDelay(Duration.ofSeconds(1))
                .factor(1)
                .jitter(Jitter.NONE);
    }

    /** The delegate hangs this often before it answers. */
    private void hangs(int times) {
        client.hangs = times;
        client.cuts = cuts;
    }

    @Test
    void whatHangsIsCutAndFails() {
        hangs(1);
        Guard guard = client.guard().timeout(TIMEOUT).build(client.holdfast);
        CallTimeoutException failure = catchThrowableOfType(CallTimeoutException.class, () -> client.call(guard));
        assertThat(failure).hasMessage("Client.call took longer than 10s");
        assertThat(failure.limit()).hasSeconds(10);
        assertThat(failure.call()).isEqualTo("Client.call");
        assertThat(cuts).containsExactly(10L);
        assertThat(client.events).containsExactly("gave up after 1");
    }

    @Test
    void isRetriedWithMoreTimeForEachAttempt() throws Throwable {
        hangs(2);
        client.answers(200);
        Guard guard =
                client.guard().timeout(TIMEOUT).backoff(backoff(3).build()).build(client.holdfast);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(cuts).containsExactly(10L, 15L);
        assertThat(client.events).containsExactly("retry 1 in 1000", "retry 2 in 1000");
        assertThat(client.waits()).as("a limit is no wait").containsExactly(1000L, 1000L);
    }

    @Test
    void theLastOneIsWhatTheCallerGets() {
        hangs(2);
        Guard guard =
                client.guard().timeout(TIMEOUT).backoff(backoff(2).build()).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("Client.call took longer than 15s");
    }

    @Test
    void opensTheBreaker() {
        hangs(1);
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureThreshold(1).name("b").build(client.holdfast);
        Guard guard = client.guard().timeout(TIMEOUT).circuitBreaker(breaker).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(CallTimeoutException.class);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void isNotRetriedWhereOnlyOthersAre() {
        hangs(1);
        Guard guard = client.guard()
                .timeout(TIMEOUT)
                .backoff(backoff(3).retryOn(IOException.class).build())
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(CallTimeoutException.class);
        assertThat(client.calls).isEqualTo(1);
    }

    @Test
    void aDeadlineCutsAnAttemptThatHasATimeout() {
        hangs(2);
        Guard guard = client.guard()
                .timeout(TIMEOUT)
                .backoff(backoff(5).deadline(Duration.ofSeconds(18)).build())
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).hasMessage("Client.call took longer than 7s");
        assertThat(cuts).containsExactly(10L, 7L);
    }

    @Test
    void whatIsInTimeIsAsWithoutALimit() throws Throwable {
        IOException failure = new IOException();
        Answer refused = new Answer(503, (String) null);
        client.answers(failure, refused, 200, 404, new IllegalStateException());
        client.duringCall = () -> client.time.advance(Duration.ofSeconds(client.form() == Form.SYNC ? 9 : 0));
        Guard guard =
                client.guard().timeout(TIMEOUT).backoff(backoff(3).build()).build(client.holdfast);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.call(guard).status()).isEqualTo(404);
        Guard once = client.guard().timeout(TIMEOUT).build(client.holdfast);
        assertThatThrownBy(() -> client.call(once)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWaitBeforeAnAttemptIsNotPartOfIt() throws Throwable {
        RateLimiter limiter = RateLimiter.builder()
                .name("quota")
                .permits(1)
                .per(Duration.ofSeconds(30))
                .maxWait(Duration.ofSeconds(30))
                .build(client.holdfast);
        client.answers(200, 200);
        Guard guard = client.guard().timeout(TIMEOUT).rateLimiter(limiter).build(client.holdfast);
        client.call(guard);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(30_000L);
        hangs(1);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(CallTimeoutException.class);
        assertThat(cuts).containsExactly(10L);
    }

    @Test
    void aClosedContextLimitsNothing() throws Throwable {
        client.answers(200);
        Holdfast closed = Holdfast.builder().clock(client.time).build();
        closed.close();
        Guard guard = client.guard().timeout(TIMEOUT).build(closed);
        assertThat(client.call(guard).status()).isEqualTo(200);
    }
}
