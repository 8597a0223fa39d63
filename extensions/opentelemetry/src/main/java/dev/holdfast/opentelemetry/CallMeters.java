package dev.holdfast.opentelemetry;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.Outcome;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The instruments of calls, attempts, retries and rejections. */
final class CallMeters {

    private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("client");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("method");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");
    private static final AttributeKey<String> POLICY = AttributeKey.stringKey("policy");

    /** Those of the semantic conventions for HTTP, and longer ones for calls that wait. */
    private static final List<Double> BUCKETS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0, 30.0, 60.0);

    private final DoubleHistogram calls;
    private final DoubleHistogram attempts;
    private final LongCounter retries;
    private final LongCounter rejections;
    private final ConcurrentMap<String, OfMethod> methods = new ConcurrentHashMap<>();

    /** The attributes of one method, each made with its first event. */
    private static final class OfMethod {

        private final Attributes common;
        private final Map<Outcome, Attributes> calls = new EnumMap<>(Outcome.class);

        /** By outcome and error. */
        private final Map<Outcome, ConcurrentMap<String, Attributes>> attempts = new EnumMap<>(Outcome.class);

        private final ConcurrentMap<String, Attributes> retries = new ConcurrentHashMap<>(4);
        private final ConcurrentMap<String, Attributes> rejections = new ConcurrentHashMap<>(4);

        OfMethod(String call) {
            common = Attributes.of(CLIENT, Values.client(call), METHOD, Values.method(call));
            for (Outcome each : Outcome.values()) {
                calls.put(each, with(common, OUTCOME, Values.of(each)));
                attempts.put(each, new ConcurrentHashMap<>(4));
            }
        }

        Attributes call(Outcome outcome) {
            return calls.getOrDefault(outcome, common);
        }

        Attributes attempt(AttemptEnd attempt) {
            Outcome outcome = attempt.outcome();
            ConcurrentMap<String, Attributes> byError = attempts.get(outcome);
            return byError == null ? common : get(byError, call(outcome), ERROR, Values.error(attempt));
        }

        Attributes retry(AttemptEnd attempt) {
            return get(retries, common, REASON, Values.reason(attempt));
        }

        Attributes rejection(RuntimeException rejection) {
            return get(rejections, common, POLICY, Values.policy(rejection));
        }

        private static Attributes get(
                ConcurrentMap<String, Attributes> made, Attributes base, AttributeKey<String> key, String value) {
            Attributes found = made.get(value);
            if (found == null) {
                found = with(base, key, value);
                made.put(value, found);
            }
            return found;
        }

        private static Attributes with(Attributes base, AttributeKey<String> key, String value) {
            return base.toBuilder().put(key, value).build();
        }
    }

    CallMeters(Meter meter) {
        calls = seconds(meter, "holdfast.calls", "Calls with all their attempts and waits");
        attempts = seconds(meter, "holdfast.attempts", "Attempts, each one call of the protected client");
        retries = meter.counterBuilder("holdfast.retries")
                .setUnit("{retry}")
                .setDescription("Attempts after which another was to follow")
                .build();
        rejections = meter.counterBuilder("holdfast.rejections")
                .setUnit("{rejection}")
                .setDescription("Calls, and further attempts, that were rejected")
                .build();
    }

    void callEnded(CallEnd end) {
        calls.record(end.durationNanos() / 1e9, method(end.call().call()).call(end.outcome()));
    }

    void attemptEnded(AttemptEnd attempt) {
        OfMethod method = method(attempt.call().call());
        attempts.record(attempt.durationNanos() / 1e9, method.attempt(attempt));
        if (attempt.isRetried()) {
            retries.add(1, method.retry(attempt));
        }
    }

    void rejected(String call, RuntimeException rejection) {
        rejections.add(1, method(call).rejection(rejection));
    }

    private OfMethod method(String call) {
        OfMethod found = methods.get(call);
        return found != null ? found : methods.computeIfAbsent(call, OfMethod::new);
    }

    private static DoubleHistogram seconds(Meter meter, String name, String description) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(BUCKETS)
                .build();
    }
}
