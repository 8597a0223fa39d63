package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.spi.Sleeper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The attempts and waits of a {@link LibraryCall} on the calling thread. For one call.
 *
 * @param <C> the library's call, for one attempt
 * @param <R> the result of the call
 */
public final class ExecutedCall<C, R> extends BlockingAttempts<R, IOException> {

    private final LibraryCall<C, R> call;

    private ExecutedCall(LibraryCall<C, R> call, StageGuard guard) {
        super(guard.policies.resultHint, guard.retryResult, guard.failureResult);
        this.call = call;
    }

    /**
     * Makes a call.
     *
     * @throws CalledOff if the call is cancelled while no attempt is in flight
     */
    static <C, R> R execute(LibraryCall<C, R> call, Sleeper sleeper) throws IOException {
        StageGuard guard = call.guard();
        return new ExecutedCall<>(call, guard).call(new CancellableGuard(guard.policies, sleeper, call::canceller));
    }

    @Override
    protected R attempt(int number) throws IOException {
        C attempt = call.attempt(number);
        call.attemptBegins(attempt, attempt);
        if (TimedAttempt.isCallersTimeUp()) {
            // The cancellation came before the attempt was registered.
            throw new IOException("Canceled");
        }
        return call.execute(attempt);
    }

    @Override
    protected @Nullable Permit failed(
            BlockingGuard guard, Permit permit, int number, Throwable failure, @Nullable R result) {
        boolean cut = TimedAttempt.isCut(permit) && !call.isCancelled();
        Throwable seen = cut ? failure : call.seen(failure);
        // The guard has closed a late result.
        R left = failure instanceof CallTimeoutException ? null : result;
        return guard.failed(permit, number, seen, guard.policies.hint(seen), left, resultHint);
    }
}
