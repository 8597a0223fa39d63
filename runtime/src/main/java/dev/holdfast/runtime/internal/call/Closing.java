package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.context.OwnThread;
import dev.holdfast.runtime.internal.http.FunctionHint;
import dev.holdfast.runtime.internal.http.HintCalls;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.Sleeper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes one answer on a thread of its own. Client libraries may read the rest of a body there, and a server can make
 * that last for ever, in a read that no interrupt ends. So the thread of a call with a time limit leaves closing to
 * another thread, and waits for it only briefly, because the next attempt may need the connection.
 */
public final class Closing implements Runnable {

    /** The longest wait for a closing; a connection that is not free by then is not worth more. */
    static final long PATIENCE = 1_000_000_000L;

    private final Runnable work;

    /** The asynchronous call that waits; null for a thread that waits for {@link #done}, or for nobody. */
    private final @Nullable QueuedCall call;

    /** The timer's task that ends the wait. */
    private volatile @Nullable Future<?> timeout;

    /** Opened at the end. */
    private final CountDownLatch done = new CountDownLatch(1);

    private Closing(Runnable work, @Nullable QueuedCall call) {
        this.work = work;
        this.call = call;
    }

    /** Returns whether an answer may hold a resource. A hint may know of one that the answer's type does not show. */
    static boolean mayBeNeeded(MethodPolicies policies, @Nullable RateLimitHint<?> hint, @Nullable Object answer) {
        if (hint == null || answer == null || answer instanceof AutoCloseable) {
            return answer instanceof AutoCloseable;
        }
        if (hint instanceof FunctionHint) {
            return ((FunctionHint<?>) hint).discards();
        }
        return policies.discards || answer instanceof Throwable;
    }

    /** Records a success; closes the result, and throws, if the attempt took too long. */
    static <R extends @Nullable Object> void succeeded(
            MethodPolicies policies, Permit permit, @Nullable RateLimitHint<? super R> hint, R result) {
        try {
            permit.succeeded();
        } catch (CallTimeoutException late) {
            begin(policies, hint, result);
            throw late;
        }
    }

    /**
     * Closes an answer, on a thread of its own if time is limited.
     *
     * @return the closing to wait for; null if it is done
     */
    static <A> @Nullable Closing begin(
            MethodPolicies policies, @Nullable RateLimitHint<? super A> hint, @Nullable A dropped) {
        Closing closing = of(policies, hint, dropped, null);
        if (closing != null) {
            closing.begin();
        }
        return closing;
    }

    /**
     * Closes an answer, or prepares closing it on a thread of its own. Virtual time of tests needs no such thread.
     *
     * @return the closing to begin; null if it is done
     */
    static <A> @Nullable Closing of(
            MethodPolicies policies,
            @Nullable RateLimitHint<? super A> hint,
            @Nullable A dropped,
            @Nullable QueuedCall call) {
        if (!policies.limitsTime()
                || !Clock.system().equals(policies.context.clock())
                || !mayBeNeeded(policies, hint, dropped)) {
            HintCalls.discard(hint, dropped);
            return null;
        }
        return new Closing(() -> HintCalls.discard(hint, dropped), call);
    }

    /** Sets the timer's task that ends the wait. To be called before the closing begins. */
    void endsWith(Future<?> task) {
        timeout = task;
    }

    void begin() {
        try {
            // Not one of the threads in reserve: servers could occupy all of these, which other calls need.
            OwnThread.make(this, "holdfast-close").start();
        } catch (Throwable noThread) {
            run();
        }
    }

    @Override
    public void run() {
        try {
            work.run();
        } finally {
            done.countDown();
            Future<?> task = timeout;
            if (task != null) {
                task.cancel(false);
            }
            endWait();
        }
    }

    /** Ends the call's wait, at the end of the closing or when it takes too long. */
    void endWait() {
        if (call != null) {
            call.waitEnded(this);
        }
    }

    /** Waits for the end, for a limited time. */
    void await(Sleeper sleeper, long nanos) throws InterruptedException {
        if (nanos > 0 && done.getCount() > 0) {
            sleeper.await(done, Math.min(nanos, PATIENCE));
        }
    }
}
