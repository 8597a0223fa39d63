package dev.holdfast.runtime.spi;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * How Holdfast waits where no thread waits: between the attempts of asynchronous calls, and for the time of an attempt to be up. Implementations are thread-safe. What
 * they run is short: it gives the rest to the context's executor, on the thread that runs it.
 */
public interface Timer {

    /**
     * Runs a task once, never before a delay is over.
     *
     * @param task what to run
     * @param nanos the delay, in nanoseconds; zero or less means soon
     * @return by {@link Future#cancel} the task is forgotten, unless it has been run
     * @throws RejectedExecutionException if the timer takes no tasks any more
     */
    Future<?> schedule(Runnable task, long nanos);

    /**
     * The same for what is to happen when an attempt takes too long: nobody waits for it, and it is mostly forgotten before its time.
     *
     * @param task what to run
     * @param nanos the delay, in nanoseconds; zero or less means soon
     * @return by {@link Future#cancel} the task is forgotten, unless it has been run
     * @throws RejectedExecutionException if the timer takes no tasks any more
     */
    default Future<?> scheduleTimeout(Runnable task, long nanos) {
        return schedule(task, nanos);
    }
}
