package dev.holdfast.testing;

// Both, as in a user's test: the compiler chooses by the argument.
import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.Outcome;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.StateChangeEvent;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asserted of recorded events, and what a failed assertion tells. The events are made by hand here. */
class CallsAssertTest {

    private static final long MILLI = 1_000_000;

    private final VirtualTime time = new VirtualTime();
    private final RecordingListener recorded = new RecordingListener(time);

    /** A call of which nothing is known but its name. */
    private record Call(String client, String method) implements CallInfo {

        @Override
        public String call() {
            return client + "." + method;
        }

        @Override
        public @Nullable Object attachment(Object key) {
            return null;
        }

        @Override
        public void attach(Object key, Object value) {}

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static CallInfo user() {
        return new Call("GitHubClient", "user");
    }

    private void attempt(
            CallInfo call, int number, Outcome outcome, int status, @Nullable Throwable failure, long delay) {
        recorded.onAttemptBegun(call, number);
        recorded.onAttemptEnded(new AttemptEnd(call, number, outcome, failure, status, 0, delay));
        time.advance(Duration.ofNanos(Math.max(0, delay)));
    }

    private void end(CallInfo call, int attempts, Outcome outcome, @Nullable Throwable failure) {
        recorded.onCallEnded(new CallEnd(call, attempts, outcome, failure, 0, 600 * MILLI));
    }

    /** Two failures, and a success. */
    private CallInfo retriedCall() {
        CallInfo call = user();
        recorded.onCallBegun(call);
        attempt(call, 1, Outcome.FAILURE, 503, null, 200 * MILLI);
        attempt(call, 2, Outcome.FAILURE, 0, new IOException("reset"), 400 * MILLI);
        attempt(call, 3, Outcome.SUCCESS, 0, null, -1);
        end(call, 3, Outcome.SUCCESS, null);
        return call;
    }

    private void rejectedCall() {
        CallInfo call = user();
        recorded.onCallBegun(call);
        RuntimeException rejection = rejection();
        recorded.onRejected(new RejectedEvent(call.call(), "GitHubClient", 5, rejection));
        end(call, 0, Outcome.REJECTED, rejection);
    }

    private static RuntimeException rejection() {
        CircuitBreaker breaker = CircuitBreaker.builder().name("GitHubClient").build();
        breaker.forceOpen();
        try {
            throw new IllegalStateException(breaker.acquirePermit().toString());
        } catch (CircuitOpenException expected) {
            return expected;
        }
    }

    private static void assertFails(Runnable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::run)
                .withMessageStartingWith(message + "\n\nWhat was recorded:\n");
    }

    @Test
    void aCallThatWasRetried() {
        retriedCall();

        assertThat(recorded.calls("GitHubClient.user"))
                .hasCalls(1)
                .succeeded()
                .afterAttempts(3)
                .retried(2)
                .waited("200ms", "400ms")
                .waited(Duration.ofMillis(200), Duration.ofMillis(400))
                .took("600ms")
                .changedNoBreaker()
                .heldNothing();
        assertThat(recorded).succeeded().retried(2);
        assertThat(recorded.calls("GitHubClient")).hasCalls(1);
        assertThat(recorded.calls("user")).hasCalls(1);
        assertThat(recorded.calls(CallsAssertTest.class)).hasCalls(0);
        assertThat(recorded.calls("GitHubClient.use")).hasCalls(0);
        assertThat(recorded.calls().waits()).hasSize(2);
        assertThat(recorded.calls().attempts()).extracting(AttemptEnd::attempt).containsExactly(1, 2, 3);
        assertThat(recorded.calls().ends()).extracting(CallEnd::attempts).containsExactly(3);
    }

    @Test
    void aFailedAssertionTellsTheStory() {
        retriedCall();
        rejectedCall();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(recorded.calls("GitHubClient.user"))
                        .hasCalls(2)
                        .succeeded())
                .withMessage(
                        "Expected all calls of GitHubClient.user to succeed, but GitHubClient.user [2] ended after 0"
                                + " attempts: rejected, dev.holdfast.runtime.CircuitOpenException: circuit breaker"
                                + " 'GitHubClient' is open, retry after 1m.\n\n"
                                + "What was recorded:\n"
                                + "  0s     GitHubClient.user [1] begins\n"
                                + "  0s     GitHubClient.user [1] attempt 1\n"
                                + "  0s     GitHubClient.user [1] attempt 1 ended: failure, status 503; next in 200ms\n"
                                + "  200ms  GitHubClient.user [1] attempt 2\n"
                                + "  200ms  GitHubClient.user [1] attempt 2 ended: failure, java.io.IOException: reset; next in"
                                + " 400ms\n"
                                + "  600ms  GitHubClient.user [1] attempt 3\n"
                                + "  600ms  GitHubClient.user [1] attempt 3 ended: success\n"
                                + "  600ms  GitHubClient.user [1] ended after 3 attempts: success\n"
                                + "  600ms  GitHubClient.user [2] begins\n"
                                + "  600ms  rejected GitHubClient.user: circuit breaker 'GitHubClient' is open, retry after 1m\n"
                                + "  600ms  GitHubClient.user [2] ended after 0 attempts: rejected,"
                                + " dev.holdfast.runtime.CircuitOpenException: circuit breaker 'GitHubClient' is open, retry after 1m\n");
    }

    @Test
    void eachAssertionSaysWhatItExpectedAndWhatThereWas() {
        retriedCall();
        RecordedCalls calls = recorded.calls("user");
        String all = "Expected all calls of user ";
        String ended = ", but GitHubClient.user [1] ended after 3 attempts: success.";

        assertFails(() -> assertThat(calls).failed(), all + "to fail" + ended);
        assertFails(() -> assertThat(calls).failedWith(IOException.class), all + "to fail with IOException" + ended);
        assertFails(() -> assertThat(calls).rejected(), all + "to be rejected" + ended);
        assertFails(() -> assertThat(calls).fellBack(), all + "to fall back" + ended);
        assertFails(() -> assertThat(calls).cancelled(), all + "to be cancelled" + ended);
        assertFails(() -> assertThat(calls).endedRateLimited(), all + "to end rate-limited" + ended);
        assertFails(() -> assertThat(calls).endedWithStatus(503), all + "to end with status 503" + ended);
        assertFails(() -> assertThat(calls).afterAttempts(1), all + "to end after 1 attempt" + ended);
        assertFails(() -> assertThat(calls).took("1s"), all + "to take 1s, but GitHubClient.user [1] took 600ms.");
        assertFails(() -> assertThat(calls).areRunning(), all + "to be running, but GitHubClient.user [1] has ended.");
        assertFails(() -> assertThat(calls).hasCalls(2), "Expected 2 calls in all calls of user, but there were 1.");
        assertFails(() -> assertThat(calls).retried(1), "Expected 1 retry in all calls of user, but there were 2.");
        assertFails(() -> assertThat(calls).notRetried(), "Expected 0 retries in all calls of user, but there were 2.");
        assertFails(
                () -> assertThat(calls).waited("100ms", "300ms"),
                "Expected waits of 100ms, 300ms in all calls of user, but there were 200ms, 400ms.");
        assertFails(
                () -> assertThat(calls).waited("1s", "2s"),
                "Expected waits of 1s, 2s in all calls of user, but there were 200ms, 400ms. Waits vary by jitter, unless"
                        + " the context has random(VirtualTime.noJitter()).");
        assertFails(
                () -> assertThat(calls).rejectedBy("GitHubClient"),
                "Expected a rejection by GitHubClient in all calls of user, but nothing was rejected.");
        assertFails(
                () -> assertThat(calls).opened(), "Expected a breaker to open during all calls of user, but none did.");
        assertFails(
                () -> assertThat(calls).held("2s"),
                "Expected a hold of 2s during all calls of user, but there was nothing.");
    }

    @Test
    void noCallIsTooFewForAnyOutcome() {
        String message = "Expected all calls of user to succeed, but there was no such call.";

        assertFails(() -> assertThat(recorded.calls("user")).succeeded(), message);
        assertFails(
                () -> assertThat(recorded.calls("user")).areRunning(),
                "Expected all calls of user to be running, but there was no such call.");
        assertFails(() -> assertThat(recorded).retried(1), "Expected 1 retry in all calls, but there were none.");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(recorded).succeeded())
                .withMessageEndingWith("What was recorded:\n  nothing\n");
        assertThat(recorded).hasCalls(0).notRetried();
    }

    @Test
    void aCallThatRuns() {
        CallInfo call = user();
        recorded.onCallBegun(call);
        attempt(call, 1, Outcome.RATE_LIMITED, 429, null, 2_000 * MILLI);

        assertThat(recorded).areRunning().retried(1).waited("2s");
        assertFails(
                () -> assertThat(recorded).succeeded(),
                "Expected all calls to succeed, but GitHubClient.user [1] has not ended.");
    }

    @Test
    void rejectionsAreToldByPolicyAndByType() {
        rejectedCall();

        assertThat(recorded)
                .rejected()
                .afterAttempts(0)
                .rejectedBy("GitHubClient")
                .rejectedWith(CircuitOpenException.class)
                .failedWith(CircuitOpenException.class);
        assertFails(
                () -> assertThat(recorded).rejectedBy("billing"),
                "Expected a rejection by billing in all calls, but there were rejections by GitHubClient.");
        assertFails(
                () -> assertThat(recorded).rejectedWith(BulkheadFullException.class),
                "Expected a rejection with BulkheadFullException in all calls, but there were rejections with"
                        + " CircuitOpenException.");
    }

    @Test
    void oneOfManyCalls() {
        retriedCall();
        rejectedCall();
        RecordedCalls calls = recorded.calls("user");

        assertThat(calls.size()).isEqualTo(2);
        assertThat(calls.first()).succeeded();
        assertThat(calls.last()).rejected();
        assertThat(calls.call(2)).hasCalls(1).rejected().notRetried();
        assertThat(calls.call(3)).hasCalls(0);
        assertThat(recorded.calls("nobody").first()).hasCalls(0);
        assertThat(recorded.calls("nobody").last()).hasCalls(0);
        assertFails(
                () -> assertThat(calls.last()).succeeded(),
                "Expected the last of all calls of user to succeed, but GitHubClient.user [2] ended after 0 attempts:"
                        + " rejected, dev.holdfast.runtime.CircuitOpenException: circuit breaker 'GitHubClient' is"
                        + " open, retry after 1m.");
    }

    @Test
    void whatPoliciesDidDuringACall() {
        recorded.onHold(new HoldEvent("GitHubClient", 1_000 * MILLI));
        CallInfo call = user();
        recorded.onCallBegun(call);
        recorded.onHold(new HoldEvent("GitHubClient", 2_000 * MILLI));
        change(CircuitState.CLOSED, CircuitState.OPEN);
        change(CircuitState.OPEN, CircuitState.HALF_OPEN);
        recorded.onFallback(new FallbackEvent(call.call(), new IOException("reset")));
        end(call, 1, Outcome.FALLBACK, new IOException("reset"));
        change(CircuitState.HALF_OPEN, CircuitState.CLOSED);
        recorded.onRelease(new HoldEvent("GitHubClient", 2_000 * MILLI));

        assertThat(recorded.calls("user"))
                .fellBack()
                .failedWith(IOException.class)
                .opened()
                .halfOpened()
                .held("2s");
        assertThat(recorded).opened().closed().held("1s").held("2s");
        assertFails(
                () -> assertThat(recorded.calls("user")).closed(),
                "Expected a breaker to close during all calls of user, but none did.");
        assertFails(
                () -> assertThat(recorded.calls("user")).held("1s"),
                "Expected a hold of 1s during all calls of user, but there was 2s.");
        assertFails(
                () -> assertThat(recorded).heldNothing(),
                "Expected no hold during all calls, but there was [GitHubClient: 1s, GitHubClient: 2s].");
        assertThat(recorded.story())
                .contains("hold of GitHubClient: 2s\n")
                .contains("breaker GitHubClient: CLOSED -> OPEN (FAILURES_IN_A_ROW)\n")
                .contains("GitHubClient.user: falls back after java.io.IOException: reset\n")
                .contains("end of the hold of GitHubClient: 2s\n");
    }

    private void change(CircuitState from, CircuitState to) {
        recorded.onStateChange(
                new StateChangeEvent("GitHubClient", from, to, StateChangeEvent.Reason.FAILURES_IN_A_ROW, null));
    }

    @Test
    void aLongStoryIsCut() {
        for (int call = 0; call < 100; call++) {
            retriedCall();
        }

        assertThat(recorded.story()).startsWith("  ... 600 earlier\n").hasLineCount(201);
    }

    @Test
    void eventsAreKeptInOrderUntilTheyAreForgotten() {
        retriedCall();

        assertThat(recorded.events()).hasSize(8);
        assertThat(recorded.events(RecordedEvent.Kind.ATTEMPT_ENDED))
                .extracting(RecordedEvent::at)
                .containsExactly(Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(600));
        recorded.clear();
        assertThat(recorded.events()).isEmpty();
        rejectedCall();
        assertThat(recorded.calls("GitHubClient.user")).hasCalls(1).rejected();
    }
}
