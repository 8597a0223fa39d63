package dev.holdfast.logging;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.spi.Clock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each retry, give-up, rejection, fallback, change of a circuit breaker's state and hold of a rate limiter:
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder().listener(LoggingListener.create()).build();
 * }</pre>
 *
 * <p>Each {@link LogKind} has a level. Of one kind and one name of a call or policy at most ten lines are written in a second; the number of the others
 * follows in one line after ten seconds, with the next event of any kind, or with {@link #flush()}.
 *
 * <p>Lines have names, numbers, statuses, times and classes of exceptions. The messages of exceptions, which may have addresses and secrets, are left
 * out unless asked for. A successful call writes nothing, and keeps its quick path. Where the level of a kind is off, nothing is made or counted.
 *
 * <p>Thread-safe. One object serves any number of contexts.
 */
public final class LoggingListener implements ResilienceListener {

    private final Logger logger;

    /** Chosen by the user. */
    private final Map<LogKind, Level> levels;

    private final boolean messages;
    private final Clock clock;
    private final LineLimit limit;

    LoggingListener(Logger logger, Map<LogKind, Level> levels, int linesPerSecond, boolean messages, Clock clock) {
        this.logger = logger;
        this.levels = levels;
        this.messages = messages;
        this.clock = clock;
        this.limit = new LineLimit(linesPerSecond, clock.nanoTime());
    }

    /**
     * Returns a listener that writes to the logger {@code dev.holdfast}.
     *
     * @return a listener with all defaults
     */
    public static LoggingListener create() {
        return builder().build();
    }

    /**
     * Returns a builder.
     *
     * @return a builder with all defaults
     */
    public static LoggingListenerBuilder builder() {
        return new LoggingListenerBuilder();
    }

    @Override
    public void onRetry(AttemptEvent event) {
        if (admits(LogKind.RETRY, event.call())) {
            write(LogKind.RETRY, attempt(event) + "; next in " + text(event.delay()));
        }
    }

    @Override
    public void onGiveUp(AttemptEvent event) {
        if (admits(LogKind.GIVE_UP, event.call())) {
            write(LogKind.GIVE_UP, attempt(event) + "; no further attempt");
        }
    }

    @Override
    public void onRejected(RejectedEvent event) {
        if (admits(LogKind.REJECTION, event.call())) {
            Duration retryAfter = event.retryAfter();
            write(
                    LogKind.REJECTION,
                    event.call() + ": rejected by " + policy(event.rejection()) + " " + event.policy()
                            + (retryAfter.isZero() ? "" : "; no chance for " + text(retryAfter)));
        }
    }

    @Override
    public void onFallback(FallbackEvent event) {
        if (admits(LogKind.FALLBACK, event.call())) {
            write(LogKind.FALLBACK, event.call() + ": falls back after " + text(event.failure()));
        }
    }

    @Override
    public void onStateChange(StateChangeEvent event) {
        LogKind kind = kind(event.to());
        if (admits(kind, event.breaker())) {
            Throwable cause = event.cause();
            write(
                    kind,
                    event.breaker() + ": circuit breaker " + event.from() + " -> " + event.to() + ", "
                            + event.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + (cause == null ? "" : ", " + text(cause)));
        }
    }

    @Override
    public void onHold(HoldEvent event) {
        if (admits(LogKind.HOLD, event.limiter())) {
            write(LogKind.HOLD, event.limiter() + ": rate limiter holds calls for " + text(event.duration()));
        }
    }

    @Override
    public void onRelease(HoldEvent event) {
        if (admits(LogKind.RELEASE, event.limiter())) {
            write(LogKind.RELEASE, event.limiter() + ": hold over after " + text(event.duration()));
        }
    }

    /** Writes the numbers of all lines that were left out so far, such as at the end of a program. */
    public void flush() {
        limit.all(clock.nanoTime()).forEach(this::write);
    }

    private boolean admits(LogKind kind, String name) {
        Level level = level(kind);
        // Some loggers take OFF for a high level.
        if (level == Level.OFF || !logger.isLoggable(level)) {
            return false;
        }
        long now = clock.nanoTime();
        limit.due(now).forEach(this::write);
        return limit.admits(kind, name, now);
    }

    private void write(LineLimit.Summary summary) {
        write(summary.kind(), summary.text());
    }

    private void write(LogKind kind, String line) {
        logger.log(level(kind), line);
    }

    private Level level(LogKind kind) {
        return levels.getOrDefault(kind, kind.defaultLevel());
    }

    private String attempt(AttemptEvent event) {
        String what = event.status() != 0 ? "status " + event.status() : text(event.failure());
        return event.call() + ": attempt " + event.attempt() + " failed, " + what;
    }

    private String text(@Nullable Throwable failure) {
        if (failure == null) {
            return "bad result";
        }
        String message = messages ? failure.getMessage() : null;
        String name = failure.getClass().getName();
        // A line break in it would make up another line.
        return message == null ? name : name + ": " + message.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
    }

    private static String text(Duration duration) {
        long millis = duration.plusNanos(999_999).toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        String fraction = String.format(Locale.ROOT, ".%03d", millis % 1_000).replaceAll("\\.?0+$", "");
        return millis / 1_000 + fraction + " s";
    }

    private static String policy(RuntimeException rejection) {
        if (rejection instanceof CircuitOpenException) {
            return "circuit breaker";
        }
        if (rejection instanceof RateLimitedException) {
            return "rate limiter";
        }
        return rejection instanceof BulkheadFullException ? "bulkhead" : "policy";
    }

    private static LogKind kind(CircuitState to) {
        switch (to) {
            case CLOSED:
                return LogKind.CLOSED;
            case HALF_OPEN:
                return LogKind.HALF_OPENED;
            case DISABLED:
                return LogKind.DISABLED;
            default:
                return LogKind.OPENED;
        }
    }
}
