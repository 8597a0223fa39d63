package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to a stream under policies, which is a call: attempts until there is an item, and then that attempt
 * alone. For generated code, which adds what names the library. Also what the subscriber holds.
 *
 * <p>To the engine, an attempt is a stage that is done when the stream has ended: so the permit and the places are held
 * until then.
 *
 * @param <S> the library's stream
 */
public abstract class StreamCall<S> implements BiConsumer<@Nullable Object, @Nullable Throwable> {

    /** The call; also the lock for the demand and the attempts, held only to compare and write. */
    final AsyncCall<@Nullable Object> future;

    final MethodPolicies policies;

    /** All demand so far. What an attempt has not brought yet is what its stream is asked for at first. */
    long requested;

    /** The last attempt, or the stream of the fallback; null before the first. */
    @Nullable
    StreamAttempt current;

    /** When the attempt in the making began, and its time limits; 0 for none. */
    long started;

    long firstItemNanos;
    long betweenItemsNanos;

    private volatile boolean cancelled;

    /** What the subscriber has done wrong. */
    private volatile @Nullable Throwable refused;

    /**
     * Guards a stream that has not been subscribed to.
     *
     * @param guard the guard of the method
     * @param attempts returns the stream of an attempt
     * @param fallback returns the stream that answers for a failure; null for none
     */
    protected StreamCall(
            StageGuard guard,
            CheckedSupplier<? extends @Nullable S, ?> attempts,
            @Nullable CheckedFunction<Throwable, ? extends @Nullable S, ?> fallback) {
        CheckedSupplier<CompletionStage<@Nullable Object>, Throwable> delegate = () -> attempt(attempts);
        this.policies = guard.policies;
        this.future = new AsyncCall<>(
                guard,
                fallback == null || policies.fallback == null
                        ? delegate
                        : new FallbackDelegate<>(delegate, failure -> answer(fallback, failure)));
    }

    /**
     * Subscribes a new attempt to a stream.
     *
     * @param stream the stream
     * @return the attempt
     */
    protected abstract StreamAttempt subscribe(S stream);

    /**
     * Tells the subscriber that the call has failed.
     *
     * @param failure the exception
     */
    protected abstract void fail(Throwable failure);

    /** Tells the subscriber that the stream is complete. */
    protected abstract void complete();

    /** Makes the first attempt. To be called once, when the subscriber has this. */
    public final void begin() {
        CompletionStage<@Nullable Object> end = future;
        end.whenComplete(this);
        future.begin(null, null, null);
    }

    private CompletionStage<@Nullable Object> attempt(CheckedSupplier<? extends @Nullable S, ?> attempts)
            throws Throwable {
        TimeLimit timeout = policies.timeout;
        if (timeout != null) {
            started = policies.context.clock().nanoTime();
            firstItemNanos = timeout.limitNanos(future.attempt, TimedPermit.deadline(future.permit()) - started);
            betweenItemsNanos = timeout.betweenItemsNanos();
        }
        S stream = attempts.get();
        if (stream == null) {
            throw new NullPointerException("the delegate returned null, not a stream");
        }
        StreamAttempt attempt = subscribe(stream);
        attempt.watch();
        return attempt;
    }

    private CompletionStage<@Nullable Object> answer(
            CheckedFunction<Throwable, ? extends @Nullable S, ?> fallback, Throwable failure) throws Throwable {
        firstItemNanos = 0;
        betweenItemsNanos = 0;
        S stream = fallback.apply(failure);
        if (stream == null) {
            throw new NullPointerException("the fallback returned null, not a stream");
        }
        return subscribe(stream);
    }

    /**
     * Passes on demand, or keeps it for the next attempt.
     *
     * @param n the number of items; zero or less ends the call with a failure
     */
    public final void request(long n) {
        if (n <= 0) {
            refused = new IllegalArgumentException("3.9: a request must be for more than zero items");
            end();
            return;
        }
        long now = policies.timeout == null ? 0 : policies.context.clock().nanoTime();
        StreamAttempt attempt;
        synchronized (future) {
            attempt = current;
            if (attempt != null && !attempt.isWantedBy(requested)) {
                attempt.idleSince = now;
            }
            requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
        }
        if (attempt != null) {
            attempt.request(n);
        }
    }

    /** Ends the call: a success if there was an item, otherwise neither success nor failure. */
    public final void cancel() {
        cancelled = true;
        StreamAttempt attempt = current();
        if (attempt == null || !attempt.endAfterItem()) {
            end();
        }
    }

    private void end() {
        future.cancel(true);
        StreamAttempt attempt = current();
        if (attempt != null) {
            // The engine does not know an attempt before that is subscribed.
            attempt.cancel(true);
        }
    }

    private @Nullable StreamAttempt current() {
        synchronized (future) {
            return current;
        }
    }

    /**
     * Returns whether the subscriber has cancelled.
     *
     * @return true after a cancel
     */
    public final boolean isCancelled() {
        return cancelled;
    }

    /** The call has ended. For the engine. */
    @Override
    public final void accept(@Nullable Object nothing, @Nullable Throwable failure) {
        try {
            Throwable wrong = refused;
            if (cancelled) {
                return;
            }
            if (wrong != null) {
                fail(wrong);
            } else if (failure != null) {
                fail(failure);
            } else {
                complete();
            }
        } catch (Throwable thrown) {
            // The calling future would swallow it.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }
}
