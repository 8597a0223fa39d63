package dev.holdfast.testing;

import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.Outcome;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.testing.RecordedEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Assertions about recorded calls, each of which throws an {@link AssertionError} that shows all that was recorded, and returns
 * this object.
 *
 * <p>What is said of how calls ended holds for each of them, and none is too few. Retries and waits are those of all of them, in
 * order. What is said of breakers and limiters happened while one of the calls was under way; or at any time, for
 * {@code assertThat(recorded)}.
 */
public final class CallsAssert {

    private static final String JITTER = "Waits vary by jitter, unless the context has random(VirtualTime.noJitter())";

    private final RecordedCalls calls;

    CallsAssert(RecordedCalls calls) {
        this.calls = calls;
    }

    /**
     * Asserts how many calls there were, also those that have not ended.
     *
     * @param number the number, 0 for none
     * @return this
     */
    public CallsAssert hasCalls(int number) {
        return check(
                calls.size() == number,
                "Expected " + Told.count(number, "call") + " in " + calls.what + ", but there were " + calls.size());
    }

    /**
     * Asserts that the calls ended with a good answer of the client, and not of a fallback.
     *
     * @return this
     */
    public CallsAssert succeeded() {
        return ended("to succeed", Outcome.SUCCESS);
    }

    /**
     * Asserts that the calls ended with an exception or a bad result of the client, and without a fallback.
     *
     * @return this
     */
    public CallsAssert failed() {
        return ended("to fail", Outcome.FAILURE);
    }

    /**
     * Asserts that the calls ended with an exception, be it of the client or a rejection; or that a fallback answered for it.
     *
     * @param type its class
     * @return this
     */
    public CallsAssert failedWith(Class<? extends Throwable> type) {
        return each("to fail with " + type.getSimpleName(), end -> type.isInstance(end.failure()));
    }

    /**
     * Asserts that the calls ended with an answer of a status that is not plainly good.
     *
     * @param status such as 503
     * @return this
     */
    public CallsAssert endedWithStatus(int status) {
        return each("to end with status " + status, end -> end.status() == status);
    }

    /**
     * Asserts that the calls ended with an answer that said that the limit of the service's rate is reached.
     *
     * @return this
     */
    public CallsAssert endedRateLimited() {
        return ended("to end rate-limited", Outcome.RATE_LIMITED);
    }

    /**
     * Asserts that Holdfast rejected the calls in place of a first attempt.
     *
     * @return this
     */
    public CallsAssert rejected() {
        return ended("to be rejected", Outcome.REJECTED);
    }

    /**
     * Asserts that the calls failed, and that their fallback was asked.
     *
     * @return this
     */
    public CallsAssert fellBack() {
        return ended("to fall back", Outcome.FALLBACK);
    }

    /**
     * Asserts that the calls were cancelled or interrupted.
     *
     * @return this
     */
    public CallsAssert cancelled() {
        return ended("to be cancelled", Outcome.CANCELLED);
    }

    /**
     * Asserts that the calls have not ended, such as asynchronous ones that wait.
     *
     * @return this
     */
    public CallsAssert areRunning() {
        check(calls.size() > 0, "Expected " + calls.what + " to be running, but there was no such call");
        for (RecordedCall call : calls.calls) {
            check(call.end == null, "Expected " + calls.what + " to be running, but " + call + " has ended");
        }
        return this;
    }

    /**
     * Asserts that a breaker, limiter or bulkhead rejected one of the calls, or a further attempt.
     *
     * @param policy its name, as in events: of an annotation without a name, the name of the client
     * @return this
     */
    public CallsAssert rejectedBy(String policy) {
        List<String> names = rejections().map(RejectedEvent::policy).collect(Collectors.toList());
        return check(
                names.contains(policy),
                "Expected a rejection by " + policy + " in " + calls.what + ", but "
                        + (names.isEmpty() ? "nothing was rejected" : "there were rejections by " + distinct(names)));
    }

    /**
     * Asserts that one of the calls, or a further attempt, was rejected in this way.
     *
     * @param type such as {@code CircuitOpenException.class}
     * @return this
     */
    public CallsAssert rejectedWith(Class<? extends RuntimeException> type) {
        List<String> types = rejections()
                .map(event -> event.rejection().getClass().getSimpleName())
                .collect(Collectors.toList());
        return check(
                rejections().anyMatch(event -> type.isInstance(event.rejection())),
                "Expected a rejection with " + type.getSimpleName() + " in " + calls.what + ", but "
                        + (types.isEmpty() ? "nothing was rejected" : "there were rejections with " + distinct(types)));
    }

    private Stream<RejectedEvent> rejections() {
        return calls.during(Kind.REJECTED, RejectedEvent.class).stream().filter(event -> calls.isOfThese(event.call()));
    }

    private static String distinct(List<String> names) {
        return names.stream().distinct().collect(Collectors.joining(", "));
    }

    /**
     * Asserts how many attempts each of the calls made.
     *
     * @param number the number, 0 if the first was rejected
     * @return this
     */
    public CallsAssert afterAttempts(int number) {
        return each("to end after " + Told.count(number, "attempt"), end -> end.attempts() == number);
    }

    /**
     * Asserts how many times an answer was followed by a wait for another attempt, in all these calls together.
     *
     * @param number the number, 0 for none
     * @return this
     */
    public CallsAssert retried(int number) {
        int retries = calls.waits().size();
        return check(
                retries == number,
                "Expected " + count(number) + " in " + calls.what + ", but there were "
                        + (retries == 0 ? "none" : retries));
    }

    private static String count(int retries) {
        return retries == 1 ? "1 retry" : retries + " retries";
    }

    /**
     * Asserts that no answer was followed by another attempt.
     *
     * @return this
     */
    public CallsAssert notRetried() {
        return retried(0);
    }

    /**
     * Asserts the waits before further attempts, in all these calls together. They are exact in a context with
     * {@link VirtualTime#noJitter()}, as {@link HoldfastExtension} makes it.
     *
     * @param first the first wait, as in annotations: {@code "200ms"}
     * @param more the other waits
     * @return this
     */
    public CallsAssert waited(String first, String... more) {
        return waited(Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(Durations::parse)
                .collect(Collectors.toList()));
    }

    /**
     * Asserts the waits before further attempts, in all these calls together.
     *
     * @param first the first wait
     * @param more the other waits
     * @return this
     */
    public CallsAssert waited(Duration first, Duration... more) {
        List<Duration> all = new ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(more));
        return waited(all);
    }

    private CallsAssert waited(List<Duration> expected) {
        List<Duration> actual = calls.waits();
        return check(
                actual.equals(expected),
                "Expected waits of " + Told.durations(expected) + " in " + calls.what + ", but there were "
                        + Told.durations(actual) + (isJitter(expected, actual) ? ". " + JITTER : ""));
    }

    private static boolean isJitter(List<Duration> expected, List<Duration> actual) {
        boolean shorter = expected.size() == actual.size();
        for (int i = 0; shorter && i < actual.size(); i++) {
            shorter = actual.get(i).compareTo(expected.get(i)) <= 0;
        }
        return shorter;
    }

    /**
     * Asserts that each of the calls took this time, with all its attempts and waits.
     *
     * @param duration as in annotations: {@code "1.5s"}
     * @return this
     */
    public CallsAssert took(String duration) {
        return took(Durations.parse(duration));
    }

    /**
     * Asserts that each of the calls took this time, with all its attempts and waits.
     *
     * @param duration the time
     * @return this
     */
    public CallsAssert took(Duration duration) {
        return each(
                "to take " + Durations.text(duration),
                end -> end.duration().equals(duration),
                end -> "took " + Durations.text(end.duration()));
    }

    /**
     * Asserts that a breaker opened.
     *
     * @return this
     */
    public CallsAssert opened() {
        return changed("open", CircuitState.OPEN);
    }

    /**
     * Asserts that a breaker became half-open.
     *
     * @return this
     */
    public CallsAssert halfOpened() {
        return changed("become half-open", CircuitState.HALF_OPEN);
    }

    /**
     * Asserts that a breaker closed.
     *
     * @return this
     */
    public CallsAssert closed() {
        return changed("close", CircuitState.CLOSED);
    }

    /**
     * Asserts that no breaker changed its state.
     *
     * @return this
     */
    public CallsAssert changedNoBreaker() {
        List<StateChangeEvent> changes = changes();
        return check(
                changes.isEmpty(), "Expected no breaker to change during " + calls.what + ", but there was " + changes);
    }

    private CallsAssert changed(String verb, CircuitState to) {
        return check(
                changes().stream().anyMatch(change -> change.to() == to),
                "Expected a breaker to " + verb + " during " + calls.what + ", but none did");
    }

    private List<StateChangeEvent> changes() {
        return calls.during(Kind.STATE_CHANGE, StateChangeEvent.class);
    }

    /**
     * Asserts that a limiter began a hold of this length, or made one as long.
     *
     * @param duration as in annotations: {@code "2s"}
     * @return this
     */
    public CallsAssert held(String duration) {
        return held(Durations.parse(duration));
    }

    /**
     * Asserts that a limiter began a hold of this length, or made one as long.
     *
     * @param duration the length
     * @return this
     */
    public CallsAssert held(Duration duration) {
        List<Duration> holds = calls.during(Kind.HOLD, HoldEvent.class).stream()
                .map(HoldEvent::duration)
                .collect(Collectors.toList());
        return check(
                holds.contains(duration),
                "Expected a hold of " + Durations.text(duration) + " during " + calls.what + ", but there was "
                        + Told.durations(holds));
    }

    /**
     * Asserts that no limiter began a hold.
     *
     * @return this
     */
    public CallsAssert heldNothing() {
        List<HoldEvent> holds = calls.during(Kind.HOLD, HoldEvent.class);
        return check(holds.isEmpty(), "Expected no hold during " + calls.what + ", but there was " + holds);
    }

    private CallsAssert ended(String expected, Outcome outcome) {
        return each(expected, end -> end.outcome() == outcome);
    }

    private CallsAssert each(String expected, Predicate<CallEnd> condition) {
        return each(
                expected,
                condition,
                end -> "ended after " + Told.count(end.attempts(), "attempt") + ": "
                        + Told.answer(end.outcome(), end.failure(), end.status()));
    }

    /** Asserts something of each call, all of which must have ended. */
    private CallsAssert each(String expected, Predicate<CallEnd> condition, Function<CallEnd, String> actual) {
        check(calls.size() > 0, "Expected " + calls.what + " " + expected + ", but there was no such call");
        for (RecordedCall call : calls.calls) {
            CallEnd end = call.end;
            check(end != null, "Expected " + calls.what + " " + expected + ", but " + call + " has not ended");
            if (end != null) {
                check(
                        condition.test(end),
                        "Expected " + calls.what + " " + expected + ", but " + call + " " + actual.apply(end));
            }
        }
        return this;
    }

    private CallsAssert check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + ".\n\nWhat was recorded:\n" + calls.story());
        }
        return this;
    }
}
