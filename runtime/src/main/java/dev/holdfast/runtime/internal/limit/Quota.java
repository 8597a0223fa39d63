package dev.holdfast.runtime.internal.limit;

import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.spi.Clock;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Limits the rate of calls by the generic cell rate algorithm (ITU-T I.371, virtual scheduling). Each call has a place:
 * its time if all calls were evenly spaced. Places are at least an interval apart, and a call may be ahead of its place
 * by the tolerance, which allows bursts. So the places of all calls in a window of time lie within the window plus the
 * tolerance, and there are at most {@code permits + burst} of them.
 *
 * <p>One atomic number holds the next place. Places that were given back are kept aside until their time is over; only
 * calls that would have to wait look there. Thread-safe and lock-free.
 */
public final class Quota {

    private final Clock clock;

    /** Replaced as a whole. */
    private volatile Rate rate;

    /** The theoretical arrival time of the next call, by the monotonic clock. */
    private final AtomicLong next;

    /** Places that were given back. Compared by differences, since the clock may wrap. */
    private final ConcurrentSkipListSet<Long> freed =
            new ConcurrentSkipListSet<>((Comparator<Long>) (one, other) -> Long.signum(one - other));

    public Quota(int permits, long perNanos, int burst, Clock clock) {
        this.clock = clock;
        this.rate = new Rate(permits, perNanos, burst);
        this.next = new AtomicLong(clock.nanoTime());
    }

    /**
     * Sets another rate; one without a limit for 0 permits. Places that were taken stay taken, and those that were given back keep
     * their time.
     */
    void adjust(int permits, long perNanos, int burst) {
        rate = new Rate(permits, perNanos, burst);
    }

    /** Returns the nanoseconds between two places, rounded up, so that a window never has a call too many. */
    public static long interval(int permits, long perNanos) {
        return (perNanos - 1) / permits + 1;
    }

    /** Returns the wait of a call for its place. */
    public static long wait(long place, long tolerance, long now) {
        return Math.max(0, place - tolerance - now);
    }

    /** Returns the place of a call: the next one, or the current time if that is later. */
    public static long place(long next, long now) {
        return now - next > 0 ? now : next;
    }

    /** Takes a place if a call need not wait for it. */
    public boolean tryTake() {
        Rate current = rate;
        while (true) {
            long known = next.get();
            long now = clock.nanoTime();
            if (wait(known, current.tolerance, now) > 0) {
                return false;
            }
            if (next.compareAndSet(known, place(known, now) + current.interval)) {
                return true;
            }
        }
    }

    /** Takes the first place; returns null if the wait for it is too long. */
    public @Nullable Place take(long longestWait) {
        Rate current = rate;
        while (true) {
            long known = next.get();
            long now = clock.nanoTime();
            long wait = wait(known, current.tolerance, now);
            Long sooner = wait > 0 ? takeFreed(now) : null;
            if (sooner != null) {
                Place place = new Place(sooner, wait(sooner, current.tolerance, now));
                if (place.wait <= longestWait) {
                    return place;
                }
                giveBack(place);
                return null;
            }
            if (wait > longestWait) {
                return null;
            }
            Place place = new Place(place(known, now), wait);
            if (next.compareAndSet(known, place.time + current.interval)) {
                return place;
            }
        }
    }

    /** Gives a place back: another call may take it until its time is over. */
    public void giveBack(Place place) {
        long interval = rate.interval;
        freed.add(place.time);
        // The last places become the next ones again, as if they had never been taken.
        for (Long last = last(); last != null && next.get() == last + interval && freed.remove(last); last = last()) {
            if (!next.compareAndSet(last + interval, last)) {
                freed.add(last);
            }
        }
        dropExpired();
    }

    /** Returns the wait of a call for a place after a delay. */
    public long waitAfter(long delay) {
        long then = clock.nanoTime() + delay;
        Long sooner = freed.isEmpty() ? null : freed.ceiling(then);
        return wait(sooner == null ? next.get() : sooner, rate.tolerance, then);
    }

    /** Returns the number of places that were given back and are kept aside. */
    public int freed() {
        return freed.size();
    }

    /** Drops places whose time is over, so that few are kept aside. */
    private void dropExpired() {
        long now = clock.nanoTime();
        for (Long place : freed) {
            if (place - now >= 0) {
                return;
            }
            freed.remove(place);
        }
    }

    /** Returns the first place that is kept aside and not over; drops those before it. */
    private @Nullable Long takeFreed(long now) {
        Long place = freed.pollFirst();
        while (place != null && place - now < 0) {
            place = freed.pollFirst();
        }
        return place;
    }

    private @Nullable Long last() {
        return freed.lower(next.get());
    }

    /** The distance of places, and the time that a call may be ahead of its own. */
    private static final class Rate {

        final long interval;
        final long tolerance;

        Rate(int permits, long perNanos, int burst) {
            this.interval = permits == 0 ? 0 : interval(permits, perNanos);
            this.tolerance = permits == 0 ? Nanos.MAX : burst * interval;
        }
    }

    /** The right to one call, after a wait. */
    public static final class Place {

        /** The time of the call if all calls were evenly spaced. */
        public final long time;

        /** The wait, from the time at which the place was taken. */
        public final long wait;

        Place(long time, long wait) {
            this.time = time;
            this.wait = wait;
        }
    }
}
