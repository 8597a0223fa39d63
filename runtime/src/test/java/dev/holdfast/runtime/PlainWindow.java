package dev.holdfast.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A window of calls, written plainly: a list of them. A model for tests, of one thread. */
final class PlainWindow {

    private record Call(long slice, boolean marked) {}

    private final int size;
    private final long sliceNanos;
    private final int minimum;
    private final LongSupplier age;
    private final List<Call> calls = new ArrayList<>();
    private long latest;
    private boolean sampling;
    private int unmarked;
    private boolean spread;

    /**
     * An empty window.
     *
     * @param size how many calls it covers, 0 for a window of time
     * @param nanos how long it is, for one of time
     * @param age the time since the window was made
     */
    PlainWindow(int size, long nanos, int minimum, LongSupplier age) {
        this.size = size;
        this.sliceNanos = nanos / 10;
        this.minimum = minimum;
        this.age = age;
    }

    private long slice() {
        return age.getAsLong() / sliceNanos;
    }

    /** Whether the breaker looks at the rate after this call. */
    public boolean add(boolean marked) {
        if (size > 0) {
            calls.add(new Call(0, marked));
            if (calls.size() > size) {
                calls.remove(0);
            }
            return true;
        }
        boolean sampled = sampling && !marked;
        long before = latest;
        if (!sampled) {
            latest = slice();
        }
        calls.add(new Call(latest, marked));
        unmarked += marked ? 0 : 1;
        if (sampled && unmarked % 16 != 0) {
            return false;
        }
        latest = slice();
        calls.removeIf(call -> call.slice() < latest - 9);
        sampling = latest == before && calls.size() >= minimum;
        return true;
    }

    private List<Call> present() {
        if (size > 0) {
            return calls;
        }
        // Calls are in the order of their slices.
        long oldest = slice() - 9;
        int left = 0;
        while (left < calls.size() && calls.get(left).slice() < oldest) {
            left++;
        }
        return calls.subList(left, calls.size());
    }

    /** Forgets the unmarked calls, of which each sixteenth is sampled: stripes begin to count anew. */
    public void spread() {
        unmarked = spread ? unmarked : 0;
        spread = true;
    }

    public int calls() {
        return present().size();
    }

    public int marked() {
        int marked = 0;
        for (Call call : present()) {
            marked += call.marked() ? 1 : 0;
        }
        return marked;
    }

    boolean reaches(int percent) {
        return percent > 0 && calls() >= minimum && 100.0 * marked() / calls() >= percent;
    }
}
