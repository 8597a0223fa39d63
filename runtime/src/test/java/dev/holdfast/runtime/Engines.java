package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.bulkhead.Places;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The engines behind policies, for tests of what users don't see. */
public final class Engines {

    private Engines() {}

    public static Overrides environment(Function<String, @Nullable String> variables) {
        return Overrides.environment(variables);
    }

    public static Breaker of(CircuitBreaker breaker) {
        return (Breaker) breaker;
    }

    public static Limiter of(RateLimiter limiter) {
        return (Limiter) limiter;
    }

    public static Places of(Bulkhead bulkhead) {
        return (Places) bulkhead;
    }

    public static RetryPolicy of(ExponentialBackoff backoff) {
        return (RetryPolicy) backoff;
    }

    public static TimeLimit of(TimeLimiter limiter) {
        return (TimeLimit) limiter;
    }

    public static Context of(Holdfast holdfast) {
        return (Context) holdfast;
    }
}
