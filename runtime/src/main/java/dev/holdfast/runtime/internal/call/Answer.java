package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.http.HintCalls;
import org.jspecify.annotations.Nullable;

/**
 * A result or an exception of an attempt, with its status, which is read once. Made only for answers that are not plainly good.
 *
 * @param <A> the type of the result or exception
 */
class Answer<A extends @Nullable Object> {

    /** The number of the attempt, from 1. */
    final int attempt;

    /** The deadline of the call, or {@link TimedPermit#NO_DEADLINE}. */
    final long deadline;

    final A value;

    /** Whether the value is an exception. */
    final boolean thrown;

    /** Reads and closes the value; null where nothing can. */
    final @Nullable RateLimitHint<? super A> hint;

    /** An HTTP status, or {@link RateLimitHint#NO_STATUS}. */
    final int status;

    /** Whether a predicate of the user asks for another attempt. */
    boolean wantsRetry;

    /** Whether a predicate of the user calls a result a failure. */
    boolean isFailure;

    /** Whether no further attempt may follow, because a part of the answer was handed on. */
    boolean isLast;

    Answer(int attempt, long deadline, A value, boolean thrown, @Nullable RateLimitHint<? super A> hint, int status) {
        this.attempt = attempt;
        this.deadline = deadline;
        this.value = value;
        this.thrown = thrown;
        this.hint = hint;
        this.status = status;
    }

    /** Returns the status of a failure. */
    static <E extends Throwable> int status(E failure, @Nullable RateLimitHint<? super E> hint) {
        return Interrupts.isNoAnswer(failure) ? RateLimitHint.NO_STATUS : HintCalls.status(hint, failure);
    }

    /** Returns the exception, or null for a result. */
    @Nullable
    Throwable failure() {
        return thrown ? (Throwable) value : null;
    }

    boolean hasStatus() {
        return status != RateLimitHint.NO_STATUS;
    }

    /** Returns whether the value may hold a resource. */
    boolean mayNeedClosing(MethodPolicies policies) {
        return Closing.mayBeNeeded(policies, hint, value);
    }
}
