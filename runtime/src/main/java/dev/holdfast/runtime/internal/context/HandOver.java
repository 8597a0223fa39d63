package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.StackRoom;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands a {@link Continuation}, the value until a thread takes it, to the context's executor. An executor may refuse a
 * task, delay it, or run it at once in the calling thread, which may be the timer's, on which all calls of the context
 * depend. In each of these cases one of the {@linkplain ReliefThreads threads in reserve} takes over.
 */
public final class HandOver extends AtomicReference<@Nullable Continuation> implements Runnable {

    private static final long serialVersionUID = 1L;

    /** The longest delay by a busy executor for a step that is due now. */
    private static final long GRACE_NANOS = 4_000_000;

    private final transient Context context;

    /** The thread that is giving this to the executor. */
    private transient volatile @Nullable Thread giver;

    /** The timer's task that takes this from a busy executor. */
    private transient volatile @Nullable Future<?> watch;

    private HandOver(Context context, Continuation next) {
        super(next);
        this.context = context;
    }

    /** Resumes a call. Called from any thread, also the timer's; throws only if the stack overflows. */
    public static void begin(Context context, Continuation next) {
        new HandOver(context, next).begin();
    }

    /** The same for a step that is due at a time of the monotonic clock, with the executor or without. */
    public static void beginBefore(long time, Context context, Continuation next) {
        HandOver handOver = new HandOver(context, next);
        handOver.watch(time - context.clock().nanoTime());
        handOver.begin();
    }

    /** The same for a step that is due now. */
    public static void beginNow(Context context, Continuation next) {
        HandOver handOver = new HandOver(context, next);
        handOver.begin();
        if (handOver.get() != null) {
            handOver.watch(GRACE_NANOS);
        }
    }

    private void begin() {
        try {
            StackRoom.reserveMuch();
            if (context.isTimerThread() && context.hasForeignExecutor()) {
                context.relief().give(this);
            } else {
                give();
            }
        } catch (Throwable noThread) {
            refuse(noThread);
        }
    }

    /** Gives this to the executor. */
    void give() {
        giver = Thread.currentThread();
        try {
            if (!context.execute(this)) {
                resumeOn(context.relief());
            }
        } catch (Throwable refusal) {
            refuse(refusal);
        } finally {
            giver = null;
        }
    }

    private void resumeOn(Executor threads) {
        Continuation next = getAndSet(null);
        if (next != null) {
            forgetWatch();
            try {
                threads.execute(() -> next.resume());
            } catch (Throwable broken) {
                set(next);
                throw broken;
            }
        }
    }

    private void refuse(@Nullable Throwable why) {
        Continuation next = getAndSet(null);
        if (next != null) {
            forgetWatch();
            context.relief().execute(() -> next.resumeWithoutExecutor(why));
        }
    }

    /** In the executor. */
    @Override
    public void run() {
        if (Thread.currentThread() == giver) {
            ReliefThreads relief = context.relief();
            if (!relief.enter()) {
                resumeOn(relief);
                return;
            }
            try {
                resume();
            } finally {
                relief.leave();
            }
        } else {
            resume();
        }
    }

    private void resume() {
        Continuation next = getAndSet(null);
        if (next != null) {
            forgetWatch();
            next.resume();
        }
    }

    /**
     * Sets a time limit for the executor. Only with the context's own timer, since a user's would count this as a wait
     * of the call.
     */
    private void watch(long nanos) {
        if (!context.hasForeignTimer()) {
            try {
                watch = context.timer().schedule(() -> refuse(null), nanos);
            } catch (Throwable closed) {
                refuse(closed);
            }
        }
    }

    private void forgetWatch() {
        Future<?> task = watch;
        if (task != null) {
            task.cancel(false);
        }
    }
}
