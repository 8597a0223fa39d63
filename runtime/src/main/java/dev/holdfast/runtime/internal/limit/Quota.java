package dev.holdfast.runtime.internal.limit;

import dev.holdfast.runtime.spi.Clock;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How often a client calls, by the generic cell rate algorithm (ITU-T I.371, virtual scheduling). Each call has a place: the time
 * at which it would come if all came evenly. Places are at least an interval apart, and a call may come sooner than its place by
 * the tolerance, which is what a burst is. So the places of all calls in a window lie in a time that is longer than the window
 * by the tolerance, and there are no more than {@code permits + burst} of them.
 *
 * <p>One atomic number has the place that comes after all those given out. What was given back from among these is kept aside
 * until its time is over; only those look there that would have to wait. Thread-safe, without locks.
 */
public final class Quota {

    private final Clock clock;
    private final long interval;
    private final long tolerance;

    /** The theoretical arrival time of the next call, by the monotonic clock. */
    private final AtomicLong next;

    /** Places before the next one that nobody has. By differences, for the clock may wrap. */
    private final ConcurrentSkipListSet<Long> freed =
            new ConcurrentSkipListSet<>((Comparator<Long>) (one, other) -> Long.signum(one - other));

    public Quota(int permits, long perNanos, int burst, Clock clock) {
        this.clock = clock;
        this.interval = interval(permits, perNanos);
        this.tolerance = burst * interval;
        this.next = new AtomicLong(clock.nanoTime());
    }

    /** Nanoseconds between two places: never less than evenly spaced calls have, or a window would see one too many. */
    public static long interval(int permits, long perNanos) {
        return (perNanos - 1) / permits + 1;
    }

    /** How long a call must wait that comes now and has a place. */
    public static long wait(long place, long tolerance, long now) {
        return Math.max(0, place - tolerance - now);
    }

    /** The place of a call that comes now: the next one, unless its time is over. */
    public static long place(long next, long now) {
        return now - next > 0 ? now : next;
    }

    /** Takes a place if a call may come now. */
    public boolean tryTake() {
        while (true) {
            long known = next.get();
            long now = clock.nanoTime();
            if (wait(known, tolerance, now) > 0) {
                return false;
            }
            if (next.compareAndSet(known, place(known, now) + interval)) {
                return true;
            }
        }
    }

    /** Takes the first place whose time comes within a wait, or null. */
    public @Nullable Place take(long longestWait) {
        while (true) {
            long known = next.get();
            long now = clock.nanoTime();
            long wait = wait(known, tolerance, now);
            Long sooner = wait > 0 ? takeFreed(now) : null;
            if (sooner != null) {
                Place place = new Place(sooner, wait(sooner, tolerance, now));
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
            if (next.compareAndSet(known, place.time + interval)) {
                return place;
            }
        }
    }

    /** Somebody will not come: another may have the place, until its time is over. */
    public void giveBack(Place place) {
        freed.add(place.time);
        // The last places given out become the next ones again, as if nobody had ever had them.
        for (Long last = last(); last != null && next.get() == last + interval && freed.remove(last); last = last()) {
            if (!next.compareAndSet(last + interval, last)) {
                freed.add(last);
            }
        }
        dropExpired();
    }

    /** How long a call that came now, or after a delay, would wait for a place. */
    public long waitAfter(long delay) {
        long then = clock.nanoTime() + delay;
        Long sooner = freed.isEmpty() ? null : freed.ceiling(then);
        return wait(sooner == null ? next.get() : sooner, tolerance, then);
    }

    /** How many places are kept aside. */
    public int freed() {
        return freed.size();
    }

    /** Keeps those that are aside few: none is there for longer than the longest wait and the burst take. */
    private void dropExpired() {
        long now = clock.nanoTime();
        for (Long place : freed) {
            if (place - now >= 0) {
                return;
            }
            freed.remove(place);
        }
    }

    /** The first that is still of use. Those whose time is over are dropped. */
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

    /** The right to call once, after a wait. */
    public static final class Place {

        /** Which place it is: the time at which the call would come if all came evenly. */
        public final long time;

        /** How long to wait, from the time when it was taken. */
        public final long wait;

        Place(long time, long wait) {
            this.time = time;
            this.wait = wait;
        }
    }
}
