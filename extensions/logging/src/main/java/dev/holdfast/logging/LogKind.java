package dev.holdfast.logging;

import java.lang.System.Logger.Level;

/** The kinds of lines, each with a level of its own. */
public enum LogKind {

    /** An attempt failed, and another one follows. By default DEBUG. */
    RETRY(Level.DEBUG, "retries"),

    /** An attempt failed, and none follows. By default INFO, since the caller is told too. */
    GIVE_UP(Level.INFO, "give-ups"),

    /** A call or a further attempt was rejected. By default DEBUG. */
    REJECTION(Level.DEBUG, "rejections"),

    /** A call failed, and its fallback answers. By default INFO. */
    FALLBACK(Level.INFO, "fallbacks"),

    /** A circuit breaker opened. By default WARNING. */
    OPENED(Level.WARNING, "changes to OPEN"),

    /** A circuit breaker admits probes. By default DEBUG. */
    HALF_OPENED(Level.DEBUG, "changes to HALF_OPEN"),

    /** A circuit breaker closed. By default INFO. */
    CLOSED(Level.INFO, "changes to CLOSED"),

    /** A circuit breaker was disabled by hand. By default WARNING. */
    DISABLED(Level.WARNING, "changes to DISABLED"),

    /** A hold of a rate limiter began, or became longer. By default INFO. */
    HOLD(Level.INFO, "holds"),

    /** A hold of a rate limiter ended. By default DEBUG. */
    RELEASE(Level.DEBUG, "ends of holds");

    private final Level level;
    private final String plural;

    LogKind(Level level, String plural) {
        this.level = level;
        this.plural = plural;
    }

    /**
     * Returns the level without a choice of the user's.
     *
     * @return the level
     */
    public Level defaultLevel() {
        return level;
    }

    /** For a number of them. */
    String plural() {
        return plural;
    }
}
