package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.internal.http.Hints;
import dev.holdfast.runtime.spi.Sleeper;
import java.io.IOException;

/**
 * The attempts and waits of a {@link LibraryCall} on the calling thread.
 *
 * @param <C> the library's call, for one attempt
 * @param <R> the result of the call
 */
public final class ExecutedCall<C, R> {

    private final LibraryCall<C, R> call;
    private final StageGuard guard;
    private final BlockingGuard sync;

    ExecutedCall(LibraryCall<C, R> call, Sleeper sleeper) {
        this.call = call;
        this.guard = call.guard();
        this.sync = new CancellableGuard(guard.policy, sleeper, call::canceller);
    }

    /**
     * Makes the call.
     *
     * @throws CalledOff if the call is cancelled while no attempt is in flight
     */
    R execute() throws IOException {
        Permit permit = sync.begin();
        for (int number = 1; ; number++) {
            R result = null;
            boolean retry;
            boolean failed;
            int status;
            try {
                C attempt = call.attempt(number);
                call.attemptBegins(attempt, attempt);
                if (TimedAttempt.isCallersTimeUp()) {
                    // The cancellation came before the attempt was registered.
                    throw new IOException("Canceled");
                }
                result = call.execute(attempt);
                retry = guard.wantsRetry(result);
                failed = guard.isFailure(result);
                status = Hints.status(guard.policy.resultHint, result);
                if (!retry && !failed && sync.accepts(permit, status, result, guard.policy.resultHint)) {
                    return result;
                }
            } catch (Throwable failure) {
                boolean cut = TimedAttempt.isCut(permit) && !call.isCancelled();
                Throwable seen = cut ? failure : call.seen(failure);
                // The guard has closed a late result.
                R left = failure instanceof CallTimeoutException ? null : result;
                permit = sync.failed(permit, number, seen, guard.policy.hint(seen), left, guard.policy.resultHint);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = sync.refused(permit, number, status, result, guard.policy.resultHint, retry, failed);
            if (permit == null) {
                return result;
            }
        }
    }
}
