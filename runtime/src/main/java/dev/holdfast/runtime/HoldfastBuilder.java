package dev.holdfast.runtime;

import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.ContextCarrier;
import dev.holdfast.runtime.spi.RandomSource;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.Timer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Holdfast} context. Not thread-safe; the built object is. */
public final class HoldfastBuilder {

    private Clock clock = Clock.system();
    private @Nullable Sleeper sleeper;
    private @Nullable Timer timer;
    private @Nullable Executor executor;
    private @Nullable RandomSource random;
    private ResilienceListener @Nullable [] listeners;
    private ContextCarrier @Nullable [] carriers;
    private @Nullable Overrides overrides;

    HoldfastBuilder() {}

    /** Returns the default context. Here, since the interface may know builders but not the engine. */
    static Holdfast defaults() {
        return Context.defaults();
    }

    /**
     * Sets the clock.
     *
     * @param clock the system clock by default
     * @return this
     */
    public HoldfastBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Sets the sleeper, for waits on the calling thread.
     *
     * @param sleeper parks the thread by default
     * @return this
     */
    public HoldfastBuilder sleeper(Sleeper sleeper) {
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        return this;
    }

    /**
     * Sets the timer, for waits between the attempts of asynchronous calls.
     *
     * @param timer by default a daemon thread of the context, started with the first wait; only this one keeps time
     *     limits while the executor is busy
     * @return this
     */
    public HoldfastBuilder timer(Timer timer) {
        this.timer = Objects.requireNonNull(timer, "timer");
        return this;
    }

    /**
     * Sets the executor on which asynchronous calls resume after a wait, begin further attempts and complete. If it
     * refuses a task, the call ends with its last answer; while it is busy, another thread keeps time limits. A direct
     * executor never runs tasks on the thread of the context's own timer.
     *
     * @param executor {@code ForkJoinPool.commonPool()} by default; may use virtual threads
     * @return this
     */
    public HoldfastBuilder executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor, "executor");
        return this;
    }

    /**
     * Sets the source of random numbers for jitter.
     *
     * @param random {@code ThreadLocalRandom} by default
     * @return this
     */
    public HoldfastBuilder random(RandomSource random) {
        this.random = Objects.requireNonNull(random, "random");
        return this;
    }

    /**
     * Adds a listener. Each event goes to all of them, in the order in which they were added, and an exception of one does
     * not keep it from the others.
     *
     * @param listener none by default; a {@link CallListener} hears of each call too, which costs each call some time
     * @return this
     */
    public HoldfastBuilder listener(ResilienceListener listener) {
        Objects.requireNonNull(listener, "listener");
        int known = listeners == null ? 0 : listeners.length;
        ResilienceListener[] more = listeners == null ? new ResilienceListener[1] : Arrays.copyOf(listeners, known + 1);
        more[known] = listener;
        listeners = more;
        return this;
    }

    /**
     * Adds a carrier of what belongs to the calling thread, such as a logger's context or a trace, to the other threads of
     * asynchronous calls.
     *
     * @param carrier none by default; only the thread's context class loader is carried then
     * @return this
     */
    public HoldfastBuilder carrier(ContextCarrier carrier) {
        Objects.requireNonNull(carrier, "carrier");
        int known = carriers == null ? 0 : carriers.length;
        ContextCarrier[] more = carriers == null ? new ContextCarrier[1] : Arrays.copyOf(carriers, known + 1);
        more[known] = carrier;
        carriers = more;
        return this;
    }

    /**
     * Sets the overrides of annotation values for clients in this context. Policies built by hand are not changed.
     *
     * @param overrides none by default
     * @return this
     */
    public HoldfastBuilder overrides(Overrides overrides) {
        this.overrides = Objects.requireNonNull(overrides, "overrides");
        return this;
    }

    /**
     * Builds the context.
     *
     * @return a new context
     */
    public Holdfast build() {
        return new Context(clock, sleeper, timer, executor, random, listeners, carriers, overrides);
    }
}
