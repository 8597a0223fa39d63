package dev.holdfast.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a bulkhead is to do with numbered calls, written down as plainly as possible: for one thread, with lists. */
final class PlainBulkhead {

    private final int maxConcurrent;
    private final long maxWait;

    /** Calls under way, in the order in which they were let through. */
    final List<Integer> running = new ArrayList<>();

    public final List<Integer> rejected = new ArrayList<>();
    private final List<Waiter> waiters = new ArrayList<>();

    PlainBulkhead(int maxConcurrent, long maxWait) {
        this.maxConcurrent = maxConcurrent;
        this.maxWait = maxWait;
    }

    public void call(int number, long now) {
        if (running.size() < maxConcurrent) {
            running.add(number);
        } else if (maxWait == 0) {
            rejected.add(number);
        } else {
            waiters.add(new Waiter(number, now + maxWait));
        }
    }

    /** A call has ended, or is not wanted any more. */
    public void end(int number) {
        waiters.removeIf(each -> each.number == number);
        if (running.remove((Integer) number) && !waiters.isEmpty()) {
            running.add(waiters.remove(0).number);
        }
    }

    public void advanceTo(long now) {
        while (!waiters.isEmpty() && waiters.get(0).end <= now) {
            rejected.add(waiters.remove(0).number);
        }
    }

    public List<Integer> waiting() {
        return waiters.stream().map(each -> each.number).collect(Collectors.toList());
    }

    public int available() {
        return maxConcurrent - running.size();
    }

    private record Waiter(int number, long end) {}
}
