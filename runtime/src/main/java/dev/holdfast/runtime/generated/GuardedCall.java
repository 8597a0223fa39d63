package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.call.LibraryCall;

/**
 * A call that is made when its holder says so, blocking or not, and that can be cancelled: what the call of a client library,
 * such as Retrofit's, becomes under policies. For generated code, which adds what the library's own type needs.
 *
 * <p>It is made once, in one or more attempts: the first by the library's call itself, each further one by a copy of it.
 * Cancelling goes to the attempt under way, which ends as the library sees fit, or else ends the wait. Thread-safe.
 *
 * @param <C> the library's call, which makes one attempt
 * @param <R> what it brings
 */
public abstract class GuardedCall<C, R> extends LibraryCall<C, R> {

    /**
     * Puts a guard around a call of a library.
     *
     * @param guard of the method that returned it
     * @param delegate the call, which makes the first attempt
     */
    protected GuardedCall(AsyncGuard guard, C delegate) {
        super(guard, delegate);
    }

    /**
     * Returns the guard, for another call of the same method.
     *
     * @return the guard
     */
    @Override
    protected final AsyncGuard guard() {
        return (AsyncGuard) super.guard();
    }
}
