package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.StackRoom;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The way of a {@link Continuation}, which is the value until somebody takes it, to the context's executor: the one place that knows what executors do. One may refuse a task, or take
 * its time, or run it at once in the calling thread, and both may happen to the timer's thread, which is for all calls of the context. There is
 * always a thread in the end: one of the {@linkplain ReliefThreads threads in reserve}.
 */
public final class HandOver extends AtomicReference<@Nullable Continuation> implements Runnable {

    private static final long serialVersionUID = 1L;

    /** How long a busy executor may delay what must be on time. */
    private static final long GRACE_NANOS = 4_000_000;

    private final transient Context context;

    /** The thread that gives this to the executor, while it does. */
    private transient volatile @Nullable Thread giver;

    /** The timer's task that does without the executor. */
    private transient volatile @Nullable Future<?> watch;

    private HandOver(Context context, Continuation next) {
        super(next);
        this.context = context;
    }

    /** Lets a call go on. From any thread, the timer's too; throws nothing, unless there is no stack left. */
    public static void begin(Context context, Continuation next) {
        new HandOver(context, next).begin();
    }

    /** The same for what must be done by a time, by the monotonic clock, with the executor or without. */
    public static void beginBefore(long time, Context context, Continuation next) {
        HandOver handOver = new HandOver(context, next);
        handOver.watch(time - context.clock().nanoTime());
        handOver.begin();
    }

    /** The same for what must be done now. */
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

    /** With a timer of the context's own; to another this would be a wait of the call's. */
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
