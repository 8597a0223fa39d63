package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.context.OwnThread;
import dev.holdfast.runtime.internal.http.FunctionHint;
import dev.holdfast.runtime.internal.http.Hints;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.SystemTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of one answer on a thread of its own. What client libraries do there may read what is left of a body, and a server can
 * make that last for ever, in a read that no interrupt ends. So where the time of a call is limited, its thread does not do it,
 * and waits for the end of it only a little: the next attempt may need the connection.
 */
public final class Closing implements Runnable {

    /** The longest that a call waits for: a connection that is not free by then is not worth more. */
    static final long PATIENCE = 1_000_000_000L;

    private final Runnable work;

    /** What goes on when it is done; null where somebody waits for {@link #done}, or nobody. */
    private final @Nullable QueuedCall call;

    /** The timer's task that goes on where it takes too long. */
    private volatile @Nullable Future<?> timeout;

    /** Opened when it is done. */
    private final CountDownLatch done = new CountDownLatch(1);

    private Closing(Runnable work, @Nullable QueuedCall call) {
        this.work = work;
        this.call = call;
    }

    /** Whether there may be something to let go of. A hint can know of more than the answer shows. */
    static boolean mayBeNeeded(CallPolicy policy, @Nullable RateLimitHint<?> hint, @Nullable Object answer) {
        if (hint == null || answer == null || answer instanceof AutoCloseable) {
            return answer instanceof AutoCloseable;
        }
        if (hint instanceof FunctionHint) {
            return ((FunctionHint<?>) hint).discards();
        }
        return policy.discards || answer instanceof Throwable;
    }

    /**
     * Lets go of an answer, on a thread of its own where time is limited.
     *
     * @return what to wait for; null where it is done
     */
    public static <A> @Nullable Closing begin(
            CallPolicy policy, @Nullable RateLimitHint<? super A> hint, @Nullable A dropped) {
        Closing closing = of(policy, hint, dropped, null);
        if (closing != null) {
            closing.begin();
        }
        return closing;
    }

    /**
     * Lets go of an answer, unless that is to be done on a thread of its own. In a time that is not the machine's, as of tests, nothing would be gained by that.
     *
     * @return what to begin; null where it is done
     */
    public static <A> @Nullable Closing of(
            CallPolicy policy,
            @Nullable RateLimitHint<? super A> hint,
            @Nullable A dropped,
            @Nullable QueuedCall call) {
        if (!policy.limitsTime()
                || policy.context.clock() != SystemTime.INSTANCE
                || !mayBeNeeded(policy, hint, dropped)) {
            Hints.discard(hint, dropped);
            return null;
        }
        return new Closing(() -> Hints.discard(hint, dropped), call);
    }

    /** To be called before it is begun. */
    public void endsWith(Future<?> task) {
        timeout = task;
    }

    public void begin() {
        try {
            // Not one of the context's relief threads: servers can hold as many of these as they want, and others need
            // those.
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

    /** The call has waited long enough, or need not any more. */
    public void endWait() {
        if (call != null) {
            call.waitEnded(this);
        }
    }

    /** Waits for the end, but not long. */
    public void await(Sleeper sleeper, long nanos) throws InterruptedException {
        if (nanos > 0 && done.getCount() > 0) {
            sleeper.await(done, Math.min(nanos, PATIENCE));
        }
    }
}
