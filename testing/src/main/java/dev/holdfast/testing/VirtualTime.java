package dev.holdfast.testing;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.RandomSource;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is moved, and waits that move it, or wait for it to be moved, instead of taking time.
 *
 * <pre>{@code
 * VirtualTime time = new VirtualTime();
 * GitHubClient client = new ResilientGitHubClient(delegate, time.holdfast().build());
 *
 * CompletableFuture<User> user = client.user("octocat");   // fails, and would be tried again in 200 ms
 * time.advance(Duration.ofMillis(200));                    // is tried again, here and now
 * }</pre>
 *
 * <p>Attempts whose time is limited are cut in the same way: a delegate that moves the clock, by {@link #sleep} or {@link #advance}, is interrupted
 * when the clock passes its limit.
 *
 * <p>A wait of a synchronous call moves the clock itself. Asynchronous calls go on when {@link #advance}, {@link #drain} or a
 * synchronous wait moves the clock past the end of their wait, on the thread that does so, one after the other in the order of
 * their times. Thread-safe. A wait on one thread moves the clock for all.
 */
public final class VirtualTime implements Clock, Sleeper, Timer {

    // Near the overflow of a long on purpose: code that compares instants with < instead of by difference fails here.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final long originNanos = nanos.get();
    private final long originMillis;
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final Queue<Task> tasks = new PriorityBlockingQueue<>();
    private final AtomicLong taskCount = new AtomicLong();
    private final CallingThread executor = new CallingThread();

    /** Starts at 2026-01-01T00:00:00Z. */
    public VirtualTime() {
        this(1_767_225_600_000L);
    }

    /**
     * Starts at a given time of day.
     *
     * @param epochMillis milliseconds since 1970-01-01T00:00:00Z
     */
    public VirtualTime(long epochMillis) {
        this.originMillis = epochMillis;
    }

    /**
     * Starts to build a context in this time. Its asynchronous calls go on on the thread that moves the clock.
     *
     * @return a builder with clock, sleeper, timer and executor set
     */
    public HoldfastBuilder holdfast() {
        return Holdfast.builder().clock(this).sleeper(this).timer(this).executor(executor);
    }

    /**
     * Returns random numbers with which each wait is exactly as long as the annotation or the server says, so that a test can
     * expect {@code 200ms} and then {@code 400ms}: {@code time.holdfast().random(VirtualTime.noJitter())}.
     *
     * @return a source of numbers that are always the same
     */
    public static RandomSource noJitter() {
        return NoJitter.INSTANCE;
    }

    /**
     * Moves the clock on, and with it what waits for a time that it passes.
     *
     * @param duration how far, not negative
     * @throws IllegalArgumentException if it is negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + duration);
        }
        advanceTo(nanos.get() + duration.toNanos());
    }

    /**
     * Moves the clock on from one asynchronous wait to the next, until none is left. Does not return where a wait always leads
     * to another. An attempt under way is no wait: it is cut only if its time is up before a wait's.
     *
     * @return how far the clock was moved
     */
    public Duration drain() {
        long start = nanos.get();
        for (Optional<Task> next = nextWait(); next.isPresent(); next = nextWait()) {
            advanceTo(next.get().due);
        }
        return Duration.ofNanos(nanos.get() - start);
    }

    private Optional<Task> nextWait() {
        return tasks.stream().filter(task -> task.isWait).min(Comparator.naturalOrder());
    }

    private void advanceTo(long target) {
        boolean more = true;
        while (more) {
            more = runNext(target);
        }
        moveTo(target);
    }

    /** Moves the clock to the next time at which something is due, if that is no later than the target, and does it. */
    private boolean runNext(long target) {
        Task next = tasks.peek();
        if (next == null || next.due - target > 0) {
            return false;
        }
        if (tasks.remove(next)) {
            moveTo(next.due);
            executor.runApart(next);
        }
        return true;
    }

    /** Never back: another thread may have moved it further. */
    private void moveTo(long target) {
        nanos.accumulateAndGet(target, (now, then) -> then - now > 0 ? then : now);
    }

    /** {@inheritDoc} */
    @Override
    public long nanoTime() {
        return nanos.get();
    }

    /** {@inheritDoc} */
    @Override
    public long currentTimeMillis() {
        return originMillis + (nanos.get() - originNanos) / 1_000_000;
    }

    /**
     * Notes the wait and moves the clock by it, or to the time when something that is due meanwhile interrupts the thread.
     *
     * @param duration nanoseconds; zero or less moves nothing
     * @throws InterruptedException if the thread is interrupted; the flag is cleared, as it is for a real wait
     */
    @Override
    public void sleep(long duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(Duration.ofNanos(Math.max(0, duration)));
        take(duration);
    }

    /** The same as {@link #sleep}, for an attempt that takes its time, which is no wait. */
    void take(long duration) throws InterruptedException {
        long end = nanos.get() + Math.max(0, duration);
        while (runNext(end)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        moveTo(end);
    }

    /** Moves the clock from one thing that is due to the next, until one interrupts the thread, or nothing is left. */
    void hang() throws InterruptedException {
        long end = nanos.get() + Long.MAX_VALUE / 2;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        } while (runNext(end));
    }

    /** The same as {@link #schedule}, for an attempt that takes its time, which is no wait of Holdfast. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody cancels it
    void after(long delay, Runnable task) {
        add(task, delay, true);
    }

    /**
     * Notes the longest wait and moves the clock from one asynchronous wait to the next, until one of those opens the latch, or by
     * that longest wait.
     *
     * @param latch what another call opens
     * @param duration nanoseconds; zero or less moves nothing
     * @return whether the latch is open
     * @throws InterruptedException if the thread is interrupted; the flag is cleared, as it is for a real wait
     */
    @Override
    public boolean await(CountDownLatch latch, long duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(Duration.ofNanos(Math.max(0, duration)));
        long end = nanos.get() + Math.max(0, duration);
        while (latch.getCount() > 0) {
            if (!runNext(end)) {
                moveTo(end);
                break;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return latch.getCount() == 0;
    }

    /**
     * Notes the wait; the task runs when the clock is moved that far.
     *
     * @param task what to run
     * @param delay nanoseconds; zero or less means at the next move
     * @return by cancelling it the task is forgotten
     */
    @Override
    public Future<?> schedule(Runnable task, long delay) {
        sleeps.add(Duration.ofNanos(Math.max(0, delay)));
        return add(task, delay, true);
    }

    /**
     * The task runs when the clock is moved that far, but that is no wait.
     *
     * @param task what to run
     * @param delay nanoseconds; zero or less means at the next move
     * @return by cancelling it the task is forgotten
     */
    @Override
    public Future<?> scheduleTimeout(Runnable task, long delay) {
        return add(task, delay, false);
    }

    private Task add(Runnable task, long delay, boolean isWait) {
        Task scheduled = new Task(task, nanos.get() + Math.max(0, delay), taskCount.incrementAndGet(), isWait);
        tasks.add(scheduled);
        return scheduled;
    }

    /**
     * Returns the waits so far, synchronous and asynchronous, in the order in which they began.
     *
     * @return a copy
     */
    public List<Duration> sleeps() {
        return new ArrayList<>(sleeps);
    }

    /**
     * Returns how many asynchronous waits have not ended.
     *
     * @return the number
     */
    public int waiting() {
        return (int) tasks.stream().filter(task -> task.isWait).count();
    }

    /** In order of their times; at the same time in the order in which they came. */
    private final class Task extends FutureTask<@Nullable Void> implements Comparable<Task> {

        private final long due;
        private final long number;
        private final boolean isWait;

        Task(Runnable task, long due, long number, boolean isWait) {
            super(task, null);
            this.due = due;
            this.number = number;
            this.isWait = isWait;
        }

        @Override
        public int compareTo(Task other) {
            return due == other.due ? Long.compare(number, other.number) : Long.signum(due - other.due);
        }

        @Override
        protected void done() {
            tasks.remove(this);
        }
    }
}
