package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.CallForm.Calls;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener knows for which calls it may put something in place on the thread for the time of an attempt. */
class SynchronousCallsTest {

    /** What is in place on the only thread. */
    private final Deque<Integer> inPlace = new ArrayDeque<>();

    private final Set<Boolean> answers = new HashSet<>();

    private final CallListener listener = new CallListener() {
        @Override
        public void onCallBegun(CallInfo call) {
            answers.add(call.isSynchronous());
        }

        @Override
        public void onAttemptBegun(CallInfo call, int attempt) {
            if (call.isSynchronous()) {
                inPlace.push(attempt);
            }
        }

        @Override
        public void onAttemptEnded(AttemptEnd attempt) {
            if (attempt.call().isSynchronous()) {
                assertThat(inPlace.pop()).isEqualTo(attempt.attempt());
            }
        }
    };

    @ParameterizedTest
    @EnumSource
    void anAttemptEndsOnTheThreadOfASynchronousCallBeforeAnythingElse(CallForm form) {
        Calls calls = new Calls(listener);
        calls.backoff = ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofMillis(100))
                .jitter(Jitter.NONE)
                .build(calls.holdfast);
        Set<Integer> seen = new HashSet<>();
        calls.duringAttempt = () -> seen.add(inPlace.isEmpty() ? 0 : inPlace.peek());

        assertThat(calls.answers(Calls.failure(), 200).call(form)).isEqualTo(200);

        boolean synchronous = EnumSet.of(CallForm.SYNC, CallForm.RESILIENCE, CallForm.EXECUTED)
                .contains(form);
        assertThat(answers).containsExactly(synchronous);
        assertThat(seen).isEqualTo(synchronous ? Set.of(1, 2) : Set.of(0));
        assertThat(inPlace).isEmpty();
    }
}
