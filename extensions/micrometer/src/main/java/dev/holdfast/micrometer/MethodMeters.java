package dev.holdfast.micrometer;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * The meters of one method of a client, each made with its first event. Kept here, because the registry makes tags and an id whenever it is asked
 * for a meter. No lock is held while it is asked, since its filters are the user's.
 */
final class MethodMeters {

    private final Meters meters;
    private final Tags tags;
    private final ConcurrentMap<Outcome, Timer> calls = new ConcurrentHashMap<>(4);

    /** By outcome and error. */
    private final ConcurrentMap<Outcome, ConcurrentMap<String, Timer>> attempts = new ConcurrentHashMap<>(4);

    private final ConcurrentMap<String, Counter> retries = new ConcurrentHashMap<>(4);
    private final ConcurrentMap<String, Counter> rejections = new ConcurrentHashMap<>(4);

    MethodMeters(Meters meters, String call) {
        this.meters = meters;
        // As CallInfo does, which not all events have.
        int parameters = call.indexOf('(');
        int dot = call.lastIndexOf('.', parameters < 0 ? call.length() : parameters);
        this.tags = Tags.of(
                "client",
                dot < 0 ? call : call.substring(0, dot),
                "method",
                dot < 0 ? "call" : call.substring(dot + 1));
    }

    void callEnded(CallEnd end) {
        Outcome outcome = end.outcome();
        Timer timer = calls.get(outcome);
        if (timer == null) {
            timer = meters.timer(
                    "holdfast.calls",
                    "Calls with all their attempts and waits",
                    tags.and("outcome", TagValues.of(outcome)));
            calls.put(outcome, timer);
        }
        timer.record(end.durationNanos(), TimeUnit.NANOSECONDS);
    }

    void attemptEnded(AttemptEnd attempt) {
        Outcome outcome = attempt.outcome();
        String error = TagValues.error(attempt);
        ConcurrentMap<String, Timer> byError = attempts.computeIfAbsent(outcome, each -> new ConcurrentHashMap<>(4));
        Timer timer = byError.get(error);
        if (timer == null) {
            timer = meters.timer(
                    "holdfast.attempts",
                    "Attempts, each one call of the protected client",
                    tags.and("outcome", TagValues.of(outcome), "error.type", error));
            byError.put(error, timer);
        }
        timer.record(attempt.durationNanos(), TimeUnit.NANOSECONDS);
        if (attempt.isRetried()) {
            count(
                    retries,
                    "holdfast.retries",
                    "Attempts after which another was to follow",
                    "reason",
                    TagValues.reason(attempt));
        }
    }

    void rejected(RuntimeException rejection) {
        count(
                rejections,
                "holdfast.rejections",
                "Calls, and further attempts, that were rejected",
                "policy",
                TagValues.policy(rejection));
    }

    private void count(
            ConcurrentMap<String, Counter> counters, String name, String description, String key, String value) {
        Counter counter = counters.get(value);
        if (counter == null) {
            counter = meters.counter(name, description, tags.and(key, value));
            counters.put(value, counter);
        }
        counter.increment();
    }
}
