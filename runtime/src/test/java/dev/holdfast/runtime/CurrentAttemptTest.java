package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.CallForm.Calls;
import dev.holdfast.runtime.event.ResilienceListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A delegate knows the number of its attempt, and a thread has none after it. */
class CurrentAttemptTest {

    private final List<Integer> numbers = new ArrayList<>();

    private Calls calls(ResilienceListener... listeners) {
        Calls calls = new Calls(listeners);
        calls.backoff = ExponentialBackoff.builder()
                .maxAttempts(3)
                .baseDelay(Duration.ofMillis(100))
                .jitter(Jitter.NONE)
                .build();
        calls.duringAttempt = () -> numbers.add(CurrentAttempt.number());
        return calls;
    }

    @Test
    void outsideOfAttemptsItIsOne() {
        assertThat(CurrentAttempt.number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATER")
    void eachAttemptKnowsItsNumber(CallForm form) {
        for (int i = 0; i < 2; i++) {
            numbers.clear();
            assertThat(calls().answers(503, Calls.failure(), 200).call(form)).isEqualTo(200);
            assertThat(numbers).containsExactly(1, 2, 3);
            assertThat(CurrentAttempt.number()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATER")
    void afterAFailureItIsOneAgain(CallForm form) {
        calls().answers(Calls.failure(), 503, Calls.failure()).call(form);
        assertThat(numbers).containsExactly(1, 2, 3);
        assertThat(CurrentAttempt.number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SYNC", "RESILIENCE", "EXECUTED"})
    void afterATimeoutItIsOneAgain(CallForm form) {
        Calls calls = calls();
        calls.timeout = TimeLimiter.builder().limit(Duration.ofMillis(50)).build();
        calls.duringAttempt = () -> {
            numbers.add(CurrentAttempt.number());
            calls.time.advance(Duration.ofMillis(60));
        };
        calls.answers(200, 200, 200).call(form);
        assertThat(numbers).containsExactly(1, 2, 3);
        assertThat(CurrentAttempt.number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATER")
    void aFurtherAttemptWithinAnotherHasItsOwnNumber(CallForm form) {
        Calls outer = calls();
        Calls inner = calls();
        outer.duringAttempt = () -> {
            numbers.add(CurrentAttempt.number());
            inner.answers(Calls.failure(), Calls.failure(), 200).call(form);
            numbers.add(10 * CurrentAttempt.number());
        };
        outer.answers(Calls.failure(), 200).call(form);
        // The first attempt of the inner client is, on the fast path, not told from the one around it.
        assertThat(numbers).containsExactly(1, 1, 2, 3, 10, 2, 2, 2, 3, 20);
        assertThat(CurrentAttempt.number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATER")
    void whereListenersHearOfCallsAFirstAttemptWithinAnotherHasItsOwnNumber(CallForm form) {
        Calls outer = calls();
        Calls inner = calls(new CallLog());
        outer.duringAttempt = () -> {
            numbers.add(CurrentAttempt.number());
            inner.answers(Calls.failure(), 200).call(form);
            numbers.add(10 * CurrentAttempt.number());
        };
        outer.answers(Calls.failure(), 200).call(form);
        assertThat(numbers).containsExactly(1, 1, 2, 10, 2, 1, 2, 20);
    }

    @ParameterizedTest
    @EnumSource(names = {"SYNC", "RESILIENCE", "EXECUTED"})
    void predicatesAndListenersBetweenAttemptsHaveNone(CallForm form) {
        List<Integer> heard = new ArrayList<>();
        Calls calls = calls(new ResilienceListener() {
            @Override
            public void onRetry(dev.holdfast.runtime.event.AttemptEvent event) {
                heard.add(CurrentAttempt.number());
            }
        });
        calls.answers(Calls.failure(), 503, 200).call(form);
        assertThat(heard).containsExactly(1, 1);
    }
}
