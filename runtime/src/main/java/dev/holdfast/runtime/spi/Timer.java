package dev.holdfast.runtime.spi;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks after a delay: between the attempts of asynchronous calls, and when the time of an attempt is up. Must be
 * thread-safe. The tasks are short: they leave the rest of the work to the context's executor.
 */
public interface Timer {

    /**
     * Runs a task once, after at least the given delay.
     *
     * @param task the task
     * @param nanos the delay in nanoseconds; zero or less means soon
     * @return a future that can be cancelled until the task runs
     * @throws RejectedExecutionException if the timer accepts no more tasks
     */
    Future<?> schedule(Runnable task, long nanos);

    /**
     * The same for the time limit of an attempt: no call waits for the task, and it is usually cancelled early.
     *
     * @param task the task
     * @param nanos the delay in nanoseconds; zero or less means soon
     * @return a future that can be cancelled until the task runs
     * @throws RejectedExecutionException if the timer accepts no more tasks
     */
    default Future<?> scheduleTimeout(Runnable task, long nanos) {
        return schedule(task, nanos);
    }
}
