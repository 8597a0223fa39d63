package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.call.LibraryCall;

/**
 * A client library's call object, such as Retrofit's, under policies: can be executed, enqueued and cancelled. For
 * generated code, which adds the methods of the library's type.
 *
 * <p>The call is made once, in one or more attempts: the first with the library's call itself, each further one with a
 * copy. Cancelling ends the attempt in flight, as the library does, or else the wait. Thread-safe.
 *
 * @param <C> the library's call, for one attempt
 * @param <R> the result of the call
 */
public abstract class GuardedCall<C, R> extends LibraryCall<C, R> {

    /**
     * Guards a call that has not been made.
     *
     * @param guard the guard of the method that returned the call
     * @param delegate the library's call, for the first attempt
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
