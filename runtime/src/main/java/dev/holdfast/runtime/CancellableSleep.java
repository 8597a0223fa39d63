package dev.holdfast.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The waits of one call on the calling thread, which another thread can end: the one under way and all that would follow. The
 * only way into somebody's {@link Sleeper} is an interrupt, and the caller's thread does not get to see that one.
 */
final class CancellableSleep implements Sleeper {

    private final Sleeper sleeper;

    /** Never held while anything waits: whoever interrupts must know that the interrupt still finds the wait that it is for. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Thread sleeping;
    private boolean cancelled;

    CancellableSleep(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * Waits.
     *
     * @throws CalledOff if it is cancelled, before or meanwhile
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
     * @throws CalledOff if it is cancelled, before or meanwhile
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
                // Our interrupt came when the wait was over already.
                Thread.interrupted();
            }
            TimedAttempt.keepCallersInterrupt();
            throw new CalledOff();
        }
        if (interrupted != null) {
            throw interrupted;
        }
        return reached;
    }

    void cancel() {
        lock.lock();
        try {
            if (sleeping != null && !cancelled) {
                sleeping.interrupt();
            }
            cancelled = true;
        } finally {
            lock.unlock();
        }
    }

    private void enter() {
        lock.lock();
        try {
            if (cancelled) {
                throw new CalledOff();
            }
            sleeping = Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    private boolean leave() {
        lock.lock();
        try {
            sleeping = null;
            return cancelled;
        } finally {
            lock.unlock();
        }
    }
}
