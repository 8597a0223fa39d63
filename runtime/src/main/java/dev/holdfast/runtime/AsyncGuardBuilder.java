package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link AsyncGuard}. Used by generated code, which has seen to it that hints and predicates fit the results of the
 * guarded method. Not thread-safe; what it builds is.
 */
public final class AsyncGuardBuilder extends CommonGuardBuilder<AsyncGuardBuilder> {

    @Nullable
    RateLimitHint<Object> resultHint;

    @Nullable
    Predicate<@Nullable Object> retryResult;

    @Nullable
    Predicate<@Nullable Object> failureResult;

    AsyncGuardBuilder(String call) {
        super(call);
    }

    @Override
    AsyncGuardBuilder self() {
        return this;
    }

    /**
     * Sets what reads the status of results.
     *
     * @param hint fits every result of the guarded method
     * @return this
     */
    public AsyncGuardBuilder result(RateLimitHint<?> hint) {
        this.resultHint = uncheckedHint(Objects.requireNonNull(hint, "hint"));
        return this;
    }

    /**
     * Sets which results are retried, whatever their status.
     *
     * @param predicate fits every result of the guarded method
     * @return this
     */
    public AsyncGuardBuilder retryResult(Predicate<?> predicate) {
        this.retryResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
        return this;
    }

    /**
     * Sets which results the breaker counts as failures, whatever their status.
     *
     * @param predicate fits every result of the guarded method
     * @return this
     */
    public AsyncGuardBuilder failureResult(Predicate<?> predicate) {
        this.failureResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
        return this;
    }

    /**
     * Builds the guard.
     *
     * @param holdfast the context whose clock, timer, executor, random numbers and listener it uses
     * @return a new guard
     */
    public AsyncGuard build(Holdfast holdfast) {
        return new AsyncGuard(this, holdfast);
    }

    /**
     * Builds the guard of a generated client, as overrides say.
     *
     * @param setup the client's, which its policies were built with
     * @return a new guard
     * @throws IllegalArgumentException if an override is wrong
     */
    public AsyncGuard build(ClientSetup setup) {
        override(setup);
        return build(setup.holdfast());
    }

    @SuppressWarnings("unchecked")
    private static Predicate<@Nullable Object> unchecked(Predicate<?> predicate) {
        return (Predicate<@Nullable Object>) predicate;
    }
}
