package dev.holdfast.testing;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An event as a {@link RecordingListener} got it. Immutable. */
public final class RecordedEvent {

    /** The method of the listener that got the event. */
    public enum Kind {
        /** {@code onCallBegun}, with a {@code CallInfo}. */
        CALL_BEGUN,
        /** {@code onAttemptBegun}, with the number of the attempt, an {@code Integer}. */
        ATTEMPT_BEGUN,
        /** {@code onAttemptEnded}, with an {@code AttemptEnd}. */
        ATTEMPT_ENDED,
        /** {@code onCallEnded}, with a {@code CallEnd}. */
        CALL_ENDED,
        /** {@code onRetry}, with an {@code AttemptEvent}. */
        RETRY,
        /** {@code onGiveUp}, with an {@code AttemptEvent}. */
        GIVE_UP,
        /** {@code onRejected}, with a {@code RejectedEvent}. */
        REJECTED,
        /** {@code onFallback}, with a {@code FallbackEvent}. */
        FALLBACK,
        /** {@code onStateChange}, with a {@code StateChangeEvent}. */
        STATE_CHANGE,
        /** {@code onHold}, with a {@code HoldEvent}. */
        HOLD,
        /** {@code onRelease}, with a {@code HoldEvent}. */
        RELEASE
    }

    private final Kind kind;
    private final Duration at;
    private final Object event;
    private final @Nullable CallInfo call;
    private final int number;

    RecordedEvent(Kind kind, Duration at, Object event, @Nullable CallInfo call, int number) {
        this.kind = kind;
        this.at = at;
        this.event = event;
        this.call = call;
        this.number = number;
    }

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the time since the listener was made, on its clock.
     *
     * @return the duration
     */
    public Duration at() {
        return at;
    }

    /**
     * Returns the argument of the listener's method.
     *
     * @return of the type that the kind names
     */
    public Object event() {
        return event;
    }

    /**
     * Returns the call that the event belongs to.
     *
     * @return the call, or null for an event of a policy, or one that names its call only
     */
    public @Nullable CallInfo call() {
        return call;
    }

    /** Returns the number of its call among all calls, from 1; 0 without one. */
    int number() {
        return number;
    }

    /** Returns whether the story has a line for it: a retry and a last attempt are told by the end of the attempt. */
    boolean isTold() {
        return kind != Kind.RETRY && kind != Kind.GIVE_UP;
    }

    /** One line of the story. */
    @Override
    public String toString() {
        return call == null ? ofPolicy() : call.call() + " [" + number + "] " + ofCall();
    }

    private String ofCall() {
        switch (kind) {
            case CALL_BEGUN:
                return "begins";
            case ATTEMPT_BEGUN:
                return "attempt " + event;
            case ATTEMPT_ENDED:
                AttemptEnd attempt = (AttemptEnd) event;
                return "attempt " + attempt.attempt() + " ended: "
                        + Told.answer(attempt.outcome(), attempt.failure(), attempt.status())
                        + (attempt.isRetried() ? "; next in " + Durations.text(attempt.delay()) : "");
            default:
                CallEnd end = (CallEnd) event;
                return "ended after " + Told.count(end.attempts(), "attempt") + ": "
                        + Told.answer(end.outcome(), end.failure(), end.status());
        }
    }

    private String ofPolicy() {
        switch (kind) {
            case HOLD:
                return "hold of " + event;
            case RELEASE:
                return "end of the hold of " + event;
            case STATE_CHANGE:
                return "breaker " + event;
            case REJECTED:
                return "rejected " + event;
            case RETRY:
                return "retry of " + event;
            case GIVE_UP:
                return "end of " + event;
            default:
                return event.toString();
        }
    }
}
