package dev.holdfast.runtime;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The permit of a synchronous attempt whose time is limited, and the timer's task that interrupts the attempt's thread, or cancels
 * the attempt where it can be cancelled.
 *
 * <p>Who leaves {@link #RUNNING} first has won: the thread when its attempt has ended, or the timer. The timer interrupts between {@link #FIRING}
 * and what comes after that, and the thread waits that out, so an interrupt never reaches what the thread does next.
 */
final class TimedAttempt extends TimedPermit implements Runnable {

    private static final int RUNNING = 0;

    /** The attempt has ended, and whether in time is known. */
    private static final int ENDED = 1;

    private static final int FIRING = 2;

    /** Time is up, and the thread was interrupted for that. */
    private static final int INTERRUPTED = 3;

    /** Time is up; the attempt was cancelled for that, or its thread had been interrupted already. */
    private static final int EXPIRED = 4;

    private final Thread thread = Thread.currentThread();
    private final AtomicInteger state = new AtomicInteger(RUNNING);
    private final CallPolicy policy;
    private final long limit;
    private final @Nullable Supplier<Runnable> canceller;

    /** Null where the timer takes no tasks any more. Only for the attempt's thread, as the next one. */
    private @Nullable Future<?> entry;

    private @Nullable CallTimeoutException timeout;

    private TimedAttempt(
            BreakerPermit permit,
            long deadline,
            CallPolicy policy,
            long limit,
            @Nullable Supplier<Runnable> canceller) {
        super(permit, deadline);
        this.policy = policy;
        this.limit = limit;
        this.canceller = canceller;
    }

    /**
     * Begins an attempt on the calling thread. Where this throws, the permit is the caller's still.
     *
     * @param canceller gives what cancels the attempt under way; null to interrupt it
     */
    static Permit start(
            Permit permit, long deadline, CallPolicy policy, long limit, @Nullable Supplier<Runnable> canceller) {
        TimedAttempt attempt = new TimedAttempt((BreakerPermit) permit, deadline, policy, limit, canceller);
        try {
            attempt.entry = policy.context.timer().scheduleTimeout(attempt, limit);
        } catch (RejectedExecutionException closed) {
            // As Holdfast.close says: synchronous calls go on.
        }
        return attempt;
    }

    /** On the timer's thread. */
    @Override
    public void run() {
        if (!state.compareAndSet(RUNNING, FIRING)) {
            return;
        }
        if (canceller == null) {
            interrupt();
        } else {
            cancel(canceller);
        }
    }

    /** What is cancelled is known while the thread cannot go on, but cancelling may take its time, and is not the timer's to do. */
    private void cancel(Supplier<Runnable> canceller) {
        Runnable cancel;
        try {
            cancel = canceller.get();
        } finally {
            state.set(EXPIRED);
        }
        try {
            policy.context.executor().execute(cancel);
        } catch (Throwable noThread) {
            ForkJoinPool.commonPool().execute(cancel);
        }
    }

    private void interrupt() {
        int fired = EXPIRED;
        try {
            if (!thread.isInterrupted()) {
                fired = INTERRUPTED;
                thread.interrupt();
            }
        } finally {
            state.set(fired);
        }
    }

    /**
     * Ends an attempt, if it has not ended yet, and takes its interrupt back.
     *
     * @param thrown what it threw, or null
     * @return the failure that it is if it took too long, else null
     */
    static @Nullable CallTimeoutException end(Permit permit, @Nullable Throwable thrown) {
        return permit instanceof TimedAttempt ? ((TimedAttempt) permit).end(thrown) : null;
    }

    private @Nullable CallTimeoutException end(@Nullable Throwable thrown) {
        if (state.compareAndSet(RUNNING, ENDED)) {
            if (entry != null) {
                entry.cancel(false);
            }
            return null;
        }
        int fired = state.get();
        while (fired == FIRING) {
            // A few instructions of the timer, unless its thread was stopped between them.
            LockSupport.parkNanos(this, 1_000);
            fired = state.get();
        }
        if (fired == INTERRUPTED && !carriesInterrupt(thrown)) {
            Thread.interrupted();
        }
        if (fired == INTERRUPTED || fired == EXPIRED) {
            state.set(ENDED);
            timeout = staysWhatItIs(thrown, fired) ? null : new CallTimeoutException(policy.call, limit, thrown);
        }
        return timeout;
    }

    /** Whether the attempt was cut, and has not ended yet. */
    static boolean isCut(Permit permit) {
        return permit instanceof TimedAttempt && ((TimedAttempt) permit).state.get() > ENDED;
    }

    /** Whether one interrupt was used up by an exception: a flag that is set beside it is another's. */
    private static boolean carriesInterrupt(@Nullable Throwable thrown) {
        return thrown instanceof InterruptedException && !(thrown instanceof FlaggedInterruptException);
    }

    /** An error is no matter of time; nor is an attempt that someone else had interrupted before its time was up. */
    private static boolean staysWhatItIs(@Nullable Throwable thrown, int fired) {
        return thrown instanceof Error || (fired == EXPIRED && thrown != null && Interrupts.calledOff(thrown));
    }

    /**
     * Reports a success, if it came in time.
     *
     * @throws CallTimeoutException if it came too late, and nothing is reported
     */
    @Override
    public void succeeded() {
        CallTimeoutException late = end(null);
        if (late != null) {
            throw late;
        }
        super.succeeded();
    }
}
