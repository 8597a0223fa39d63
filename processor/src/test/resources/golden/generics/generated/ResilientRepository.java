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
 * Protects calls to a {@link Repository}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
 *       status 408, 5xx.
 * </ul>
 *
 * <p>A call waits at most 15 s between attempts.
 *
 * <p>The context may override these values.
 *
 * @param <K> as in the interface
 * @param <V> as in the interface
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class ResilientRepository<K extends Comparable<? super K>, V extends Serializable & Cloneable> implements Repository<K, V> {
    private final Repository<K, V> delegate;
    private final SyncGuard find;
    private final SyncGuard findAll;
    private final SyncGuard require;
    private final SyncGuard sorted;
    private final SyncGuard entry;

    /** Creates a client with the default context. */
    public ResilientRepository(Repository<K, V> delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientRepository(Repository<K, V> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientRepository(Builder<K, V> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.generics.Repository");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, builder.backoff);
        GuardSetup guards = GuardSetup.of("Repository").backoff(backoff);
        this.find = guards.method("Repository.find").sync(setup);
        this.findAll = guards.method("Repository.findAll").sync(setup);
        this.require = guards.method("Repository.require").sync(setup);
        this.sorted = guards.method("Repository.sorted").sync(setup);
        this.entry = guards.method("Repository.entry").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static <K extends Comparable<? super K>, V extends Serializable & Cloneable> Builder<K, V> builder(
            Repository<K, V> delegate) {
        return new Builder<>(delegate);
    }

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

    @Override
    public <T extends V, X extends Exception> T require(K key, Class<T> type, X otherwise) throws X {
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

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder<K extends Comparable<? super K>, V extends Serializable & Cloneable> {
        private final Repository<K, V> delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;

        private Builder(Repository<K, V> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder<K, V> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code Repository}. */
        public Builder<K, V> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Builds the client. */
        public ResilientRepository<K, V> build() {
            return new ResilientRepository<>(this);
        }
    }
}
