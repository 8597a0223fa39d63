package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.bulkhead.Places;
import dev.holdfast.runtime.internal.call.MethodPolicies;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.http.FailureHint;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds the guard of one method of a generated client from its policies. Not thread-safe; guards are. */
public final class GuardSetup {

    private final String call;

    private @Nullable Breaker breaker;

    private @Nullable RetryPolicy backoff;

    private @Nullable Limiter limiter;

    private @Nullable Places bulkhead;

    private @Nullable TimeLimit timeout;

    private @Nullable FallbackPolicy fallback;

    private Class<?>[] handledTypes = {};
    private boolean interruptible;
    private boolean discards;
    private final List<FailureHint> failureHints = new ArrayList<>();

    private @Nullable RateLimitHint<Object> resultHint;

    private @Nullable Predicate<@Nullable Object> retryResult;

    private @Nullable Predicate<@Nullable Object> failureResult;

    private GuardSetup(String call) {
        this.call = Objects.requireNonNull(call, "call");
    }

    /**
     * Returns the setup of a method.
     *
     * @param call the method, such as {@code "GitHubClient.user"}, for events; for {@link #method} anything
     * @return a setup without policies
     */
    public static GuardSetup of(String call) {
        return new GuardSetup(call);
    }

    /**
     * Returns the setup of a method with the policies and readers of failures of this one, except for the fallback.
     *
     * @param call the method, as in {@link #of}
     * @return a setup without readers of results and predicates
     */
    public GuardSetup method(String call) {
        GuardSetup method = new GuardSetup(call);
        method.breaker = breaker;
        method.backoff = backoff;
        method.limiter = limiter;
        method.bulkhead = bulkhead;
        method.timeout = timeout;
        method.failureHints.addAll(failureHints);
        return method;
    }

    /**
     * Sets the circuit breaker.
     *
     * @param breaker null for none
     * @return this
     */
    public GuardSetup circuitBreaker(@Nullable CircuitBreaker breaker) {
        this.breaker = engine(Breaker.class, breaker);
        return this;
    }

    /**
     * Sets the backoff.
     *
     * @param backoff null for none
     * @return this
     */
    public GuardSetup backoff(@Nullable ExponentialBackoff backoff) {
        this.backoff = engine(RetryPolicy.class, backoff);
        return this;
    }

    /**
     * Sets the rate limiter.
     *
     * @param limiter null for none
     * @return this
     */
    public GuardSetup rateLimiter(@Nullable RateLimiter limiter) {
        this.limiter = engine(Limiter.class, limiter);
        return this;
    }

    /**
     * Sets the bulkhead.
     *
     * @param bulkhead null for none
     * @return this
     */
    public GuardSetup bulkhead(@Nullable Bulkhead bulkhead) {
        this.bulkhead = engine(Places.class, bulkhead);
        return this;
    }

    /**
     * Sets the time limit of each attempt.
     *
     * @param timeout null for none
     * @return this
     */
    public GuardSetup timeout(@Nullable TimeLimiter timeout) {
        this.timeout = engine(TimeLimit.class, timeout);
        return this;
    }

    /**
     * Sets the fallback.
     *
     * @param fallback null for none
     * @param handledTypes the types of failures that the fallback's overloads take; empty if one takes any
     * @return this
     */
    public GuardSetup fallback(@Nullable FallbackRule fallback, Class<?>... handledTypes) {
        this.fallback = fallback == null ? null : fallback.policy;
        this.handledTypes = handledTypes.clone();
        return this;
    }

    /**
     * Makes an interrupted wait end with {@code InterruptedException}, for a method that declares it.
     *
     * @return this
     */
    public GuardSetup interruptible() {
        this.interruptible = true;
        return this;
    }

    /**
     * Makes the hint close results that are not {@code AutoCloseable} but hold a resource.
     *
     * @return this
     */
    public GuardSetup discards() {
        this.discards = true;
        return this;
    }

    /**
     * Sets the reader of statuses and hints in results.
     *
     * @param hint the reader
     * @return this
     */
    public GuardSetup result(RateLimitHint<?> hint) {
        this.resultHint = uncheckedHint(Objects.requireNonNull(hint, "hint"));
        return this;
    }

    /**
     * Adds a reader of statuses and hints in failures. The first matching one is used.
     *
     * @param type the failures' class
     * @param hint the reader
     * @return this
     */
    // Without a type parameter, which compilers of generated code would spend time on.
    public GuardSetup failure(Class<? extends Throwable> type, RateLimitHint<?> hint) {
        Objects.requireNonNull(type, "type");
        RateLimitHint<Throwable> any = uncheckedHint(Objects.requireNonNull(hint, "hint"));
        failureHints.add(new FailureHint(type, any));
        return this;
    }

    /**
     * Sets the predicate for a stage's results to retry.
     *
     * @param predicate true for another attempt
     * @return this
     */
    public GuardSetup retryResult(Predicate<?> predicate) {
        this.retryResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
        return this;
    }

    /**
     * Sets the predicate for a stage's results that are failures to the breaker.
     *
     * @param predicate true for a failure
     * @return this
     */
    public GuardSetup failureResult(Predicate<?> predicate) {
        this.failureResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
        return this;
    }

    /**
     * Builds the guard of a synchronous method.
     *
     * @param setup of the client
     * @return a guard
     */
    public SyncGuard sync(ClientSetup setup) {
        return new SyncGuard(policies(setup));
    }

    /**
     * Builds the guard of a method that returns a stage or a client library's call object.
     *
     * @param setup of the client
     * @return a guard
     */
    public AsyncGuard async(ClientSetup setup) {
        return new AsyncGuard(policies(setup), retryResult, failureResult);
    }

    /** Returns a policy as its only implementation. The class of the message is loaded only for one of another make. */
    static <T> @Nullable T engine(Class<T> type, @Nullable Object policy) {
        return policy == null || type.isInstance(policy) ? type.cast(policy) : Settings.given(type, policy);
    }

    /** Returns the policies, or those that overrides put in their places. */
    private MethodPolicies policies(ClientSetup setup) {
        MethodPolicies policies = new MethodPolicies(call, setup.context);
        policies.fallback(setup.ofMethod(call, FallbackSetup.ANNOTATION, fallback), handledTypes);
        policies.breaker = setup.ofMethod(call, BreakerSetup.ANNOTATION, breaker);
        policies.backoff = setup.ofMethod(call, BackoffSetup.ANNOTATION, backoff);
        policies.limiter = setup.ofMethod(call, LimiterSetup.ANNOTATION, limiter);
        policies.bulkhead(setup.ofMethod(call, BulkheadSetup.ANNOTATION, bulkhead));
        policies.timeout = setup.ofMethod(call, TimeLimitSetup.ANNOTATION, timeout);
        policies.owner = setup.overrides;
        policies.interruptible = interruptible;
        policies.discards = discards;
        policies.resultHint = resultHint;
        policies.failureHints = failureHints.isEmpty() ? null : failureHints.toArray(new FailureHint[0]);
        return policies.complete();
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
