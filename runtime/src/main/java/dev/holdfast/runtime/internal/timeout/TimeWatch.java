package dev.holdfast.runtime.internal.timeout;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.ContextWatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the attempts of one context in {@link TimeSlots}, as a task of the context's timer, and cuts those whose
 * time is up. An attempt does no more than to claim its slot and to leave it. The next look comes when the first attempt
 * known is due, and soon enough to find new ones: the value is the longest time from an attempt's beginning to the look
 * that finds it. An attempt that needs a look sooner asks for one at once, so that there are no looks without attempts.
 *
 * <p>No attempt is missed: it claims its slot before it reads the value, and a watch looks again after raising it.
 */
@SuppressWarnings("serial")
public final class TimeWatch extends AtomicLong implements ContextWatch, Runnable {

    /** The limit from which on attempts don't read the clock, and a watch takes the time when it finds them. */
    private static final long LONG_NANOS = 1_000_000_000L;

    /** How late a long limit may be: this fraction of it, and at most that long. So long are done stages kept, too. */
    private static final int FRACTION = 32;

    private static final long LATEST_NANOS = 250_000_000L;

    /** The shortest limit that is watched: a shorter one would keep the timer's thread busy. */
    private static final long SHORTEST_NANOS = 100_000L;

    /** In place of a time: no look is planned for new attempts. */
    private static final long NEVER = Long.MAX_VALUE;

    /** In place of a time: the context is closed, and attempts have no limit. */
    private static final long CLOSED = -1;

    /** How long there must be nothing to look for so often before looks become less frequent, as a multiple of the value. */
    private static final int CALM = 16;

    /** After that, a slot is dropped that is not in use, or whose thread had no stack left in the middle of its use. */
    private static final long IDLE_NANOS = 10_000_000_000L;

    private final Context context;

    /** The asynchronous attempts that have begun since the last look, the latest first. */
    private final AtomicReference<@Nullable TimedWork> begun = new AtomicReference<>();

    // Used by the timer's thread only.

    /** By segments and places, the last value of a slot, and the end of that attempt. */
    private long[][] notes = new long[0][];

    private long plannedAt;
    private boolean planned;

    /** The time since which no look was needed so soon, and the shortest time that was needed meanwhile. */
    private long calmSince;

    private long calmNeed;

    /** Found by a look: the time in which the next one must come, and the first end of an attempt, from its time on. */
    private long need;

    private long untilDue;

    TimeWatch(Context context) {
        super(NEVER);
        this.context = context;
    }

    /** Returns the watch of a context, which is made on first use. */
    public static TimeWatch of(Context context) {
        ContextWatch made = context.watch();
        return (TimeWatch) (made == null ? context.watch(new TimeWatch(context)) : made);
    }

    /** Returns whether a limit can be watched; if not, it needs a task. */
    public static boolean watches(long limit) {
        return limit >= SHORTEST_NANOS;
    }

    /** Returns whether attempts must know their beginning. */
    public static boolean needsStart(long limit) {
        return limit < LONG_NANOS;
    }

    /** Returns whether a look must be planned for an attempt of a slot that has just been claimed. */
    public boolean isTooSlowFor(long limit) {
        return need(limit) < get();
    }

    private static long need(long limit) {
        return limit < LONG_NANOS ? limit : Math.min(limit / FRACTION, LATEST_NANOS);
    }

    /**
     * Watches an asynchronous attempt. If it is still under way at the next look, it gets a task of the timer.
     *
     * @throws RejectedExecutionException if the context is closed
     */
    public void watch(TimedWork work) {
        do {
            work.before = begun.get();
        } while (!begun.compareAndSet(work.before, work));
        if (need(work) < get()) {
            attend();
        } else if (isClosed()) {
            begun.set(null);
        }
    }

    private static long need(TimedWork work) {
        return Math.min(work.limit, LATEST_NANOS);
    }

    /**
     * Lets the timer look at once, for an attempt that has just begun. Only looks change the value, so that there always
     * is another one as long as attempts wait for it.
     *
     * @throws RejectedExecutionException if the context is closed
     */
    public void attend() {
        lookIn(0);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a look too many does no harm
    private void lookIn(long nanos) {
        context.timer().scheduleTimeout(this, nanos);
    }

    /** Looks, and plans the next look. On the timer's thread. */
    @Override
    public void run() {
        boolean done = false;
        try {
            lookAndPlan();
            done = true;
        } catch (RejectedExecutionException closed) {
            // No attempt has a limit any more.
        } finally {
            long cadence = get();
            if (!done && cadence != CLOSED) {
                // Usually for lack of memory. The next attempt plans a look that finds the others too.
                compareAndSet(cadence, NEVER);
            }
        }
    }

    private void lookAndPlan() {
        long now = System.nanoTime();
        if (planned && plannedAt - now <= 0) {
            planned = false;
        }
        long cadence = get();
        if (cadence == CLOSED) {
            return;
        }
        look(now, cadence);
        long next = nextCadence(now, cadence);
        if (next > cadence && compareAndSet(cadence, next)) {
            // For attempts that have begun before they could see that.
            now = System.nanoTime();
            look(now, cadence);
            next = Math.min(next, need);
        }
        if (Math.min(next, untilDue) != NEVER) {
            plan(now, Math.min(next, untilDue));
        }
        long last = get();
        if (next < last) { // never where it is closed
            compareAndSet(last, next);
        }
        if (get() == NEVER) {
            dropFree();
        }
    }

    private void plan(long now, long in) {
        if (planned && plannedAt - now <= in) {
            return;
        }
        long at = now + in;
        lookIn(at - System.nanoTime());
        plannedAt = at;
        planned = true;
    }

    /** Returns the value for the attempts that a look has found; greater only after some that needed no look so soon. */
    private long nextCadence(long now, long cadence) {
        if (need <= cadence) {
            calmSince = now;
            calmNeed = NEVER;
            return need;
        }
        calmNeed = Math.min(calmNeed, need);
        // By time, since many looks may be asked for at once.
        if (now - calmSince < CALM * cadence) {
            return cadence;
        }
        calmSince = now;
        long next = calmNeed;
        calmNeed = NEVER;
        return next;
    }

    /** Looks at all slots, and cuts the attempts that are due. */
    private void look(long now, long cadence) {
        need = NEVER;
        untilDue = NEVER;
        lookAtBegun();
        for (int segment = 0; ; segment++) {
            AtomicReferenceArray<@Nullable TimeSlot> cells = TimeSlots.cells(segment);
            if (cells == null) {
                return;
            }
            long[] noted = notes(segment, cells.length());
            for (int i = 0; i < cells.length(); i++) {
                TimeSlot slot = cells.get(i);
                if (slot != null) {
                    look(slot, noted, 2 * i, now, cadence);
                }
            }
        }
    }

    /** Lets go of the asynchronous attempts that have ended, which most have. */
    private void lookAtBegun() {
        TimedWork next = begun.getAndSet(null);
        while (next != null) {
            TimedWork work = next;
            need = Math.min(need, need(work));
            next = work.before;
            work.before = null;
            work.seen();
        }
    }

    private long[] notes(int segment, int places) {
        if (segment == notes.length) {
            long[][] more = new long[segment + 1][];
            System.arraycopy(notes, 0, more, 0, segment);
            more[segment] = new long[2 * places];
            notes = more;
        }
        return notes[segment];
    }

    private void look(TimeSlot slot, long[] noted, int place, long now, long cadence) {
        long state = slot.get();
        int phase = TimeSlot.phase(state);
        if (phase != TimeSlot.CLAIMED && slot.watch != this) {
            return;
        }
        boolean first = noted[place] != state;
        if (first) {
            noted[place] = state;
            // Not the time of this look: the attempt may have begun since.
            noted[place + 1] = System.nanoTime();
        }
        boolean idle = !first && now - noted[place + 1] >= IDLE_NANOS;
        switch (phase) {
            case TimeSlot.RUNNING:
                watch(slot, state, (slot.startKnown ? slot.start : noted[place + 1]) + slot.limit - now);
                need = first ? Math.min(need, need(slot.limit)) : need;
                break;
            case TimeSlot.CLAIMED:
                // By any context, and with any limit.
                need = Math.min(need, cadence);
                if (idle) {
                    slot.evict();
                }
                break;
            case TimeSlot.FREE:
                need = first ? Math.min(need, need(slot.limit)) : need;
                if (idle) {
                    slot.drop(state);
                }
                break;
            default:
                slot.evictUnused();
                break;
        }
    }

    private void watch(TimeSlot slot, long state, long left) {
        if (left > 0) {
            untilDue = Math.min(untilDue, left);
            return;
        }
        try {
            slot.cut(state);
        } catch (Throwable broken) {
            // Usually for lack of memory; the other attempts have limits too.
        }
    }

    /** Drops what is left of earlier attempts, which keeps clients and threads alive. */
    private void dropFree() {
        for (int segment = 0; ; segment++) {
            AtomicReferenceArray<@Nullable TimeSlot> cells = TimeSlots.cells(segment);
            if (cells == null) {
                return;
            }
            for (int i = 0; i < cells.length(); i++) {
                TimeSlot slot = cells.get(i);
                long state = slot == null ? 0 : slot.get();
                if (slot != null && slot.watch == this) {
                    slot.drop(state);
                }
            }
        }
    }

    /** Attempts under way drop their slots themselves. */
    @Override
    public void contextClosed() {
        set(CLOSED);
        begun.set(null);
        dropFree();
    }

    /** Returns whether attempts have no limit any more. */
    public boolean isClosed() {
        return get() == CLOSED;
    }
}
