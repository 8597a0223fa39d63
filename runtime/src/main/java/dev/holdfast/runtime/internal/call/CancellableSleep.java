package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.spi.Sleeper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The waits of one call on the calling thread, which another thread can cancel: the current one and all later ones.
 * Only an interrupt ends a wait in a {@link Sleeper} of the user's, and it is taken back before the caller sees it.
 */
public final class CancellableSleep implements Sleeper {

    private static final Object CANCELLED = new Object();

    /** An interrupt is on its way. */
    private static final Object INTERRUPTING = new Object();

    private final Sleeper sleeper;

    /**
     * The waiting thread, null while none waits, or one of these two. The thread stays until an interrupt has arrived,
     * so that it hits this wait and no later one. The interrupt may run foreign code, which may call any method here.
     */
    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    public CancellableSleep(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * Waits.
     *
     * @throws CalledOff if the call is cancelled, before or during the wait
     */
    @Override
    public void sleep(long nanos) throws InterruptedException {
        waitFor(() -> {
            sleeper.sleep(nanos);
            return true;
        });
    }

    /**
     * Waits.
     *
     * @throws CalledOff if the call is cancelled, before or during the wait
     */
    @Override
    public boolean await(CountDownLatch latch, long nanos) throws InterruptedException {
        return waitFor(() -> sleeper.await(latch, nanos));
    }

    private boolean waitFor(CheckedSupplier<Boolean, InterruptedException> wait) throws InterruptedException {
        enter();
        InterruptedException interrupted = null;
        boolean cancelledMeanwhile;
        boolean reached = false;
        try {
            reached = wait.get();
        } catch (InterruptedException woken) {
            interrupted = woken;
        } finally {
            cancelledMeanwhile = leave();
        }
        if (cancelledMeanwhile) {
            if (interrupted == null) {
                // The interrupt came after the end of the wait.
                Thread.interrupted();
            }
            NestedAttempts.keepCallersInterrupt();
            throw new CalledOff();
        }
        if (interrupted != null) {
            throw interrupted;
        }
        return reached;
    }

    public void cancel() {
        Object before = state.get();
        while (before != CANCELLED && before != INTERRUPTING) {
            if (before == null) {
                state.compareAndSet(null, CANCELLED);
            } else if (state.compareAndSet(before, INTERRUPTING)) {
                interrupt((Thread) before);
            }
            before = state.get();
        }
    }

    private void interrupt(Thread sleeping) {
        try {
            sleeping.interrupt();
        } finally {
            state.set(CANCELLED);
            LockSupport.unpark(sleeping);
        }
    }

    private void enter() {
        if (!state.compareAndSet(null, Thread.currentThread())) {
            throw new CalledOff();
        }
    }

    private boolean leave() {
        if (state.compareAndSet(Thread.currentThread(), null)) {
            return false;
        }
        boolean flagged = false;
        while (state.get() == INTERRUPTING) {
            // A few instructions, unless the interrupt runs foreign code. A thread does not park while its flag is
            // set.
            flagged |= Thread.interrupted();
            LockSupport.park(this);
        }
        if (flagged) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
