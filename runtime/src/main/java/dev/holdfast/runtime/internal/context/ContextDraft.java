package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.RandomSource;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.Timer;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Context}, each checked when it is set. */
public final class ContextDraft {

    public Clock clock = Clock.system();
    public Sleeper sleeper = Sleeper.system();
    public RandomSource random = RandomSource.system();

    public @Nullable Timer timer;

    public @Nullable Executor executor;

    public @Nullable ResilienceListener listener;

    public @Nullable Overrides overrides;

    public ContextDraft() {}

    public void clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    public void sleeper(Sleeper sleeper) {
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
    }

    public void timer(Timer timer) {
        this.timer = Objects.requireNonNull(timer, "timer");
    }

    public void executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    public void random(RandomSource random) {
        this.random = Objects.requireNonNull(random, "random");
    }

    public void listener(ResilienceListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    public void overrides(Overrides overrides) {
        this.overrides = Objects.requireNonNull(overrides, "overrides");
    }

    public Context make() {
        return new Context(this);
    }
}
