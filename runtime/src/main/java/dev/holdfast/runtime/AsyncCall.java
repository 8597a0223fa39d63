package dev.holdfast.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call with all its attempts: the future that the caller has, the callback of the attempt under way, and the
 * task of the timer, in one object.
 *
 * <p>One thread at a time drives it. What is under way stands in {@link #work}: {@link #DRIVEN} while a thread is at work,
 * otherwise the stage or the timer's task that will go on. Whoever replaces one of these by {@code DRIVEN} is the next to
 * drive; whoever replaces anything by {@link #CANCELLED} has ended the call, and the driver finds that out when it wants to
 * put down what it waits for.
 *
 * @param <T> what the call brings
 */
final class AsyncCall<T extends @Nullable Object> extends CompletableFuture<T>
        implements BiFunction<T, @Nullable Throwable, @Nullable Void>, Runnable {

    private static final Object DRIVEN = new Object();
    private static final Object CANCELLED = new Object();

    /** A wait whose task the timer has not given out yet. */
    private static final Object WAITING = new Object();

    private final AsyncGuard guard;
    private final CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier;
    private final long deadline;
    private final AtomicReference<Object> work = new AtomicReference<>(DRIVEN);

    /** Of the attempt under way; null while there is none. */
    private @Nullable BreakerPermit permit;

    /** Number of the attempt under way, or of the last one; 0 before the first. */
    private int attempt;

    /** What the last attempt brought. */
    private @Nullable T value;

    private @Nullable Throwable failure;

    /** What an attempt that was not admitted yet waits for. */
    private @Nullable HoldWait hold;

    /** The thread that hands this object to a stage, which may call back before it returns. */
    private @Nullable Thread registering;

    /** The thread that was called back while it did so. */
    private @Nullable Thread calledBack;

    AsyncCall(
            AsyncGuard guard,
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier,
            long deadline) {
        this.guard = guard;
        this.supplier = supplier;
        this.deadline = deadline;
    }

    /** Takes over the first attempt, or makes it where there is no permit yet. */
    void begin(
            @Nullable BreakerPermit permit, @Nullable CompletionStage<? extends T> first, @Nullable Throwable failure) {
        try {
            if (permit == null) {
                if (!admit()) {
                    return;
                }
            } else {
                this.permit = permit;
                this.attempt = 1;
                if (!hasEnded(first, failure)) {
                    return;
                }
            }
            drive();
        } catch (Throwable broken) {
            breakOff(broken);
        }
    }

    /** The stage of the attempt under way is done. */
    @Override
    public @Nullable Void apply(T result, @Nullable Throwable thrown) {
        Object stage = work.get();
        if (!(stage instanceof CompletionStage) || !work.compareAndSet(stage, DRIVEN)) {
            // Too late: nobody will see it.
            Hints.discard(guard.resultHint, result);
            return null;
        }
        note(result, thrown);
        if (registering == Thread.currentThread()) {
            // Not by recursion: a thousand attempts that fail at once must not need a thousand times the stack.
            calledBack = registering;
            return null;
        }
        try {
            drive();
        } catch (Throwable broken) {
            breakOff(broken);
        }
        return null;
    }

    /** A wait is over. On the timer's thread, which must not do more than this. */
    @Override
    public void run() {
        Object waiting = work.get();
        while (waiting != CANCELLED && waiting != DRIVEN) {
            if (work.compareAndSet(waiting, DRIVEN)) {
                handOver();
                return;
            }
            waiting = work.get();
        }
    }

    private void handOver() {
        try {
            guard.policy.executor.execute(this::goOn);
        } catch (Throwable noThread) {
            ForkJoinPool.commonPool().execute(() -> giveUp(noThread));
        }
    }

    private void goOn() {
        try {
            if (isDone()) {
                Hints.discard(guard.resultHint, value);
            } else if (guard.policy.context.isClosed()) {
                giveUp(new RejectedExecutionException("the context is closed"));
            } else if (admit()) {
                drive();
            }
        } catch (Throwable broken) {
            breakOff(broken);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            Object left = work.getAndSet(CANCELLED);
            if (left != DRIVEN && left != CANCELLED) {
                letGo(left);
            }
        }
        return cancelled;
    }

    /** Judges attempts and makes further ones, until something must be waited for or the call has ended. */
    private void drive() {
        while (true) {
            long delay = judge();
            if (delay == CallPolicy.STOP) {
                end();
                return;
            }
            if (isDone()) {
                // Somebody else has completed the future: nobody waits for another attempt.
                Hints.discard(guard.resultHint, value);
                return;
            }
            if (delay > 0) {
                waitFor(delay);
                return;
            }
            if (!admit()) {
                return;
            }
        }
    }

    /** Tells the breaker what the attempt under way has brought; returns the wait before the next one, or STOP. */
    private long judge() {
        CallPolicy policy = guard.policy;
        BreakerPermit told = permit;
        permit = null;
        if (told == null) {
            throw new IllegalStateException("an attempt has no permit");
        }
        boolean retry = false;
        boolean failed = false;
        if (failure == null) {
            try {
                retry = guard.wantsRetry(value);
                failed = guard.isFailure(value);
            } catch (Throwable broken) {
                Hints.discard(guard.resultHint, value);
                note(null, broken);
            }
        }
        Throwable thrown = failure;
        if (thrown != null) {
            var hint = guard.hint(thrown);
            int status = Interrupts.isNoAnswer(thrown) ? 0 : Hints.status(hint, thrown);
            return policy.afterFailure(told, attempt, deadline, thrown, status, hint);
        }
        int status = Hints.status(guard.resultHint, value);
        if (!retry && !failed && !policy.isNotable(status)) {
            told.succeeded();
            return CallPolicy.STOP;
        }
        return policy.afterResult(told, attempt, deadline, value, status, guard.resultHint, retry, failed);
    }

    /** Asks for a further attempt and makes it; says whether it has ended already. */
    private boolean admit() {
        CallPolicy policy = guard.policy;
        if (policy.limiter != null) {
            HoldWait waits = hold == null ? new HoldWait(policy, policy.limiter, deadline) : hold;
            long wait = waits.next();
            hold = wait > 0 ? waits : null;
            if (wait > 0) {
                waitFor(wait);
                return false;
            }
            ResilienceException rejection = waits.rejection();
            if (rejection != null) {
                reject(rejection);
                return false;
            }
        }
        CircuitBreaker breaker = policy.breaker;
        Permit admitted = breaker == null ? Unguarded.PERMIT : breaker.tryAcquirePermit();
        if (breaker != null && admitted == null) {
            reject(breaker.rejection());
            return false;
        }
        permit = (BreakerPermit) admitted;
        if (attempt > 0) {
            Hints.discard(guard.resultHint, value);
        }
        attempt++;
        note(null, null);
        CompletionStage<? extends T> stage = null;
        Throwable thrown = null;
        try {
            stage = supplier.get();
        } catch (Throwable instead) {
            thrown = instead;
        }
        return hasEnded(stage, thrown);
    }

    /** Puts down the stage of an attempt to wait for; says whether there is nothing to wait for. */
    private boolean hasEnded(@Nullable CompletionStage<? extends T> stage, @Nullable Throwable thrown) {
        if (thrown != null || stage == null) {
            note(null, thrown != null ? thrown : new NullPointerException("the delegate returned null, not a stage"));
            return true;
        }
        if (!work.compareAndSet(DRIVEN, stage)) {
            letGo(stage);
            // To let go of its result too.
            stage.handle(this);
            return false;
        }
        registering = Thread.currentThread();
        try {
            stage.handle(this);
        } catch (Throwable broken) {
            if (work.compareAndSet(stage, DRIVEN)) {
                note(null, broken);
                registering = null;
                return true;
            }
        }
        registering = null;
        if (calledBack == Thread.currentThread()) {
            calledBack = null;
            return true;
        }
        return false;
    }

    private void note(@Nullable T result, @Nullable Throwable thrown) {
        value = result;
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
        failure = cause == null ? thrown : cause;
    }

    private void waitFor(long nanos) {
        if (!work.compareAndSet(DRIVEN, WAITING)) {
            letGo(WAITING);
            return;
        }
        try {
            Future<?> task = guard.policy.timer.schedule(this, nanos);
            if (!work.compareAndSet(WAITING, task) && work.get() == CANCELLED) {
                task.cancel(false);
            }
        } catch (RejectedExecutionException closed) {
            if (work.compareAndSet(WAITING, DRIVEN)) {
                giveUp(closed);
            }
        }
    }

    private void reject(ResilienceException rejection) {
        CallPolicy policy = guard.policy;
        policy.events.rejected(policy.call, rejection);
        giveUp(rejection);
    }

    /** There will be no further attempt after all: the last one's answer is the answer, or without one the reason why not. */
    private void giveUp(Throwable why) {
        CallPolicy policy = guard.policy;
        if (attempt == 0) {
            completeExceptionally(why);
            return;
        }
        Throwable thrown = failure;
        int status = thrown == null ? Hints.status(guard.resultHint, value) : Hints.status(guard.hint(thrown), thrown);
        policy.events.gaveUp(policy.call, attempt, thrown, status);
        end();
    }

    /** Hands on what the last attempt brought. */
    @SuppressWarnings("NullAway") // null only where the attempt brought null
    private void end() {
        Throwable thrown = failure;
        boolean seen = thrown == null ? complete(value) : completeExceptionally(thrown);
        if (!seen) {
            Hints.discard(guard.resultHint, value);
        }
    }

    /** Drops what was under way in a call that is cancelled. */
    private void letGo(Object left) {
        BreakerPermit unused = permit;
        permit = null;
        if (unused != null) {
            unused.release();
        }
        try {
            if (left instanceof Future) {
                ((Future<?>) left).cancel(true);
            }
        } catch (RuntimeException uncancellable) {
            // A minimal stage, or somebody's own: it goes on, and what it brings is dropped.
        }
        Hints.discard(guard.resultHint, value);
    }

    /** Something failed that must not: a clock, a timer, a random number. The caller must not wait for ever for that. */
    private void breakOff(Throwable broken) {
        BreakerPermit unused = permit;
        permit = null;
        if (unused != null) {
            unused.release();
        }
        completeExceptionally(broken);
    }
}
