package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.internal.unit.ClassSet;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.RandomSource;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.runtime.spi.Timer;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** The Context of the runtime. */
public final class Context implements Holdfast {

    private final Clock clock;
    private final Sleeper sleeper;

    /** Null for one of the context's own. */
    private final @Nullable Timer timer;

    /** The context's own, made when one is needed. Written with {@link #named} locked. */
    private volatile @Nullable SystemTimer ownTimer;

    /** Null for the common pool. */
    private final @Nullable Executor executor;

    /** Made when it is needed. Written with {@link #named} locked. */
    private volatile @Nullable ReliefThreads relief;

    /** Whether the executor has turned out to have no threads. */
    private volatile boolean threadless;

    private final RandomSource random;
    private final Events events;
    private final @Nullable Overrides overrides;

    /** For all clients, where there are no overrides. */
    private final ClientContext plainClient = new ClientContext(this, null);

    private volatile boolean closed;
    /** Named instances by kind and name. */
    private final ConcurrentMap<String, Shared<?>> named = new ConcurrentHashMap<>();

    Context(ContextDraft builder) {
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.timer = builder.timer;
        this.executor = builder.executor;
        this.random = builder.random;
        this.events = builder.listener == null ? Events.NONE : new Events(builder.listener);
        this.overrides = builder.overrides;
    }

    @Override
    public void close() {
        if (this == Defaults.INSTANCE) {
            return;
        }
        SystemTimer made;
        ReliefThreads threads;
        synchronized (named) {
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

    /** Returns the context of clients that are made without one. */
    public static Holdfast defaults() {
        return Defaults.INSTANCE;
    }

    /** Returns the engine behind a user's context. */
    public static Context of(Holdfast holdfast) {
        return Settings.given(Context.class, Objects.requireNonNull(holdfast, "holdfast"));
    }

    public ClientContext client(String client) {
        return overrides == null ? plainClient : new ClientContext(this, new ClientOverrides(this, overrides, client));
    }

    public boolean isClosed() {
        return closed;
    }

    public Clock clock() {
        return clock;
    }

    public Sleeper sleeper() {
        return sleeper;
    }

    public Timer timer() {
        if (timer != null) {
            return timer;
        }
        SystemTimer made = ownTimer;
        return made == null ? makeTimer() : made;
    }

    private Timer makeTimer() {
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

    /** Threads for what must not be the timer's to do, and must not wait for the executor. */
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
    public boolean execute(Runnable task) {
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

    public RandomSource random() {
        return random;
    }

    public Events events() {
        return events;
    }

    /**
     * Returns the instance of a kind and name: the one given if there is none yet.
     *
     * @param classes the classes in the settings, which must be the same ones
     */
    @SuppressWarnings("unchecked") // a kind has one class of instances
    public <T> T share(String kind, String name, T made, String settings, String usedBy, ClassSet... classes) {
        String key = kind + " " + name;
        Shared<T> wanted = new Shared<>(made, settings, usedBy, classes);
        for (Shared<T> first = (Shared<T>) named.putIfAbsent(key, wanted); first != null; ) {
            if (first.isSame(wanted)) {
                return first.instance;
            }
            if (!first.isGone()) {
                throw new IllegalStateException("The " + kind + " '" + name + "' is shared, but its settings differ: "
                        + first.usedBy + " has " + first.settings + "; " + wanted.usedBy + " has "
                        + wanted.settings(first));
            }
            named.remove(key, first);
            first = (Shared<T>) named.putIfAbsent(key, wanted);
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
                            + " Context context of its own"
                    : settings;
        }
    }

    /** Loaded, and so made, by the first call that needs it. */
    private static final class Defaults {

        static final Context INSTANCE = new ContextDraft().make();
    }
}
