package dev.holdfast.runtime;

import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.GuardedClient.StatusException;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds the guard that a form of method has. */
public final class FormGuards {

    private final Form form;
    private final Guards<SyncGuard> sync = Guards.sync("Client.call")
            .result(GuardedClient.ANSWER)
            .failure(StatusException.class, GuardedClient.EXCEPTION);
    private final Guards<AsyncGuard> async = Guards.async("Client.call")
            .result(GuardedClient.ANSWER)
            .failure(StatusException.class, GuardedClient.EXCEPTION);
    private Predicate<Answer> retry = answer -> false;
    private Predicate<Answer> failed = answer -> false;

    FormGuards(Form form) {
        this.form = form;
    }

    /** Gives a setting to the guards of both forms. */
    private FormGuards both(Consumer<Guards<?>> setting) {
        setting.accept(sync);
        setting.accept(async);
        return this;
    }

    public FormGuards circuitBreaker(CircuitBreaker breaker) {
        return both(each -> each.circuitBreaker(breaker));
    }

    public FormGuards backoff(ExponentialBackoff backoff) {
        return both(each -> each.backoff(backoff));
    }

    public FormGuards rateLimiter(RateLimiter limiter) {
        return both(each -> each.rateLimiter(limiter));
    }

    public FormGuards bulkhead(Bulkhead bulkhead) {
        return both(each -> each.bulkhead(bulkhead));
    }

    public FormGuards timeout(TimeLimiter timeout) {
        return both(each -> each.timeout(timeout));
    }

    public FormGuards fallback(FallbackRule fallback) {
        return both(each -> each.fallback(fallback));
    }

    public FormGuards retryResult(Predicate<Answer> predicate) {
        retry = predicate;
        async.retryResult(predicate);
        return this;
    }

    public FormGuards failureResult(Predicate<Answer> predicate) {
        failed = predicate;
        async.failureResult(predicate);
        return this;
    }

    public FormGuards interruptible() {
        sync.interruptible();
        return this;
    }

    public Guard build(Holdfast holdfast) {
        return form == Form.SYNC
                ? new Guard(sync.build(holdfast), null, retry, failed)
                : new Guard(null, async.build(holdfast), retry, failed);
    }

    /** A guard of either kind. */
    public record Guard(
            @Nullable SyncGuard sync, @Nullable AsyncGuard async, Predicate<Answer> retry, Predicate<Answer> failed) {}
}
