package dev.holdfast.runtime;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What clients share: the clock, waits, random numbers and listener, and the breakers and limiters that have a name of their
 * own. Two contexts know nothing of each other.
 *
 * <p>Most programs need none: {@link #defaults()} serves every client that is made without one. A context of one's own is for
 * tests in virtual time, for a listener, or to keep the named instances of two parts of a program apart. Thread-safe.
 */
public final class Holdfast {

    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomSource random;
    private final Events events;
    private final ConcurrentMap<String, Shared<CircuitBreaker>> breakers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Shared<RateLimiter>> limiters = new ConcurrentHashMap<>();

    Holdfast(Clock clock, Sleeper sleeper, RandomSource random, @Nullable ResilienceListener listener) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.events = listener == null ? Events.NONE : new Events(listener);
    }

    /**
     * Returns the context of clients that are made without one. Made when first asked for.
     *
     * @return the one default context
     */
    public static Holdfast defaults() {
        return Defaults.INSTANCE;
    }

    /**
     * Starts to build a context of one's own.
     *
     * @return a builder
     */
    public static HoldfastBuilder builder() {
        return new HoldfastBuilder();
    }

    /**
     * Returns the breaker that this context shares under the name in the settings, made at the first call.
     *
     * @param settings name and settings
     * @param usedBy who asks, such as an interface's name, for the error message
     * @return the one breaker of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a breaker of that name was made with other settings; names both places
     */
    public CircuitBreaker circuitBreaker(CircuitBreakerBuilder settings, String usedBy) {
        String name = Settings.sharedName(settings.name);
        BreakerSettings wanted = settings.settings(clock, events);
        return share(breakers, "circuit breaker", name, new CircuitBreaker(wanted), wanted.toString(), usedBy);
    }

    /**
     * Returns the limiter that this context shares under the name in the settings, made at the first call.
     *
     * @param settings name and settings
     * @param usedBy who asks, such as an interface's name, for the error message
     * @return the one limiter of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a limiter of that name was made with other settings; names both places
     */
    public RateLimiter rateLimiter(RateLimiterBuilder settings, String usedBy) {
        String name = Settings.sharedName(settings.name);
        LimiterSettings wanted = settings.settings(clock, events);
        return share(limiters, "rate limiter", name, new RateLimiter(wanted), wanted.toString(), usedBy);
    }

    Clock clock() {
        return clock;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    RandomSource random() {
        return random;
    }

    Events events() {
        return events;
    }

    private static <T> T share(
            ConcurrentMap<String, Shared<T>> known, String kind, String name, T made, String settings, String usedBy) {
        Objects.requireNonNull(usedBy, "usedBy");
        Shared<T> first = known.putIfAbsent(name, new Shared<>(made, settings, usedBy));
        if (first == null) {
            return made;
        }
        if (!first.settings.equals(settings)) {
            throw new IllegalStateException("The " + kind + " '" + name + "' is shared, but its settings differ: "
                    + first.usedBy + " has " + first.settings + "; " + usedBy + " has " + settings);
        }
        return first.instance;
    }

    /** A named instance, with what is needed to tell a later claimant that it wants something else. */
    private static final class Shared<T> {

        private final T instance;
        private final String settings;
        private final String usedBy;

        Shared(T instance, String settings, String usedBy) {
            this.instance = instance;
            this.settings = settings;
            this.usedBy = usedBy;
        }
    }

    /** Loaded, and so made, by the first call that needs it. */
    private static final class Defaults {

        static final Holdfast INSTANCE = new HoldfastBuilder().build();
    }
}
