package dev.holdfast.runtime;

import dev.holdfast.runtime.spi.Timer;
import dev.holdfast.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** A timer in virtual time that knows which limits of attempts it was given. */
final class LimitTimers implements Timer {

    private final VirtualTime time;
    private final Runnable duringWait;
    private final List<Future<?>> limits = new ArrayList<>();

    LimitTimers(VirtualTime time, Runnable duringWait) {
        this.time = time;
        this.duringWait = duringWait;
    }

    @Override
    public Future<?> schedule(Runnable task, long nanos) {
        duringWait.run();
        return time.schedule(task, nanos);
    }

    @Override
    public Future<?> scheduleTimeout(Runnable task, long nanos) {
        Future<?> limit = time.scheduleTimeout(task, nanos);
        limits.add(limit);
        return limit;
    }

    /** How many there were. */
    public int count() {
        return limits.size();
    }

    /** How many have neither run nor been taken back. */
    public long left() {
        return limits.stream().filter(limit -> !limit.isDone()).count();
    }
}
