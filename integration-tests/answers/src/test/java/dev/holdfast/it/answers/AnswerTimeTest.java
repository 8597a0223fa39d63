package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.it.answers.Kind.Trait;
import dev.holdfast.runtime.CallTimeoutException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Time limits of every kind of answer. */
class AnswerTimeTest extends AnswerTable {

    @ParameterizedTest
    @MethodSource("all")
    void theDeadlineEndsACall(Kind kind) {
        IOException last = new IOException("4");
        upstream.then(() -> time.advance(Duration.ofMillis(500)), new IOException("1"))
                .then(new IOException("2"))
                .then(new IOException("3"))
                .then(last);
        Subscription call =
                kind.call(new ResilientTimedApi(upstream, time.holdfast().build()));
        time.drain();
        assertThat(call.failure).isSameAs(last);
        assertThat(upstream.attempts).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("later")
    void anAttemptThatTakesTooLongIsCut(Kind kind) {
        Subscription call =
                kind.call(new ResilientTimedApi(upstream, time.holdfast().build()));
        assertThat(upstream.attempts).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(upstream.attempts.get(0).isCancelled()).isEqualTo(kind.has(Trait.CANCELS));
        upstream.then(GOOD);
        time.drain();
        assertGood(kind, call);
        assertThat(upstream.attempts).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("later")
    void theLastAttemptThatTakesTooLongFailsTheCall(Kind kind) {
        Subscription call =
                kind.call(new ResilientTimedApi(upstream, time.holdfast().build()));
        time.advance(Duration.ofSeconds(3));
        assertThat(call.failure).isInstanceOf(CallTimeoutException.class);
        assertThat(call.ends).isEqualTo(1);
        assertThat(upstream.attempts).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void anAttemptThatIsWaitedForTooLongIsCut(Kind kind) {
        upstream.then(() -> time.advance(Duration.ofSeconds(1))).then(GOOD);
        assertGood(
                kind, kind.call(new ResilientTimedApi(upstream, time.holdfast().build())));
        assertThat(upstream.attempts).hasSize(2);
        assertThat(Thread.interrupted()).isFalse();
    }
}
