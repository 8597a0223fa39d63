package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.context.PolicySettings;
import dev.holdfast.runtime.internal.http.HintFunctions;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The settings common to {@link ResilienceBuilder} and {@link AsyncResilienceBuilder}: the policies of a call, and
 * readers of its answers. Not thread-safe. Not to be extended by users.
 *
 * @param <T> the result of the call
 * @param <B> the builder itself
 */
public abstract class CallBuilder<T extends @Nullable Object, B extends CallBuilder<T, B>> {

    @Nullable
    Predicate<? super T> retryResult;

    @Nullable
    Predicate<? super T> failureResult;

    String name = "call";
    private @Nullable Holdfast holdfast;

    private @Nullable CircuitBreaker breaker;

    private @Nullable ExponentialBackoff backoff;

    private @Nullable RateLimiter limiter;

    private @Nullable Bulkhead bulkhead;

    private @Nullable TimeLimiter timeout;

    private final FallbackSetup answered = FallbackSetup.create();
    private boolean choosesAnswered;

    /** Whether the fallback takes the failure, and closes any resource in it. */
    boolean takesFailure;

    private Class<?> @Nullable [] retryOn;
    final HintFunctions<T> ofResults = new HintFunctions<>();
    final HintFunctions<Throwable> ofFailures = new HintFunctions<>();

    CallBuilder() {}

    abstract B self();

    /**
     * Sets the name of the call in events.
     *
     * @param name not empty; {@code "call"} by default
     * @return this builder
     */
    public final B name(String name) {
        this.name = PolicySettings.checkedName(name);
        return self();
    }

    /**
     * Sets the context, which supplies clock, waits, random numbers and listener.
     *
     * @param holdfast {@link Holdfast#defaults()} by default
     * @return this builder
     */
    public final B holdfast(Holdfast holdfast) {
        this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
        return self();
    }

    /**
     * Sets the circuit breaker.
     *
     * @param breaker none by default
     * @return this builder
     */
    public final B circuitBreaker(CircuitBreaker breaker) {
        this.breaker = Objects.requireNonNull(breaker, "breaker");
        return self();
    }

    /**
     * Sets the backoff.
     *
     * @param backoff none by default, so that a failure is final
     * @return this builder
     */
    public final B backoff(ExponentialBackoff backoff) {
        this.backoff = Objects.requireNonNull(backoff, "backoff");
        return self();
    }

    /**
     * Sets the rate limiter. Except for its quota it needs a status: see {@link #status} and {@link #failureStatus}.
     *
     * @param limiter none by default
     * @return this builder
     */
    public final B rateLimiter(RateLimiter limiter) {
        this.limiter = Objects.requireNonNull(limiter, "limiter");
        return self();
    }

    /**
     * Sets the maximum number of concurrent attempts.
     *
     * @param bulkhead none by default
     * @return this builder
     */
    public final B bulkhead(Bulkhead bulkhead) {
        this.bulkhead = Objects.requireNonNull(bulkhead, "bulkhead");
        return self();
    }

    /**
     * Sets the time limit of each attempt.
     *
     * @param timeout no limit by default
     * @return this builder
     */
    public final B timeout(TimeLimiter timeout) {
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        return self();
    }

    /**
     * Sets the failures that the fallback handles. Needs a fallback.
     *
     * @param classes with their subclasses; {@code Exception} by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final B fallbackOn(Class<? extends Throwable>... classes) {
        answered.on(classes);
        this.choosesAnswered = true;
        return self();
    }

    /**
     * Sets exceptions to {@link #fallbackOn}. Needs a fallback.
     *
     * @param classes with their subclasses; none by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final B fallbackExcept(Class<? extends Throwable>... classes) {
        answered.except(classes);
        this.choosesAnswered = true;
        return self();
    }

    /**
     * Sets the exceptions to retry, in place of the backoff's.
     *
     * @param classes with their subclasses
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final B retryOn(Class<? extends Throwable>... classes) {
        this.retryOn = Settings.classes("retryOn", classes);
        return self();
    }

    /**
     * Sets the reader of a result's HTTP status.
     *
     * @param status called for every result but null
     * @return this builder
     */
    public final B status(ToIntFunction<? super T> status) {
        ofResults.status = Objects.requireNonNull(status, "status");
        return self();
    }

    /**
     * Sets the reader of a result's headers: {@code Retry-After}, {@code Date} and others that name a wait. Needs
     * {@link #status}.
     *
     * @param header takes a result and the header's name; may return null
     * @return this builder
     */
    public final B header(BiFunction<? super T, String, @Nullable String> header) {
        ofResults.header = Objects.requireNonNull(header, "header");
        return self();
    }

    /**
     * Sets the reader of {@code Retry-After} in a result that is rate-limited or retried, in place of {@link #header}.
     * Needs {@link #status}.
     *
     * @param retryAfter may return null
     * @return this builder
     */
    public final B retryAfter(Function<? super T, @Nullable String> retryAfter) {
        ofResults.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        return self();
    }

    /**
     * Sets the reader of the {@code Date} header in such a result: the time of the server, to which a date in {@code
     * Retry-After} is relative.
     *
     * @param date may return null
     * @return this builder
     */
    public final B date(Function<? super T, @Nullable String> date) {
        ofResults.date = Objects.requireNonNull(date, "date");
        return self();
    }

    /**
     * Sets how to close a result that is dropped for a retry, for example by closing its body.
     *
     * @param discard closes the result by default, if it is {@code AutoCloseable}
     * @return this builder
     */
    public final B discard(Consumer<? super T> discard) {
        ofResults.discard = Objects.requireNonNull(discard, "discard");
        return self();
    }

    /**
     * Sets the reader of an exception's HTTP status.
     *
     * @param status returns 0 for an exception without a status
     * @return this builder
     */
    public final B failureStatus(ToIntFunction<? super Throwable> status) {
        ofFailures.status = Objects.requireNonNull(status, "status");
        return self();
    }

    /**
     * Sets the reader of an exception's headers, as {@link #header} does for results. Needs {@link #failureStatus}.
     *
     * @param header takes an exception and the header's name; may return null
     * @return this builder
     */
    public final B failureHeader(BiFunction<? super Throwable, String, @Nullable String> header) {
        ofFailures.header = Objects.requireNonNull(header, "header");
        return self();
    }

    /**
     * Sets the reader of {@code Retry-After} in an exception that is rate-limited or retried, in place of {@link
     * #failureHeader}. Needs {@link #failureStatus}.
     *
     * @param retryAfter may return null
     * @return this builder
     */
    public final B failureRetryAfter(Function<? super Throwable, @Nullable String> retryAfter) {
        ofFailures.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        return self();
    }

    /**
     * Sets the results to retry whatever their status. Needs a backoff.
     *
     * @param predicate none by default
     * @return this builder
     */
    public final B retryResult(Predicate<? super T> predicate) {
        this.retryResult = Objects.requireNonNull(predicate, "predicate");
        return self();
    }

    /**
     * Sets the results that the breaker counts as failures whatever their status.
     *
     * @param predicate none by default
     * @return this builder
     */
    public final B failureResult(Predicate<? super T> predicate) {
        this.failureResult = Objects.requireNonNull(predicate, "predicate");
        return self();
    }

    final void check(@Nullable Object fallback) {
        Settings.needs(choosesAnswered ? answered : null, "fallbackOn or fallbackExcept", fallback, "fallback");
        Settings.needs(retryOn, "retryOn", backoff, "backoff");
        Settings.needs(retryResult, "retryResult", backoff, "backoff");
        ofResults.check("status", "header", "retryAfter");
        ofFailures.check("failureStatus", "failureHeader", "failureRetryAfter");
    }

    final @Nullable ExponentialBackoff effectiveBackoff() {
        return backoff == null || retryOn == null
                ? backoff
                : Settings.given(RetryPolicy.class, backoff).retryingOn(retryOn);
    }

    final ClientSetup client() {
        return ClientSetup.withoutOverrides(holdfast == null ? Holdfast.defaults() : holdfast);
    }

    /** Returns the setup of a guard with all policies, without readers of results. */
    final GuardSetup setup(@Nullable Object fallback) {
        GuardSetup setup = GuardSetup.of(name)
                .circuitBreaker(breaker)
                .backoff(effectiveBackoff())
                .rateLimiter(limiter)
                .bulkhead(bulkhead)
                .timeout(timeout)
                .fallback(fallback == null ? null : answered.build(client()));
        RateLimitHint<Throwable> failure = ofFailures.hint();
        return failure == null ? setup : setup.failure(Throwable.class, failure);
    }
}
