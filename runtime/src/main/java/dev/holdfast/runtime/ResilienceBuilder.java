package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Resilience}. Not thread-safe; what it builds is.
 *
 * @param <T> what the call returns
 * @param <X> what the call throws beside unchecked exceptions
 */
public final class ResilienceBuilder<T extends @Nullable Object, X extends Throwable> {

    final CheckedSupplier<? extends T, X> supplier;

    @Nullable
    Predicate<? super T> retryResult;

    @Nullable
    Predicate<? super T> failureResult;

    private String name = "call";
    private @Nullable Holdfast holdfast;
    private @Nullable CircuitBreaker breaker;
    private @Nullable ExponentialBackoff backoff;
    private @Nullable RateLimiter limiter;
    private Class<?> @Nullable [] retryOn;
    private @Nullable ToIntFunction<? super T> status;
    private @Nullable Function<? super T, @Nullable String> retryAfter;
    private @Nullable Function<? super T, @Nullable String> date;
    private @Nullable Consumer<? super T> discard;
    private @Nullable ToIntFunction<? super Throwable> failureStatus;
    private @Nullable Function<? super Throwable, @Nullable String> failureRetryAfter;

    ResilienceBuilder(CheckedSupplier<? extends T, X> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    /**
     * Names the call, for events.
     *
     * @param name not empty; {@code "call"} by default
     * @return this
     */
    public ResilienceBuilder<T, X> name(String name) {
        this.name = Settings.name(name);
        return this;
    }

    /**
     * Sets the context whose clock, waits, random numbers and listener are used.
     *
     * @param holdfast {@link Holdfast#defaults()} by default
     * @return this
     */
    public ResilienceBuilder<T, X> holdfast(Holdfast holdfast) {
        this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
        return this;
    }

    /**
     * Sets the breaker that each attempt asks.
     *
     * @param breaker none by default
     * @return this
     */
    public ResilienceBuilder<T, X> circuitBreaker(CircuitBreaker breaker) {
        this.breaker = Objects.requireNonNull(breaker, "breaker");
        return this;
    }

    /**
     * Sets how to retry.
     *
     * @param backoff none by default: a failure is final
     * @return this
     */
    public ResilienceBuilder<T, X> backoff(ExponentialBackoff backoff) {
        this.backoff = Objects.requireNonNull(backoff, "backoff");
        return this;
    }

    /**
     * Sets how to obey rate limits. It needs a status to read: see {@link #status} and {@link #failureStatus}.
     *
     * @param limiter none by default
     * @return this
     */
    public ResilienceBuilder<T, X> rateLimiter(RateLimiter limiter) {
        this.limiter = Objects.requireNonNull(limiter, "limiter");
        return this;
    }

    /**
     * Sets which exceptions are retried, instead of those that the backoff names.
     *
     * @param classes themselves and their subclasses
     * @return this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final ResilienceBuilder<T, X> retryOn(Class<? extends Throwable>... classes) {
        this.retryOn = Settings.classes("retryOn", classes);
        return this;
    }

    /**
     * Sets how to read the HTTP status of a result.
     *
     * @param status asked for every result that is not null
     * @return this
     */
    public ResilienceBuilder<T, X> status(ToIntFunction<? super T> status) {
        this.status = Objects.requireNonNull(status, "status");
        return this;
    }

    /**
     * Sets how to read {@code Retry-After} of a rate-limited result. Needs {@link #status}.
     *
     * @param retryAfter may return null
     * @return this
     */
    public ResilienceBuilder<T, X> retryAfter(Function<? super T, @Nullable String> retryAfter) {
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        return this;
    }

    /**
     * Sets how to read the {@code Date} header of a rate-limited result, which a date in {@code Retry-After} is taken relative
     * to.
     *
     * @param date may return null
     * @return this
     */
    public ResilienceBuilder<T, X> date(Function<? super T, @Nullable String> date) {
        this.date = Objects.requireNonNull(date, "date");
        return this;
    }

    /**
     * Sets how to let go of a result that is dropped for a retry, such as by closing its body.
     *
     * @param discard closes the result itself by default, where it is {@code AutoCloseable}
     * @return this
     */
    public ResilienceBuilder<T, X> discard(Consumer<? super T> discard) {
        this.discard = Objects.requireNonNull(discard, "discard");
        return this;
    }

    /**
     * Sets how to read the HTTP status of an exception.
     *
     * @param status returns 0 for an exception that has none
     * @return this
     */
    public ResilienceBuilder<T, X> failureStatus(ToIntFunction<? super Throwable> status) {
        this.failureStatus = Objects.requireNonNull(status, "status");
        return this;
    }

    /**
     * Sets how to read {@code Retry-After} of a rate-limited exception. Needs {@link #failureStatus}.
     *
     * @param retryAfter may return null
     * @return this
     */
    public ResilienceBuilder<T, X> failureRetryAfter(Function<? super Throwable, @Nullable String> retryAfter) {
        this.failureRetryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        return this;
    }

    /**
     * Sets which results are retried, whatever their status. Needs a backoff.
     *
     * @param predicate none by default
     * @return this
     */
    public ResilienceBuilder<T, X> retryResult(Predicate<? super T> predicate) {
        this.retryResult = Objects.requireNonNull(predicate, "predicate");
        return this;
    }

    /**
     * Sets which results the breaker counts as failures, whatever their status.
     *
     * @param predicate none by default
     * @return this
     */
    public ResilienceBuilder<T, X> failureResult(Predicate<? super T> predicate) {
        this.failureResult = Objects.requireNonNull(predicate, "predicate");
        return this;
    }

    /**
     * Builds the protected call.
     *
     * @return a new instance
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public Resilience<T, X> build() {
        Settings.needs(retryOn, "retryOn", backoff, "backoff");
        Settings.needs(retryResult, "retryResult", backoff, "backoff");
        Settings.needs(retryAfter, "retryAfter", status, "status");
        Settings.needs(date, "date", status, "status");
        Settings.needs(failureRetryAfter, "failureRetryAfter", failureStatus, "failureStatus");
        return new Resilience<>(this);
    }

    /**
     * Builds the protected call and makes it once.
     *
     * @return the result of the last attempt, as it came
     * @throws X what the last attempt threw, as it came
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public T call() throws X {
        return build().call();
    }

    Holdfast holdfast() {
        return holdfast == null ? Holdfast.defaults() : holdfast;
    }

    SyncGuardBuilder guard() {
        return SyncGuard.builder(name)
                .circuitBreaker(breaker)
                .backoff(backoff == null || retryOn == null ? backoff : backoff.retryingOn(retryOn))
                .rateLimiter(limiter);
    }

    @Nullable
    RateLimitHint<T> resultHint() {
        return status == null && discard == null ? null : new FunctionHint<>(status, retryAfter, date, discard);
    }

    @Nullable
    RateLimitHint<Throwable> failureHint() {
        return failureStatus == null ? null : new FunctionHint<>(failureStatus, failureRetryAfter, null, null);
    }
}
