package golden.inherited;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link ItemClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code ItemClient}: at most 2 attempts, wait before attempt 2: up to 1 s (full
 *       jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @CircuitBreaker} on {@code ItemClient.remove}: opens after 1 failure (Exception; status 408,
 *       5xx), rejects calls for 1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>The order is fixed, from the outside in: fallback, deadline, backoff, and for each attempt hold
 * of the rate limiter, circuit breaker, quota of the rate limiter, bulkhead, timeout, delegate.
 *
 * <p>The figures are the annotations'; overrides of the context may change them.
 *
 * <p>Safe for use by several threads if the delegate is.
 *
 * @param <T> as in the interface
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class ResilientItemClient<T> implements ItemClient<T> {
    private final ItemClient<T> delegate;
    private final SyncGuard get;
    private final SyncGuard put;
    private final SyncGuard remove;
    private final SyncGuard next;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    ResilientItemClient(ItemClient<T> delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    ResilientItemClient(ItemClient<T> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientItemClient(Builder<T> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.inherited.ItemClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(2)
                .build(setup, builder.backoff);
        CircuitBreaker removeCircuitBreaker = BreakerSetup.create()
                .name("ItemClient.remove")
                .failureThreshold(1)
                .build(setup, "remove", builder.removeCircuitBreaker);
        this.get = GuardSetup.of("ItemClient.get")
                .backoff(backoff)
                .sync(setup);
        this.put = GuardSetup.of("ItemClient.put")
                .backoff(backoff)
                .sync(setup);
        this.remove = GuardSetup.of("ItemClient.remove")
                .backoff(backoff)
                .circuitBreaker(removeCircuitBreaker)
                .sync(setup);
        this.next = GuardSetup.of("ItemClient.next")
                .backoff(backoff)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param <T> as in the interface
     * @param delegate what calls go to
     * @return a builder
     */
    static <T> Builder<T> builder(ItemClient<T> delegate) {
        return new Builder<>(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 1 s.
     */
    @Override
    public T get(String id) throws IOException {
        Permit permit = get.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                T result = delegate.get(id);
                get.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = get.failed(permit, attempt, failure);
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
     *   <li>{@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 1 s.
     */
    @Override
    public void put(T item) throws IOException {
        Permit permit = put.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.put(item);
                put.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = put.failed(permit, attempt, failure);
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
     *   <li>{@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 1 failure (Exception; status 408, 5xx), rejects calls for
     *       1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 1 s.
     */
    @Override
    public void remove(T item) throws IOException {
        Permit permit = remove.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.remove(item);
                remove.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = remove.failed(permit, attempt, failure);
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
     *   <li>{@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 1 s.
     */
    @Override
    public T next() throws IOException {
        Permit permit = next.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                T result = delegate.next();
                next.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = next.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Sets what a client is made of. Not for several threads.
     *
     * @param <T> as in the interface
     */
    @HoldfastGenerated
    static final class Builder<T> {
        private final ItemClient<T> delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker removeCircuitBreaker;

        private Builder(ItemClient<T> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /**
         * Sets the context: clock, random numbers, shared instances.
         *
         * @param holdfast the context
         * @return this builder
         */
        Builder<T> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code ItemClient} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        Builder<T> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code ItemClient.remove}
         * describes.
         *
         * @param removeCircuitBreaker the instance
         * @return this builder
         */
        Builder<T> removeCircuitBreaker(CircuitBreaker removeCircuitBreaker) {
            this.removeCircuitBreaker = Objects.requireNonNull(removeCircuitBreaker, "removeCircuitBreaker");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        ResilientItemClient<T> build() {
            return new ResilientItemClient<>(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "golden.inherited.ItemClient/";
        static final String GET = "golden.inherited.ItemClient/get/";
        static final String PUT = "golden.inherited.ItemClient/put/";
        static final String REMOVE = "golden.inherited.ItemClient/remove/";
        static final String NEXT = "golden.inherited.ItemClient/next/";

        private Keys() {
        }
    }
}
