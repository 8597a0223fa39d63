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
 * <p>A named instance lives as long as its context, also while no client has it: a breaker stays open. It keeps no class loader: when the
 * exceptions that a breaker names are unloaded with the clients that named them, its name is free again.
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

    /** Whether the executor has turned out to have no threads. */
    private volatile boolean threadless;

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
        BreakerSettings wanted = settings.settings(true, clock, events);
        CircuitBreaker made = new CircuitBreaker(wanted);
        return share(
                breakers,
                "circuit breaker",
                name,
                new Shared<>(made, wanted.toString(), usedBy, wanted.monitored, wanted.ignored));
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
        RateLimiter made = new RateLimiter(wanted);
        return share(limiters, "rate limiter", name, new Shared<>(made, wanted.toString(), usedBy));
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
        Bulkhead made = new Bulkhead(wanted);
        return share(bulkheads, "bulkhead", name, new Shared<>(made, wanted.toString(), usedBy));
    }

    /**
     * Ends the threads that this context made for the waits of asynchronous calls, if there were any. Calls that wait there end
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
    ReliefThreads relief() {
        ReliefThreads made = relief;
        return made == null ? makeRelief() : made;
    }

    private ReliefThreads makeRelief() {
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

    /** Whether the calling thread is that of a timer of the context's own, which must run nobody's code. */
    boolean isTimerThread() {
        SystemTimer made = ownTimer;
        return made != null && made.isItsThread();
    }

    boolean hasForeignTimer() {
        return timer != null;
    }

    boolean hasForeignExecutor() {
        return executor != null;
    }

    /**
     * Gives a task to the executor: one that was given to the context, or the common pool, as for {@code CompletableFuture}. False if
     * that has no thread for it, in which case it may have the task all the same.
     */
    boolean execute(Runnable task) {
        if (threadless) {
            return false;
        }
        Executor given = executor == null ? ForkJoinPool.commonPool() : executor;
        given.execute(task);
        // A pool with a parallelism of zero does not say so. It would make a thread now, or never.
        boolean hasNone = given instanceof ForkJoinPool && ((ForkJoinPool) given).getPoolSize() == 0;
        if (hasNone && executor == null) {
            threadless = true;
        }
        return !hasNone;
    }

    RandomSource random() {
        return random;
    }

    Events events() {
        return events;
    }

    private static <T> T share(ConcurrentMap<String, Shared<T>> known, String kind, String name, Shared<T> wanted) {
        for (Shared<T> first = known.putIfAbsent(name, wanted); first != null; ) {
            if (first.isSame(wanted)) {
                return first.instance;
            }
            if (!first.isGone()) {
                throw new IllegalStateException("The " + kind + " '" + name + "' is shared, but its settings differ: "
                        + first.usedBy + " has " + first.settings + "; " + wanted.usedBy + " has "
                        + wanted.settings(first));
            }
            known.remove(name, first);
            first = known.putIfAbsent(name, wanted);
        }
        return wanted.instance;
    }

    /**
     * A named instance, with what is needed to tell a later claimant that it wants something else. It is kept for as long as the
     * context, whether or not there are clients, for a breaker must not forget that it is open; but without its classes, which go
     * with their clients' class loader. Then the name is free again.
     */
    private static final class Shared<T> {

        private final T instance;
        private final String settings;
        private final String usedBy;
        private final ClassSet[] classes;

        Shared(T instance, String settings, String usedBy, ClassSet... classes) {
            this.instance = instance;
            this.settings = settings;
            this.usedBy = Objects.requireNonNull(usedBy, "usedBy");
            this.classes = classes;
        }

        boolean isSame(Shared<T> other) {
            boolean same = settings.equals(other.settings);
            for (int i = 0; same && i < classes.length; i++) {
                same = classes[i].isSame(other.classes[i]);
            }
            return same;
        }

        /** Whether the clients that made it are gone with their classes. */
        boolean isGone() {
            for (ClassSet each : classes) {
                if (each.isGone()) {
                    return true;
                }
            }
            return false;
        }

        String settings(Shared<T> first) {
            return settings.equals(first.settings)
                    ? settings + ", with classes of these names from another class loader; give what is loaded apart a"
                            + " Holdfast context of its own"
                    : settings;
        }
    }

    /** Loaded, and so made, by the first call that needs it. */
    private static final class Defaults {

        static final Holdfast INSTANCE = new HoldfastBuilder().build();
    }
}
