package dev.holdfast.jfr;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.StateChangeEvent;
import jdk.jfr.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of JDK Flight Recorder: {@code dev.holdfast.Call} and {@code dev.holdfast.Attempt} with their durations, and {@code
 * dev.holdfast.Retry}, {@code dev.holdfast.Rejection}, {@code dev.holdfast.StateChange} and {@code dev.holdfast.Hold}, all in the category Holdfast:
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder().listener(HoldfastRecorder.create()).build();
 * }</pre>
 *
 * <p>They are enabled in every recording, without stack traces and thresholds; the settings of a recording change that. Times are those of Flight
 * Recorder. The event of an asynchronous call or attempt has the thread on which it ended. No event has the message of an exception.
 *
 * <p>A call or attempt that begins while its kind of event is in no recording makes no event. Thread-safe. One object serves any number of contexts.
 */
public final class HoldfastRecorder implements CallListener {

    private static final HoldfastRecorder ONLY = new HoldfastRecorder();

    private final EventType calls = EventType.getEventType(CallEvent.class);
    private final EventType attempts = EventType.getEventType(AttemptEvent.class);

    /** The events of one call that have begun. Its events never come at the same time. */
    private static final class Begun {

        private @Nullable CallEvent call;
        private @Nullable AttemptEvent attempt;
    }

    private HoldfastRecorder() {}

    /**
     * Returns the listener.
     *
     * @return always the same object
     */
    public static HoldfastRecorder create() {
        return ONLY;
    }

    @Override
    public void onCallBegun(CallInfo call) {
        if (calls.isEnabled()) {
            CallEvent event = new CallEvent();
            begun(call).call = event;
            event.begin();
        }
    }

    @Override
    public void onAttemptBegun(CallInfo call, int attempt) {
        if (attempts.isEnabled()) {
            AttemptEvent event = new AttemptEvent();
            begun(call).attempt = event;
            event.begin();
        }
    }

    private Begun begun(CallInfo call) {
        Begun found = (Begun) call.attachment(this);
        if (found == null) {
            found = new Begun();
            call.attach(this, found);
        }
        return found;
    }

    @Override
    public void onAttemptEnded(AttemptEnd end) {
        Begun begun = (Begun) end.call().attachment(this);
        if (begun != null && begun.attempt != null) {
            commit(begun.attempt, end);
            begun.attempt = null;
        }
        if (end.isRetried()) {
            retried(end);
        }
    }

    private static void commit(AttemptEvent event, AttemptEnd end) {
        event.end();
        if (event.shouldCommit()) {
            event.client = end.call().client();
            event.method = end.call().method();
            event.attempt = end.attempt();
            event.outcome = end.outcome().name();
            event.errorType = type(end.failure());
            event.status = end.status();
            event.retried = end.isRetried();
            event.commit();
        }
    }

    private static void retried(AttemptEnd end) {
        RetryEvent event = new RetryEvent();
        if (event.shouldCommit()) {
            event.client = end.call().client();
            event.method = end.call().method();
            event.attempt = end.attempt();
            event.errorType = type(end.failure());
            event.status = end.status();
            event.delay = end.delay().toNanos();
            event.commit();
        }
    }

    @Override
    public void onCallEnded(CallEnd end) {
        Begun begun = (Begun) end.call().attachment(this);
        CallEvent event = begun == null ? null : begun.call;
        if (event != null) {
            event.end();
            if (event.shouldCommit()) {
                event.client = end.call().client();
                event.method = end.call().method();
                event.outcome = end.outcome().name();
                event.attempts = end.attempts();
                event.errorType = type(end.failure());
                event.status = end.status();
                event.commit();
            }
        }
    }

    @Override
    public void onRejected(RejectedEvent rejected) {
        RejectionEvent event = new RejectionEvent();
        if (event.shouldCommit()) {
            // As CallInfo does.
            String call = rejected.call();
            int parameters = call.indexOf('(');
            int dot = call.lastIndexOf('.', parameters < 0 ? call.length() : parameters);
            event.client = dot < 0 ? call : call.substring(0, dot);
            event.method = dot < 0 ? "call" : call.substring(dot + 1);
            event.policy = rejected.policy();
            event.errorType = type(rejected.rejection());
            event.retryAfter = rejected.retryAfter().toNanos();
            event.commit();
        }
    }

    @Override
    public void onStateChange(StateChangeEvent change) {
        BreakerEvent event = new BreakerEvent();
        if (event.shouldCommit()) {
            event.breaker = change.breaker();
            event.from = change.from().name();
            event.to = change.to().name();
            event.reason = change.reason().name();
            event.errorType = type(change.cause());
            event.commit();
        }
    }

    @Override
    public void onHold(HoldEvent hold) {
        LimiterEvent event = new LimiterEvent();
        if (event.shouldCommit()) {
            event.limiter = hold.limiter();
            event.length = hold.duration().toNanos();
            event.commit();
        }
    }

    /** Flight Recorder reads a clock of its own, and only while it records. */
    @Override
    public boolean wantsTimes() {
        return false;
    }

    private static @Nullable String type(@Nullable Throwable failure) {
        return failure == null ? null : failure.getClass().getName();
    }
}
