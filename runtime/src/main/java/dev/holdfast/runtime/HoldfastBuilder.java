package dev.holdfast.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Holdfast} context. Not thread-safe; what it builds is. */
public final class HoldfastBuilder {

    private Clock clock = Clock.system();
    private Sleeper sleeper = Sleeper.system();
    private RandomSource random = RandomSource.system();
    private @Nullable ResilienceListener listener;

    HoldfastBuilder() {}

    /**
     * Sets where the time is read.
     *
     * @param clock the machine's by default
     * @return this
     */
    public HoldfastBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Sets how to wait on the calling thread.
     *
     * @param sleeper parks the thread by default
     * @return this
     */
    public HoldfastBuilder sleeper(Sleeper sleeper) {
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        return this;
    }

    /**
     * Sets where random numbers for jitter come from.
     *
     * @param random {@code ThreadLocalRandom} by default
     * @return this
     */
    public HoldfastBuilder random(RandomSource random) {
        this.random = Objects.requireNonNull(random, "random");
        return this;
    }

    /**
     * Sets who is told of what happens.
     *
     * @param listener none by default
     * @return this
     */
    public HoldfastBuilder listener(ResilienceListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Builds the context.
     *
     * @return a new context
     */
    public Holdfast build() {
        return new Holdfast(clock, sleeper, random, listener);
    }
}
