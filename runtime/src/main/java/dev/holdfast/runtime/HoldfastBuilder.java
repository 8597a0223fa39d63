package dev.holdfast.runtime;

import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.ContextDraft;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.RandomSource;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.Timer;
import java.util.concurrent.Executor;

/** Builds a {@link Holdfast} context. Not thread-safe; what it builds is. */
public final class HoldfastBuilder {

    private final ContextDraft draft = new ContextDraft();

    HoldfastBuilder() {}

    /** Here, because an interface of the users' knows builders and not the engine. */
    static Holdfast defaults() {
        return Context.defaults();
    }

    /**
     * Sets where the time is read.
     *
     * @param clock the machine's by default
     * @return this
     */
    public HoldfastBuilder clock(Clock clock) {
        draft.clock(clock);
        return this;
    }

    /**
     * Sets how to wait on the calling thread.
     *
     * @param sleeper parks the thread by default
     * @return this
     */
    public HoldfastBuilder sleeper(Sleeper sleeper) {
        draft.sleeper(sleeper);
        return this;
    }

    /**
     * Sets how to wait between the attempts of asynchronous calls.
     *
     * @param timer one daemon thread of the context's own by default, which begins with the first wait; only with that are time limits kept where the
     *     executor is busy
     * @return this
     */
    public HoldfastBuilder timer(Timer timer) {
        draft.timer(timer);
        return this;
    }

    /**
     * Sets where asynchronous calls go on after a wait: further attempts begin there, and results are handed on from there. Where it refuses a task, the call
     * ends with its last answer; where it is busy, time limits are kept on another thread. One that runs tasks in the calling thread does not
     * run them in that of the context's own timer.
     *
     * @param executor {@code ForkJoinPool.commonPool()} by default; may be one of virtual threads
     * @return this
     */
    public HoldfastBuilder executor(Executor executor) {
        draft.executor(executor);
        return this;
    }

    /**
     * Sets where random numbers for jitter come from.
     *
     * @param random {@code ThreadLocalRandom} by default
     * @return this
     */
    public HoldfastBuilder random(RandomSource random) {
        draft.random(random);
        return this;
    }

    /**
     * Sets who is told of what happens.
     *
     * @param listener none by default
     * @return this
     */
    public HoldfastBuilder listener(ResilienceListener listener) {
        draft.listener(listener);
        return this;
    }

    /**
     * Sets what changes the annotations' values in clients that are made in this context. Does not change what is built by hand.
     *
     * @param overrides none by default
     * @return this
     */
    public HoldfastBuilder overrides(Overrides overrides) {
        draft.overrides(overrides);
        return this;
    }

    /**
     * Builds the context.
     *
     * @return a new context
     */
    public Holdfast build() {
        return draft.make();
    }
}
