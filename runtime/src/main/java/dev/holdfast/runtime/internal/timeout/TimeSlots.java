package dev.holdfast.runtime.internal.timeout;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The attempts under way with a time limit, of all contexts, each in a place of its thread: the outermost attempt of a
 * thread is found without a thread local. A thread whose place is taken by another goes astray, to the first free one of
 * its places in further segments, each twice as long as the one before. Beyond those an attempt gets a timer's task.
 */
public final class TimeSlots {

    private static final int HOMES = 256;

    /** With 32,512 places in all, of four bytes each; objects are made on use, and dropped when they are not in use. */
    private static final int MOST_SEGMENTS = 7;

    static final AtomicReferenceArray<@Nullable TimeSlot> FIRST = new AtomicReferenceArray<>(HOMES);

    /** By homes, the number of threads that have attempts elsewhere. */
    private static final AtomicIntegerArray STRAYS = new AtomicIntegerArray(HOMES);

    private static final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable TimeSlot>> SEGMENTS =
            new AtomicReferenceArray<>(MOST_SEGMENTS);

    static {
        SEGMENTS.set(0, FIRST);
    }

    private TimeSlots() {}

    private static int home(Thread thread) {
        return (int) thread.getId() & HOMES - 1;
    }

    /** Claims the place of a thread that has no attempts elsewhere; returns null where that is not so simple. */
    public static @Nullable TimeSlot claimHome(Thread thread) {
        int home = home(thread);
        TimeSlot slot = FIRST.get(home);
        return slot != null && STRAYS.get(home) == 0 && slot.tryClaim() ? slot : null;
    }

    /** Claims any place of a thread that has no attempt under way; returns null if it needs a new object, or all are taken. */
    public static @Nullable TimeSlot claim(Thread thread) {
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            AtomicReferenceArray<@Nullable TimeSlot> cells = SEGMENTS.get(i);
            TimeSlot slot = cells == null ? null : cells.get(index(thread, cells));
            if (slot == null || slot.phase() == TimeSlot.ENDED) {
                return null;
            }
            if (slot.tryClaim()) {
                return slot;
            }
        }
        return null;
    }

    /** Gives a new object a place; returns false if all are taken. */
    public static boolean add(Thread thread, TimeSlot made) {
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            AtomicReferenceArray<@Nullable TimeSlot> cells = segment(i);
            int index = index(thread, cells);
            TimeSlot there = cells.get(index);
            if (there == null || there.phase() == TimeSlot.ENDED) {
                made.cells = cells;
                made.index = index;
                if (cells.compareAndSet(index, there, made)) {
                    return true;
                }
            }
        }
        made.cells = null;
        return false;
    }

    private static int index(Thread thread, AtomicReferenceArray<@Nullable TimeSlot> cells) {
        return (int) thread.getId() & cells.length() - 1;
    }

    private static AtomicReferenceArray<@Nullable TimeSlot> segment(int number) {
        AtomicReferenceArray<@Nullable TimeSlot> found = SEGMENTS.get(number);
        while (found == null) {
            SEGMENTS.compareAndSet(number, null, new AtomicReferenceArray<>(HOMES << number));
            found = SEGMENTS.get(number);
        }
        return found;
    }

    /** Returns the cells of a segment, or null if there is none yet. */
    static @Nullable AtomicReferenceArray<@Nullable TimeSlot> cells(int segment) {
        return segment < MOST_SEGMENTS ? SEGMENTS.get(segment) : null;
    }

    /** Returns the attempt under way of a thread, or null. */
    public static @Nullable TimeSlot find(Thread thread) {
        boolean strays = hasStrays(thread);
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            AtomicReferenceArray<@Nullable TimeSlot> cells = SEGMENTS.get(i);
            TimeSlot slot = cells == null ? null : cells.get(index(thread, cells));
            if (slot != null && slot.isUnderWay(thread)) {
                return slot;
            }
            if (!strays || cells == null) {
                return null;
            }
        }
        return null;
    }

    /** Returns whether a thread may have attempts that are not in its own place. */
    public static boolean hasStrays(Thread thread) {
        return STRAYS.get(home(thread)) != 0;
    }

    public static void addStray(Thread thread) {
        STRAYS.incrementAndGet(home(thread));
    }

    public static void removeStray(Thread thread) {
        STRAYS.decrementAndGet(home(thread));
    }
}
