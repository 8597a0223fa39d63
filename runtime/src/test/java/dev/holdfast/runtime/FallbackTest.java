package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.Fallbacks;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures are answered for, and what becomes of the first where the answer fails too. */
class FallbackTest {

    public static Stream<Arguments> failures() {
        return Stream.of(
                row(true, new IOException(), Exception.class),
                row(true, new IllegalStateException(), Exception.class),
                row(false, new Throwable(), Exception.class),
                row(true, new Throwable(), Throwable.class),
                row(true, new CircuitOpenException("users", 1), Exception.class),
                row(true, new CircuitOpenException("users", 1), CircuitOpenException.class),
                row(false, new CircuitOpenException("users", 1), RateLimitedException.class),
                row(false, new AssertionError(), Exception.class),
                row(false, new AssertionError(), Throwable.class),
                row(true, new AssertionError(), Error.class),
                row(false, new InterruptedException(), Throwable.class),
                row(true, new InterruptedException(), InterruptedException.class),
                row(false, new CancellationException(), IllegalStateException.class),
                row(true, new CancellationException(), CancellationException.class));
    }

    private static Arguments row(boolean covered, Throwable failure, Class<?> on) {
        return Arguments.of(covered, failure, on);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void coversWhatIsNamed(boolean covered, Throwable failure, Class<? extends Throwable> on) {
        assertThat(Fallbacks.covers(Fallbacks.builder().on(on).build(), failure))
                .isEqualTo(covered);
    }

    @Test
    void coversEveryExceptionByDefault() {
        FallbackRule fallback = Fallbacks.builder().build();
        assertThat(Fallbacks.covers(fallback, new IOException())).isTrue();
        assertThat(Fallbacks.covers(fallback, new AssertionError())).isFalse();
        assertThatNullPointerException()
                .isThrownBy(() -> Fallbacks.covers(fallback, null))
                .withMessage("failure");
    }

    @Test
    void exceptWins() {
        FallbackRule fallback = Fallbacks.builder()
                .on(IOException.class, FileNotFoundException.class)
                .except(FileNotFoundException.class)
                .build();
        assertThat(Fallbacks.covers(fallback, new EOFException())).isTrue();
        assertThat(Fallbacks.covers(fallback, new FileNotFoundException())).isFalse();
        assertThat(fallback)
                .hasToString("Fallback[on=[java.io.FileNotFoundException, java.io.IOException],"
                        + " except=[java.io.FileNotFoundException]]");
    }

    @Test
    void theFirstFailureIsSuppressedUnlessItLeadsBack() {
        IOException first = new IOException();
        RuntimeException thrown = new RuntimeException();
        FallbackPolicy.suppress(first, thrown);
        assertThat(thrown).hasSuppressedException(first);
        FallbackPolicy.suppress(first, first);
        assertThat(first).hasNoSuppressedExceptions();
        IOException root = new IOException();
        FallbackPolicy.suppress(new Exception(new Exception(root)), root);
        assertThat(root).hasNoSuppressedExceptions();
    }

    @Test
    void aFallbackThatIsRejectedItselfCarriesTheFirstFailure() {
        IOException first = new IOException();
        CircuitOpenException thrown = new CircuitOpenException("backup", 0);
        FallbackPolicy.suppress(first, thrown);
        assertThat(thrown).hasSuppressedException(first);
    }

    @Test
    void causesThatGoRoundAreNotFollowedForEver() {
        Exception one = new Exception();
        Exception other = new Exception(one);
        one.initCause(other);
        RuntimeException thrown = new RuntimeException();
        FallbackPolicy.suppress(one, thrown);
        assertThat(thrown).hasSuppressedException(one);
    }

    /** Where a guard has a fallback, it answers for what its own methods take, and the listener is told. */
    @Test
    void aGuardAsksWhatTheMethodsTake() {
        List<String> events = new ArrayList<>();
        Holdfast holdfast = Holdfast.builder()
                .listener(new ResilienceListener() {
                    @Override
                    public void onFallback(FallbackEvent event) {
                        events.add(event.toString());
                        throw new IllegalStateException("a listener breaks no call");
                    }
                })
                .build();
        SyncGuard guard = Guards.sync("Client.call")
                .fallback(Fallbacks.builder().build(), IOException.class, CircuitOpenException.class)
                .build(holdfast);
        assertThat(guard.fallsBack(new EOFException("end"))).isTrue();
        assertThat(guard.fallsBack(new CircuitOpenException("users", 1))).isTrue();
        assertThat(guard.fallsBack(new IllegalArgumentException())).isFalse();
        assertThat(events).hasSize(2).first().isEqualTo("Client.call: falls back after java.io.EOFException: end");
        SyncGuard without = Guards.sync("Client.call").build(holdfast);
        assertThat(without.fallsBack(new IOException())).isFalse();
    }
}
