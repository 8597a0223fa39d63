package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.RandomSource;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.Timer;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Context}. */
public final class ContextDraft {

    public Clock clock = Clock.system();
    public Sleeper sleeper = Sleeper.system();
    public RandomSource random = RandomSource.system();

    public @Nullable Timer timer;

    public @Nullable Executor executor;

    public @Nullable ResilienceListener listener;

    public @Nullable Overrides overrides;

    public Context make() {
        return new Context(this);
    }
}
