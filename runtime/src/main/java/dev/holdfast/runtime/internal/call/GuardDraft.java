package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.backoff.BackoffDraft;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerDraft;
import dev.holdfast.runtime.internal.bulkhead.BulkheadDraft;
import dev.holdfast.runtime.internal.bulkhead.Places;
import dev.holdfast.runtime.internal.context.ClientContext;
import dev.holdfast.runtime.internal.fallback.FallbackDraft;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.http.FailureHint;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.limit.LimiterDraft;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.timeout.TimeLimitDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The settings of a guard: the policies of one method, and readers of its answers. Not thread-safe. */
public final class GuardDraft {

    final String call;

    public @Nullable Breaker breaker;

    public @Nullable RetryPolicy backoff;

    public @Nullable Limiter limiter;

    public @Nullable Places bulkhead;

    public @Nullable TimeLimit timeout;

    public @Nullable FallbackPolicy fallback;

    /** The types of failures that the fallback's overloads take; empty if one takes any. */
    public Class<?>[] handledTypes = {};

    /** Whether an interrupted wait ends with {@code InterruptedException}. */
    public boolean interruptible;

    /** Whether the hint closes results that are not {@code AutoCloseable}. */
    public boolean discards;

    /** Readers of the statuses of failures. */
    final List<FailureHint> failureHints = new ArrayList<>();

    public @Nullable RateLimitHint<Object> resultHint;

    public @Nullable Predicate<@Nullable Object> retryResult;

    public @Nullable Predicate<@Nullable Object> failureResult;

    public GuardDraft(String call) {
        this.call = Objects.requireNonNull(call, "call");
    }

    public void result(RateLimitHint<?> hint) {
        this.resultHint = uncheckedHint(Objects.requireNonNull(hint, "hint"));
    }

    public <E extends Throwable> void failure(Class<E> type, RateLimitHint<? super E> hint) {
        Objects.requireNonNull(type, "type");
        RateLimitHint<Throwable> any = uncheckedHint(Objects.requireNonNull(hint, "hint"));
        failureHints.add(new FailureHint(type, any));
    }

    public void retryResult(Predicate<?> predicate) {
        this.retryResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
    }

    public void failureResult(Predicate<?> predicate) {
        this.failureResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
    }

    /** Replaces the policies by those of the overrides. */
    public void override(ClientContext client) {
        fallback = client.ofMethod(call, FallbackDraft.ANNOTATION, fallback);
        breaker = client.ofMethod(call, BreakerDraft.ANNOTATION, breaker);
        backoff = client.ofMethod(call, BackoffDraft.ANNOTATION, backoff);
        limiter = client.ofMethod(call, LimiterDraft.ANNOTATION, limiter);
        bulkhead = client.ofMethod(call, BulkheadDraft.ANNOTATION, bulkhead);
        timeout = client.ofMethod(call, TimeLimitDraft.ANNOTATION, timeout);
    }

    /** One guard serves methods with type variables, so it has none; the generated code knows that the types match. */
    @SuppressWarnings("unchecked")
    private static <T> RateLimitHint<T> uncheckedHint(RateLimitHint<?> hint) {
        return (RateLimitHint<T>) hint;
    }

    @SuppressWarnings("unchecked")
    private static Predicate<@Nullable Object> unchecked(Predicate<?> predicate) {
        return (Predicate<@Nullable Object>) predicate;
    }
}
