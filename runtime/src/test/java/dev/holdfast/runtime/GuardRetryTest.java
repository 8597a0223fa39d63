package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.GuardedClient.StatusException;
import dev.holdfast.testing.VirtualTime;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backoff alone: what is retried, when, and what the caller gets in the end. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardRetryTest {

    /** From the beginning of virtual time to the greatest reading of its clock. */
    private static final Duration TO_WRAP = Duration.ofNanos(Long.MAX_VALUE - new VirtualTime().nanoTime());

    private final GuardedClient client;

    GuardRetryTest(Form form) {
        this.client = new GuardedClient(form);
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(4)
                .baseDelay(Duration.ofMillis(100))
                .maxDelay(Duration.ofMillis(300))
                .jitter(Jitter.NONE);
    }

    private Guard guard(ExponentialBackoffBuilder backoff) {
        return client.guard().backoff(backoff.build()).build(client.holdfast);
    }

    @Test
    void waitsExponentiallyUpToTheCapAndReturnsTheSuccess() throws Throwable {
        client.answers(new IOException(), new IOException(), new IOException(), 200);
        assertThat(client.call(guard(backoff())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(100L, 200L, 300L);
        assertThat(client.events).containsExactly("retry 1 in 100", "retry 2 in 200", "retry 3 in 300");
    }

    @Test
    void throwsTheLastFailureAsItIsWhenNoAttemptIsLeft() {
        IOException last = new IOException("fourth");
        client.answers(new IOException(), new IOException(), new IOException(), last);
        assertThatThrownBy(() -> client.call(guard(backoff()))).isSameAs(last).hasNoCause();
        assertThat(last.getSuppressed()).isEmpty();
        assertThat(client.calls).isEqualTo(4);
        assertThat(client.waits()).as("nobody waits after the last").hasSize(3);
        assertThat(client.events).last().isEqualTo("gave up after 4");
    }

    @Test
    void returnsTheLastBadAnswerAsItCame() throws Throwable {
        client.answers(503, 500, 502, 504);
        assertThat(client.call(guard(backoff())).status()).isEqualTo(504);
        assertThat(client.calls).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 429})
    void aClientErrorIsNotRetriedReturnedOrThrown(int status) throws Throwable {
        client.answers(status, new StatusException(status, null));
        assertThat(client.call(guard(backoff())).status()).isEqualTo(status);
        assertThatThrownBy(() -> client.call(guard(backoff()))).isInstanceOf(StatusException.class);
        assertThat(client.calls).isEqualTo(2);
    }

    @Test
    void aServerErrorIsRetriedReturnedOrThrown() throws Throwable {
        client.answers(503, new StatusException(500, null), 408, 200);
        assertThat(client.call(guard(backoff())).status()).isEqualTo(200);
    }

    @Test
    void aStatusDecidesWhateverTheClassOfItsException() {
        client.answers(new StatusException(503, null), new StatusException(503, null), new StatusException(404, null));
        assertThatThrownBy(() -> client.call(guard(backoff().retryOn(IOException.class))))
                .isInstanceOf(StatusException.class);
        assertThat(client.calls).isEqualTo(3);
    }

    @Test
    void aGoodStatusOfAnExceptionDecidesOnlyIfItIsNamed() throws Throwable {
        client.answers(new StatusException(200, null), new StatusException(202, null), 200);
        ExponentialBackoffBuilder named = backoff().retryOn(IOException.class).retryStatuses("202");
        assertThatThrownBy(() -> client.call(guard(named))).isInstanceOf(StatusException.class);
        assertThat(client.waits()).isEmpty();
        assertThat(client.call(guard(named)).status()).isEqualTo(200);
        assertThat(client.waits()).hasSize(1);
    }

    @Test
    void abortOnWinsOverAStatus() {
        client.answers(new StatusException(503, null));
        assertThatThrownBy(() -> client.call(guard(backoff().abortOn(StatusException.class))))
                .isInstanceOf(StatusException.class);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void retriesOnlyWhatIsNamed() {
        client.answers(new IllegalStateException(), new FileNotFoundException());
        Guard guard = guard(backoff().retryOn(IOException.class).abortOn(FileNotFoundException.class));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(FileNotFoundException.class);
        assertThat(client.calls).isEqualTo(2);
    }

    @Test
    void errorsInterruptsCancelsAndRejectionsAreNotRetried() {
        Throwable[] failures = {
            new StackOverflowError(),
            new InterruptedException(),
            new CancellationException(),
            new ClosedByInterruptException(),
            new CircuitOpenException("inner", 1)
        };
        for (Throwable failure : failures) {
            client.answers(failure);
            assertThatThrownBy(() -> client.call(guard(backoff()))).isSameAs(failure);
        }
        assertThat(client.calls).isEqualTo(failures.length);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void aWaitThatWouldOverrunTheDeadlineIsNotBegun() {
        client.answers(new IOException(), new IOException(), new IOException());
        Guard guard = guard(backoff().deadline(Duration.ofMillis(599)));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IOException.class);
        assertThat(client.waits()).as("100 + 200 + 300 is beyond 599").containsExactly(100L, 200L);
    }

    @Test
    void theTimeOfAttemptsCountsAgainstTheDeadline() {
        client.duringCall = () -> client.time.advance(Duration.ofMillis(250));
        client.answers(new IOException(), new IOException());
        Guard guard = guard(backoff().deadline(Duration.ofMillis(600)));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IOException.class);
        assertThat(client.waits()).containsExactly(100L);
    }

    @Test
    void aDeadlineThatFallsOnTheGreatestReadingOfTheClockHolds() {
        client.answers(new IOException("1"), new IOException("2"));
        Guard guard = guard(backoff()
                .maxDelay(Duration.ofSeconds(10))
                .baseDelay(Duration.ofSeconds(10))
                .deadline(TO_WRAP));
        assertThatThrownBy(() -> client.call(guard)).hasMessage("1");
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void aDeadlineBeyondTheWrapOfTheClockHolds() {
        client.answers(new IOException("1"), new IOException("2"), new IOException("3"));
        Guard guard = guard(ExponentialBackoff.builder()
                .baseDelay(Duration.ofMillis(500))
                .jitter(Jitter.NONE)
                .deadline(TO_WRAP.multipliedBy(2)));
        assertThatThrownBy(() -> client.call(guard)).hasMessage("3");
        assertThat(client.waits()).containsExactly(500L, 1_000L);
    }
}
