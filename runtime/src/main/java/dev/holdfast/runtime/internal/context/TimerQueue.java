package dev.holdfast.runtime.internal.context;

import org.jspecify.annotations.Nullable;

/**
 * The entries of a {@link SystemTimer}, in the order in which they are due: a radix heap, whose lists consist of the entries
 * themselves. Not thread-safe, and needs no memory for more entries.
 *
 * <p>The time that was reached and the time of an entry are numbers of 63 bits. An entry stands in the list of the highest bit that
 * differs, so all entries of one list are due before all of the next. When the first of a list is due, that time is reached, and
 * the others of the list move to lists before it. So adding is one step, and an entry moves at most once for each bit.
 */
final class TimerQueue {

    private static final int LISTS = Long.SIZE;

    /** The time 0. */
    private final long origin;

    /** The first list is of entries that are due. */
    private final @Nullable TimerEntry[] lists = new @Nullable TimerEntry[LISTS];

    /** The earliest time in each list. */
    private final long[] earliest = new long[LISTS];

    /** A bit for each list with entries. */
    private long filled;

    /** Never later than any entry, nor than now. */
    private long reached;

    private int size;

    /** Creates one for entries that are due after a time. */
    TimerQueue(long origin) {
        this.origin = origin;
    }

    int size() {
        return size;
    }

    void add(TimerEntry entry) {
        put(entry);
        size++;
    }

    private void put(TimerEntry entry) {
        long time = Math.max(entry.due - origin, reached);
        int list = Long.SIZE - Long.numberOfLeadingZeros(time ^ reached);
        TimerEntry others = lists[list];
        entry.next = others;
        lists[list] = entry;
        earliest[list] = others == null ? time : Math.min(time, earliest[list]);
        filled |= 1L << list;
    }

    /** Returns the time at which the next entry is due, or the given one if that is earlier. */
    long nextDue(long latest) {
        if (filled == 0) {
            return latest;
        }
        long due = origin + earliest[Long.numberOfTrailingZeros(filled)];
        return due - latest < 0 ? due : latest;
    }

    /** Removes the entry that was due first; returns null if none is due. */
    @Nullable
    TimerEntry poll(long now) {
        while (filled != 0) {
            int list = Long.numberOfTrailingZeros(filled);
            if (earliest[list] > now - origin) {
                return null;
            }
            if (list == 0) {
                return first();
            }
            reached = earliest[list];
            TimerEntry left = takeAll(list);
            while (left != null) {
                TimerEntry next = left.next;
                put(left);
                left = next;
            }
        }
        return null;
    }

    private @Nullable TimerEntry first() {
        TimerEntry first = lists[0];
        if (first != null) {
            TimerEntry next = first.next;
            first.next = null;
            lists[0] = next;
            size--;
            if (next == null) {
                filled &= ~1L;
            }
        }
        return first;
    }

    private @Nullable TimerEntry takeAll(int list) {
        TimerEntry all = lists[list];
        lists[list] = null;
        filled &= ~(1L << list);
        return all;
    }

    /** Removes entries that no longer wait; returns how many. */
    int purge() {
        int before = size;
        for (int list = 0; list < LISTS; list++) {
            TimerEntry left = takeAll(list);
            while (left != null) {
                TimerEntry next = left.next;
                left.next = null;
                if (left.isWaiting()) {
                    put(left);
                } else {
                    size--;
                }
                left = next;
            }
        }
        return before - size;
    }
}
