package dev.holdfast.runtime;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Writes down what listeners hear of calls, and whether it comes in the order that they rely on. */
final class CallLog implements CallListener {

    final List<String> events = Collections.synchronizedList(new ArrayList<>());

    /** What came out of order. */
    final List<String> wrong = new CopyOnWriteArrayList<>();

    /** Where each call stands that has not ended: the number of its attempt in flight, or less than zero between attempts. */
    final Map<CallInfo, Integer> open = new ConcurrentHashMap<>();

    /** A permit for each call that has ended. */
    final Semaphore ended = new Semaphore(0);

    private final boolean times;

    CallLog() {
        this(true);
    }

    CallLog(boolean times) {
        this.times = times;
    }

    @Override
    public boolean wantsTimes() {
        return times;
    }

    @Override
    public void onCallBegun(CallInfo call) {
        events.add("begun");
        move(call, null, -1, "begun");
    }

    @Override
    public void onAttemptBegun(CallInfo call, int attempt) {
        events.add("attempt " + attempt);
        move(call, -attempt, attempt, "attempt " + attempt);
    }

    @Override
    public void onAttemptEnded(AttemptEnd end) {
        events.add(end.attempt() + " " + end.outcome() + reason(end.failure(), end.status())
                + (end.isRetried() ? " next in " + end.delay().toMillis() : "") + time(end.durationNanos()));
        move(end.call(), end.attempt(), -end.attempt() - 1, "end of " + end.attempt());
    }

    @Override
    public void onCallEnded(CallEnd end) {
        events.add("ended " + end.outcome() + " after " + end.attempts() + reason(end.failure(), end.status())
                + time(end.durationNanos()));
        Integer before = open.remove(end.call());
        if (before == null || before != -end.attempts() - 1) {
            wrong.add("ended at " + before);
        }
        ended.release();
    }

    @Override
    public void onRejected(RejectedEvent event) {
        events.add("rejected");
    }

    @Override
    public void onFallback(FallbackEvent event) {
        events.add("fallback");
    }

    private void move(CallInfo call, Integer from, int to, String what) {
        Integer before = open.put(call, to);
        if (from == null ? before != null : !from.equals(before)) {
            wrong.add(what + " at " + before);
        }
    }

    private static String reason(Throwable failure, int status) {
        return (failure == null ? "" : " " + failure.getClass().getSimpleName()) + (status == 0 ? "" : " " + status);
    }

    private static String time(long nanos) {
        return nanos == 0 ? "" : " took " + nanos / 1_000_000;
    }
}
