package dev.holdfast.runtime;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * What clients share: the clock, waits, threads, random numbers, listener and overrides, and the breakers, limiters and bulkheads that have
 * a name of their own. Two contexts know nothing of each other.
 *
 * <p>Most programs need none: {@link #defaults()} serves every client that is made without one. A context of one's own is for
 * tests in virtual time, for a listener, or to keep the named instances of two parts of a program apart. Thread-safe.
 */
public final class Holdfast implements AutoCloseable {

    private final Clock clock;
    private final Sleeper sleeper;

    /** Null for one of the context's own. */
    private final @Nullable Timer timer;

    /** The context's own, made when one is needed. Written with {@link #breakers} locked. */
    private volatile @Nullable SystemTimer ownTimer;

    /** Null for the common pool. */
    private final @Nullable Executor executor;

    /** Made when it is needed. Written with {@link #breakers} locked. */
    private volatile @Nullable ReliefThreads relief;

    private final RandomSource random;
    private final Events events;
    private final @Nullable Overrides overrides;

    /** For all clients, where there are no overrides. */
    private final ClientSetup plainSetup = new ClientSetup(this, null);

    private volatile boolean closed;
    private final ConcurrentMap<String, Shared<CircuitBreaker>> breakers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Shared<RateLimiter>> limiters = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Shared<Bulkhead>> bulkheads = new ConcurrentHashMap<>();

    Holdfast(HoldfastBuilder builder) {
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.timer = builder.timer;
        this.executor = builder.executor;
        this.random = builder.random;
        this.events = builder.listener == null ? Events.NONE : new Events(builder.listener);
        this.overrides = builder.overrides;
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

    /**
     * Returns the bulkhead that this context shares under the name in the settings, made at the first call.
     *
     * @param settings name and settings
     * @param usedBy who asks, such as an interface's name, for the error message
     * @return the one bulkhead of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a bulkhead of that name was made with other settings; names both places
     */
    public Bulkhead bulkhead(BulkheadBuilder settings, String usedBy) {
        String name = Settings.sharedName(settings.name);
        BulkheadSettings wanted = settings.settings(sleeper);
        return share(bulkheads, "bulkhead", name, new Bulkhead(wanted), wanted.toString(), usedBy);
    }

    /**
     * Ends the thread that this context made for the waits of asynchronous calls, if there was one. Calls that wait there end
     * at once with their last answer, and the time of attempts is not limited any more; calls that wait in a timer that was given to the context do when their wait is over; later
     * ones are not retried after a wait. Synchronous calls, which wait on threads of their own, and a timer or executor that was
     * given to the context are not touched. Closing the default context, or one that is closed, does nothing.
     */
    @Override
    public void close() {
        if (this == Defaults.INSTANCE) {
            return;
        }
        SystemTimer made;
        ReliefThreads threads;
        synchronized (breakers) {
            closed = true;
            made = ownTimer;
            threads = relief;
        }
        if (made != null) {
            made.close();
        }
        if (threads != null) {
            threads.close();
        }
    }

    ClientSetup setup(String client) {
        return overrides == null ? plainSetup : new ClientSetup(this, new ClientOverrides(this, overrides, client));
    }

    boolean isClosed() {
        return closed;
    }

    Clock clock() {
        return clock;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    Timer timer() {
        if (timer != null) {
            return timer;
        }
        SystemTimer made = ownTimer;
        return made == null ? makeTimer() : made;
    }

    private Timer makeTimer() {
        synchronized (breakers) {
            SystemTimer made = ownTimer;
            if (made == null) {
                made = new SystemTimer();
                if (closed) {
                    made.close();
                }
                ownTimer = made;
            }
            return made;
        }
    }

    /** Threads for what must not be the timer's to do, and must not wait for the executor. */
    Executor relief() {
        ReliefThreads made = relief;
        return made == null ? makeRelief() : made;
    }

    private Executor makeRelief() {
        synchronized (breakers) {
            ReliefThreads made = relief;
            if (made == null) {
                made = new ReliefThreads();
                if (closed) {
                    made.close();
                }
                relief = made;
            }
            return made;
        }
    }

    Executor executor() {
        return executor == null ? CommonPool.INSTANCE : executor;
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

    /**
     * The common pool, as for {@code CompletableFuture}; where that has no threads, a new one for each task. Asked for when there is a task
     * and not before: Android has it from API level 24 on, which a client without asynchronous methods does not need.
     */
    private static final class CommonPool implements Executor {

        static final Executor INSTANCE = new CommonPool();

        @Override
        public void execute(Runnable task) {
            if (ForkJoinPool.getCommonPoolParallelism() > 0) {
                ForkJoinPool.commonPool().execute(task);
                return;
            }
            Thread thread = new Thread(task, "holdfast-retry");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Loaded, and so made, by the first call that needs it. */
    private static final class Defaults {

        static final Holdfast INSTANCE = new HoldfastBuilder().build();
    }
}
