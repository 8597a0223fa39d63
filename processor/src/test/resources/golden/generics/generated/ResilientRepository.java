package golden.generics;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link Repository} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code Repository}: at most 5 attempts, waits before attempts 2-5: up to 1 s,
 *       2 s, 4 s, 8 s (full jitter); retries Exception; status 408, 5xx.
 * </ul>
 *
 * <p>The order is fixed, from the outside in: fallback, deadline, backoff, and for each attempt hold
 * of the rate limiter, circuit breaker, quota of the rate limiter, bulkhead, timeout, delegate.
 *
 * <p>The figures are the annotations'; overrides of the context may change them.
 *
 * <p>Safe for use by several threads if the delegate is.
 *
 * @param <K> as in the interface
 * @param <V> as in the interface
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({
        "all",
        "unchecked"
})
public final class ResilientRepository<K extends Comparable<? super K>, V extends Serializable & Cloneable> implements Repository<K, V> {
    private final Repository<K, V> delegate;
    private final SyncGuard find;
    private final SyncGuard findAll;
    private final SyncGuard require;
    private final SyncGuard sorted;
    private final SyncGuard entry;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientRepository(Repository<K, V> delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    public ResilientRepository(Repository<K, V> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientRepository(Builder<K, V> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.generics.Repository");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, builder.backoff);
        this.find = GuardSetup.of("Repository.find")
                .backoff(backoff)
                .sync(setup);
        this.findAll = GuardSetup.of("Repository.findAll")
                .backoff(backoff)
                .sync(setup);
        this.require = GuardSetup.of("Repository.require")
                .backoff(backoff)
                .sync(setup);
        this.sorted = GuardSetup.of("Repository.sorted")
                .backoff(backoff)
                .sync(setup);
        this.entry = GuardSetup.of("Repository.entry")
                .backoff(backoff)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param <K> as in the interface
     * @param <V> as in the interface
     * @param delegate what calls go to
     * @return a builder
     */
    public static <K extends Comparable<? super K>, V extends Serializable & Cloneable> Builder<K, V> builder(
            Repository<K, V> delegate) {
        return new Builder<>(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public V find(K key) {
        Permit permit = find.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                V result = delegate.find(key);
                find.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = find.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public Map<K, List<V>> findAll(List<? extends K> keys, Map<? super K, ?>... options) {
        Permit permit = findAll.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                Map<K, List<V>> result = delegate.findAll(keys, options);
                findAll.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = findAll.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public <T extends V, X extends Exception> T require(K key, Class<T> type, X otherwise) throws
            X {
        Permit permit = require.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                T result = delegate.<T, X>require(key, type, otherwise);
                require.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = require.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public <T extends Comparable<T>> T[] sorted(T[] all, int[][] ranks, boolean... flags) {
        Permit permit = sorted.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                T[] result = delegate.<T>sorted(all, ranks, flags);
                sorted.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = sorted.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public <T> Map.Entry<K, T> entry(K key, T value) {
        Permit permit = entry.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                Map.Entry<K, T> result = delegate.<T>entry(key, value);
                entry.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = entry.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Sets what a client is made of. Not for several threads.
     *
     * @param <K> as in the interface
     * @param <V> as in the interface
     */
    @HoldfastGenerated
    public static final class Builder<K extends Comparable<? super K>, V extends Serializable & Cloneable> {
        private final Repository<K, V> delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;

        private Builder(Repository<K, V> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /**
         * Sets the context: clock, random numbers, shared instances.
         *
         * @param holdfast the context
         * @return this builder
         */
        public Builder<K, V> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code Repository} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        public Builder<K, V> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientRepository<K, V> build() {
            return new ResilientRepository<>(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.generics.Repository/";
        public static final String FIND = "golden.generics.Repository/find/";
        public static final String FIND_ALL = "golden.generics.Repository/findAll/";
        public static final String REQUIRE = "golden.generics.Repository/require/";
        public static final String SORTED = "golden.generics.Repository/sorted/";
        public static final String ENTRY = "golden.generics.Repository/entry/";

        private Keys() {
        }
    }
}
