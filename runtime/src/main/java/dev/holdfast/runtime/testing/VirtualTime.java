package dev.holdfast.runtime.testing;

import dev.holdfast.runtime.Clock;
import dev.holdfast.runtime.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that stands still until it is moved, and waits that move it instead of taking time.
 *
 * <pre>{@code
 * VirtualTime time = new VirtualTime();
 * Holdfast holdfast = Holdfast.builder().clock(time).sleeper(time).build();
 * GitHubClient client = new ResilientGitHubClient(delegate, holdfast);
 * }</pre>
 *
 * <p>Thread-safe. A wait on one thread moves the clock for all.
 */
public final class VirtualTime implements Clock, Sleeper {

    // Near the overflow of a long on purpose: code that compares instants with < instead of by difference fails here.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final long originNanos = nanos.get();
    private final long originMillis;
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

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
     * Moves the clock on.
     *
     * @param duration how far, not negative
     * @throws IllegalArgumentException if it is negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + duration);
        }
        nanos.addAndGet(duration.toNanos());
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
     * Notes the wait and moves the clock by it.
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
        nanos.addAndGet(Math.max(0, duration));
    }

    /**
     * Returns the waits so far, oldest first.
     *
     * @return a copy
     */
    public List<Duration> sleeps() {
        return new ArrayList<>(sleeps);
    }
}
