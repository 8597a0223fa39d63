package dev.holdfast.opentelemetry;

import dev.holdfast.runtime.CurrentAttempt;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;

/**
 * Adds events to the current span: retries, give-ups, rejections, fallbacks, changes of a circuit breaker's state and holds of a rate limiter.
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder()
 *         .listener(HoldfastSpanEvents.create())
 *         .carrier(OpenTelemetryContext.create())
 *         .build();
 * }</pre>
 *
 * <p>The carrier takes the caller's span to the other threads of asynchronous calls; without it their events go to the span of whichever thread they
 * happen on. Where no span records, nothing is done. A successful call is no event, and keeps its quick path.
 *
 * <p>Names and attributes are those of Holdfast's page about observability. No attribute has the message of an exception, or anything else from a
 * request or an answer but its status. A change of state or a hold is an event of the call that caused it, or of another one that changes the same
 * breaker or limiter at that moment.
 *
 * <p>Thread-safe. One object serves any number of contexts.
 */
public final class HoldfastSpanEvents implements ResilienceListener {

    private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("holdfast.client");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("holdfast.method");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("holdfast.attempt");
    private static final AttributeKey<Double> DELAY = AttributeKey.doubleKey("holdfast.delay");
    private static final AttributeKey<String> POLICY = AttributeKey.stringKey("holdfast.policy");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("holdfast.policy.name");
    private static final AttributeKey<Double> RETRY_AFTER = AttributeKey.doubleKey("holdfast.retry_after");
    private static final AttributeKey<Double> DURATION = AttributeKey.doubleKey("holdfast.duration");
    private static final AttributeKey<String> FROM = AttributeKey.stringKey("holdfast.from");
    private static final AttributeKey<String> TO = AttributeKey.stringKey("holdfast.to");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("holdfast.reason");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");

    private static final HoldfastSpanEvents ONLY = new HoldfastSpanEvents();

    private HoldfastSpanEvents() {}

    /**
     * Returns the listener.
     *
     * @return always the same object
     */
    public static HoldfastSpanEvents create() {
        return ONLY;
    }

    /**
     * Sets {@code http.request.resend_count} of a span of one request, if the calling thread makes a further attempt. For the delegate of a client,
     * or an interceptor of its HTTP library on the same thread.
     *
     * @param request the span
     */
    public static void setResendCount(Span request) {
        int attempt = CurrentAttempt.number();
        if (attempt > 1) {
            request.setAttribute(RESEND_COUNT, attempt - 1L);
        }
    }

    @Override
    public void onRetry(AttemptEvent event) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.addEvent(
                    "holdfast.retry",
                    attempt(event).put(DELAY, seconds(event.delay())).build());
        }
    }

    @Override
    public void onGiveUp(AttemptEvent event) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.addEvent("holdfast.give_up", attempt(event).build());
        }
    }

    @Override
    public void onRejected(RejectedEvent event) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.addEvent(
                    "holdfast.rejection",
                    call(event.call())
                            .put(POLICY, Values.policy(event.rejection()))
                            .put(NAME, event.policy())
                            .put(RETRY_AFTER, seconds(event.retryAfter()))
                            .put(ERROR, event.rejection().getClass().getName())
                            .build());
        }
    }

    @Override
    public void onFallback(FallbackEvent event) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.addEvent(
                    "holdfast.fallback",
                    call(event.call())
                            .put(ERROR, event.failure().getClass().getName())
                            .build());
        }
    }

    @Override
    public void onStateChange(StateChangeEvent event) {
        Span span = Span.current();
        if (span.isRecording()) {
            AttributesBuilder attributes = policy("circuitbreaker", event.breaker())
                    .put(FROM, Values.of(event.from()))
                    .put(TO, Values.of(event.to()))
                    .put(REASON, Values.of(event.reason()));
            Throwable cause = event.cause();
            if (cause != null) {
                attributes.put(ERROR, cause.getClass().getName());
            }
            span.addEvent("holdfast.transition", attributes.build());
        }
    }

    @Override
    public void onHold(HoldEvent event) {
        hold("holdfast.hold", event);
    }

    @Override
    public void onRelease(HoldEvent event) {
        hold("holdfast.release", event);
    }

    private static void hold(String name, HoldEvent event) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.addEvent(
                    name,
                    policy("ratelimiter", event.limiter())
                            .put(DURATION, seconds(event.duration()))
                            .build());
        }
    }

    private static AttributesBuilder attempt(AttemptEvent event) {
        AttributesBuilder attributes = call(event.call()).put(ATTEMPT, (long) event.attempt());
        int status = event.status();
        Throwable failure = event.failure();
        if (status != 0) {
            attributes.put(STATUS, (long) status);
        }
        if (status != 0 || failure != null) {
            attributes.put(ERROR, Values.error(status, failure));
        }
        return attributes;
    }

    private static AttributesBuilder call(String call) {
        return Attributes.builder().put(CLIENT, Values.client(call)).put(METHOD, Values.method(call));
    }

    private static AttributesBuilder policy(String kind, String name) {
        return Attributes.builder().put(POLICY, kind).put(NAME, name);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
