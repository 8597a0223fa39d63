package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.internal.call.StreamAttempt;
import dev.holdfast.runtime.internal.call.StreamCall;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to a library's stream, such as Reactor's, under policies: takes demand and can be cancelled. For
 * generated code, which adds the library's subscriber.
 *
 * @param <S> the library's stream
 */
public abstract class GuardedStream<S> extends StreamCall<S> {

    /**
     * Guards a stream that has not been subscribed to.
     *
     * @param guard the guard of the method
     * @param attempts returns the stream of an attempt
     * @param fallback returns the stream that answers for a failure; null for none
     */
    protected GuardedStream(
            AsyncGuard guard,
            CheckedSupplier<? extends @Nullable S, ?> attempts,
            @Nullable CheckedFunction<Throwable, ? extends @Nullable S, ?> fallback) {
        super(guard, attempts, fallback);
    }

    /** One attempt: what is subscribed to the library's stream. */
    public abstract static class Attempt extends StreamAttempt {

        /**
         * Begins an attempt.
         *
         * @param call the subscription that it is for
         */
        protected Attempt(GuardedStream<?> call) {
            super(call);
        }
    }
}
