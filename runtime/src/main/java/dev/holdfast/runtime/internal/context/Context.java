package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.ReloadResult;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.internal.unit.ClassSet;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.ContextCarrier;
import dev.holdfast.runtime.spi.RandomSource;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.Timer;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** The implementation of {@link Holdfast}. */
public final class Context implements Holdfast {

    /** Of clients that were given no context. A field of this class, since a holder would be one class more to load. */
    private static final Context DEFAULT = new Context(Clock.system(), null, null, null, null, null, null, null);

    private final Clock clock;

    /** The user's sleeper; null for the system's. */
    private final @Nullable Sleeper sleeper;

    /** The user's timer; null for the context's own. */
    private final @Nullable Timer timer;

    /** The context's own timer, created on demand. Written with {@link #named} locked. */
    private volatile @Nullable SystemTimer ownTimer;

    /** The user's executor; null for the common pool. */
    private final @Nullable Executor executor;

    /** Created on demand. Written with {@link #named} locked. */
    private volatile @Nullable ReliefThreads relief;

    /** Whether the executor has no threads, as was found out. */
    private volatile boolean threadless;

    /** Created on demand by the room of time limits. Written with {@link #named} locked. */
    private volatile @Nullable ContextWatch watch;

    /** Whether time is the system's, which no test moves. */
    private final boolean systemTime;

    /** The user's random numbers; null for the system's. */
    private final @Nullable RandomSource random;

    /** Null without a listener. */
    private final @Nullable Events events;

    /** Null for none, so that no class is loaded. */
    private final ContextCarrier @Nullable [] carriers;

    /** Null for none, which no reload changes. Replaced with {@link #named} locked. */
    volatile @Nullable Overrides overrides;

    /** The number of reloads, to be read before the overrides. Written with {@link #named} locked. */
    volatile int reloads;

    private volatile boolean closed;

    /** Named instances by kind and name. */
    final ConcurrentMap<String, Shared<?>> named = new ConcurrentHashMap<>();

    /**
     * Weak references to the settings of unnamed policies of clients, which keep them, and to clients with overrides. Used with {@link #named}
     * locked.
     */
    Reference<?>[] listed = new Reference<?>[4];

    int listedCount;

    /** Creates a context; what is null is the system's, the context's own, or missing. */
    public Context(
            Clock clock,
            @Nullable Sleeper sleeper,
            @Nullable Timer timer,
            @Nullable Executor executor,
            @Nullable RandomSource random,
            ResilienceListener @Nullable [] listeners,
            ContextCarrier @Nullable [] carriers,
            @Nullable Overrides overrides) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.timer = timer;
        this.systemTime = timer == null && Clock.system().equals(clock);
        this.executor = executor;
        this.random = random;
        this.events = listeners == null ? null : new Events(listeners);
        this.carriers = carriers;
        this.overrides = overrides;
    }

    @Override
    public void close() {
        if (this == DEFAULT) {
            return;
        }
        SystemTimer made;
        ReliefThreads threads;
        ContextWatch attempts;
        synchronized (named) {
            closed = true;
            made = ownTimer;
            threads = relief;
            attempts = watch;
        }
        if (attempts != null) {
            attempts.contextClosed();
        }
        if (made != null) {
            made.close();
        }
        if (threads != null) {
            threads.close();
        }
    }

    /** Returns the default context. */
    public static Context defaults() {
        return DEFAULT;
    }

    /** Returns a user's context as its implementation. */
    public static Context of(Holdfast holdfast) {
        return Settings.given(Context.class, Objects.requireNonNull(holdfast, "holdfast"));
    }

    /** Returns the overrides of clients, or null for none. */
    public @Nullable Overrides overrides() {
        return overrides;
    }

    /** Builds a policy of nobody. */
    public <P> P make(PolicySettings<P> settings) {
        return settings.make(this);
    }

    /**
     * Builds a policy of a client.
     *
     * @param method {@link ClientOverrides#ON_TYPE} for the interface
     */
    public <P> P make(PolicySettings<P> settings, String client, String method) {
        return settings.make(this, client, method).policy();
    }

    /**
     * Returns the policy that is shared by its name.
     *
     * @param usedBy the client, for the message about different settings
     */
    public <P> P share(PolicySettings<P> settings, String usedBy) {
        return settings.share(this, usedBy, "", null);
    }

    public boolean isClosed() {
        return closed;
    }

    public Clock clock() {
        return clock;
    }

    public Sleeper sleeper() {
        return sleeper == null ? Sleeper.system() : sleeper;
    }

    public Timer timer() {
        if (timer != null) {
            return timer;
        }
        SystemTimer made = ownTimer;
        // Cast, because the JVM would load Timer to see that an assignment is right.
        return (Timer) (Object) (made == null ? makeTimer() : made);
    }

    private SystemTimer makeTimer() {
        synchronized (named) {
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

    /** Returns whether clock and timer are the system's. */
    public boolean hasSystemTime() {
        return systemTime;
    }

    /** Returns the watch over attempts, or null if there is none yet. */
    public @Nullable ContextWatch watch() {
        return watch;
    }

    /** Returns the watch over attempts: the given one if there is none yet. */
    public ContextWatch watch(ContextWatch made) {
        boolean late;
        ContextWatch first;
        synchronized (named) {
            first = watch;
            late = first == null && closed;
            if (first == null) {
                first = made;
                watch = made;
            }
        }
        if (late) {
            made.contextClosed();
        }
        return first;
    }

    /** Returns the threads in reserve. */
    public ReliefThreads relief() {
        ReliefThreads made = relief;
        return made == null ? makeRelief() : made;
    }

    private ReliefThreads makeRelief() {
        synchronized (named) {
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

    /** Returns whether the calling thread is that of the context's own timer, which must not run foreign code. */
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
     * Gives a task to the executor: the user's, or the common pool. Returns false if the executor has no thread, though
     * it may have the task.
     */
    boolean execute(Runnable task) {
        if (threadless) {
            return false;
        }
        Executor given = executor == null ? ForkJoinPool.commonPool() : executor;
        given.execute(task);
        // A pool with a parallelism of zero accepts tasks without running them. It would start a thread now, or
        // never.
        boolean hasNone = given instanceof ForkJoinPool && ((ForkJoinPool) given).getPoolSize() == 0;
        if (hasNone && executor == null) {
            threadless = true;
        }
        return !hasNone;
    }

    public RandomSource random() {
        return random == null ? RandomSource.system() : random;
    }

    public Events events() {
        return events == null ? Events.NONE : events;
    }

    /** Returns whether a listener wants to hear of calls, not only of what policies do. */
    public boolean watchesCalls() {
        return events != null && events.ofCalls();
    }

    /** Returns the carriers of the callers' contexts, or null for none. */
    public ContextCarrier @Nullable [] carriers() {
        return carriers;
    }

    /**
     * Returns a queue for the events of one policy, or null without a listener.
     *
     * @param lock of the policy
     */
    public @Nullable EventQueue newEventQueue(Object lock) {
        return events == null ? null : new EventQueue(lock, events);
    }

    /** Adds a policy of a client to the lists, for as long as somebody holds it. */
    void list(PolicySettings<?> made) {
        synchronized (named) {
            keep(made);
        }
        if (events != null) {
            Registry.tell(events, made, false);
        }
    }

    /** Keeps a weak reference. With {@link #named} locked. */
    void keep(Object kept) {
        if (listedCount == listed.length) {
            Registry.makeRoom(this);
        }
        listed[listedCount++] = new WeakReference<>(kept);
    }

    @Override
    public List<PolicyEntry<CircuitBreaker>> circuitBreakers() {
        return Registry.list(this, CircuitBreaker.class);
    }

    @Override
    public List<PolicyEntry<RateLimiter>> rateLimiters() {
        return Registry.list(this, RateLimiter.class);
    }

    @Override
    public List<PolicyEntry<Bulkhead>> bulkheads() {
        return Registry.list(this, Bulkhead.class);
    }

    @Override
    public Optional<CircuitBreaker> findCircuitBreaker(String name) {
        return Registry.find(this, "circuit breaker", name, CircuitBreaker.class);
    }

    @Override
    public Optional<RateLimiter> findRateLimiter(String name) {
        return Registry.find(this, "rate limiter", name, RateLimiter.class);
    }

    @Override
    public Optional<Bulkhead> findBulkhead(String name) {
        return Registry.find(this, "bulkhead", name, Bulkhead.class);
    }

    @Override
    public ReloadResult reload() {
        return Reload.run(this, null);
    }

    @Override
    public ReloadResult reload(Overrides overrides) {
        return Reload.run(this, Objects.requireNonNull(overrides, "overrides"));
    }

    /**
     * Returns the shared instance of a kind and name: the given one if there is none yet.
     *
     * @param made the settings of the given one, with it
     * @param applied the overrides in them, for the message about different settings
     * @param built how to read the overrides again; null for settings by hand
     * @param classes the classes in the settings, which must be the same
     */
    @SuppressWarnings("unchecked") // a kind has one class of instances
    <P> P share(
            PolicySettings<P> made, String key, String applied, @Nullable BuiltPolicy<P> built, ClassSet... classes) {
        Shared<P> wanted = new Shared<>(made, applied, built, classes);
        for (Shared<P> first = (Shared<P>) named.putIfAbsent(key, wanted); first != null; ) {
            if (first.isSame(wanted)) {
                return first.join(wanted, this);
            }
            if (!first.isGone()) {
                first.refuse(wanted);
            }
            named.remove(key, first);
            first = (Shared<P>) named.putIfAbsent(key, wanted);
        }
        if (events != null) {
            Registry.tell(events, made, true);
        }
        return wanted.instance();
    }
}
