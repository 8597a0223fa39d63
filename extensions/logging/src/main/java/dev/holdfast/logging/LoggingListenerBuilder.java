package dev.holdfast.logging;

import dev.holdfast.runtime.spi.Clock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a {@link LoggingListener}. */
public final class LoggingListenerBuilder {

    private final Map<LogKind, Level> levels = new EnumMap<>(LogKind.class);
    private @Nullable Logger logger;
    private int linesPerSecond = 10;
    private boolean messages;
    private Clock clock = Clock.system();

    LoggingListenerBuilder() {}

    /**
     * Sets the logger. Without it, the one with the name {@code dev.holdfast}.
     *
     * @param logger the logger
     * @return this
     */
    public LoggingListenerBuilder logger(Logger logger) {
        this.logger = Objects.requireNonNull(logger, "logger");
        return this;
    }

    /**
     * Sets the level of a kind.
     *
     * @param kind the kind
     * @param level the level; OFF to write none
     * @return this
     */
    public LoggingListenerBuilder level(LogKind kind, Level level) {
        levels.put(Objects.requireNonNull(kind, "kind"), Objects.requireNonNull(level, "level"));
        return this;
    }

    /**
     * Sets how many lines of one kind and one name are written in a second. Without it 10.
     *
     * @param lines at least 1
     * @return this
     * @throws IllegalArgumentException if there are less
     */
    public LoggingListenerBuilder linesPerSecond(int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException("at least one line a second: " + lines);
        }
        this.linesPerSecond = lines;
        return this;
    }

    /**
     * Writes the messages of exceptions too. They may have addresses, parts of requests and answers, and secrets.
     *
     * @return this
     */
    public LoggingListenerBuilder withMessages() {
        this.messages = true;
        return this;
    }

    /**
     * Sets the clock that lines are limited by, for tests. Without it, that of the system.
     *
     * @param clock the clock
     * @return this
     */
    public LoggingListenerBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Returns the listener.
     *
     * @return a new listener
     */
    public LoggingListener build() {
        return new LoggingListener(
                logger == null ? System.getLogger("dev.holdfast") : logger,
                new EnumMap<>(levels),
                linesPerSecond,
                messages,
                clock);
    }
}
