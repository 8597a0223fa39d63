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
 * Protects calls to a {@link ItemClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries Exception; status
 *       408, 5xx.
 * </ul>
 *
 * <p>Waits in all: at most 1 s.
 *
 * <p>The context may override the values given here.
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
     * Creates a client with the default context.
     *
     * @param delegate the client to protect
     */
    ResilientItemClient(ItemClient<T> delegate) {
        this(builder(delegate));
    }

    /**
     * Creates a client.
     *
     * @param delegate the client to protect
     * @param holdfast the context to use
     */
    ResilientItemClient(ItemClient<T> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientItemClient(Builder<T> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.inherited.ItemClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(2).build(setup, builder.backoff);
        CircuitBreaker removeCircuitBreaker = BreakerSetup.create()
                .name("ItemClient.remove")
                .failureThreshold(1)
                .build(setup, "remove", builder.removeCircuitBreaker);
        this.get = GuardSetup.of("ItemClient.get").backoff(backoff).sync(setup);
        this.put = GuardSetup.of("ItemClient.put").backoff(backoff).sync(setup);
        this.remove = GuardSetup.of("ItemClient.remove")
                .backoff(backoff)
                .circuitBreaker(removeCircuitBreaker)
                .sync(setup);
        this.next = GuardSetup.of("ItemClient.next").backoff(backoff).sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Returns a builder for a client with custom policies.
     *
     * @param <T> as in the interface
     * @param delegate the client to protect
     * @return a builder
     */
    static <T> Builder<T> builder(ItemClient<T> delegate) {
        return new Builder<>(delegate);
    }

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
     * Also {@code @CircuitBreaker}: opens after 1 failure (Exception; status 408, 5xx), rejects calls for 1 min, closes
     * after 2 successful probes.
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
     * Configures a client. Not thread-safe.
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
         * Sets the context, in place of the default one.
         *
         * @param holdfast the context
         * @return this builder
         */
        Builder<T> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code ItemClient}.
         *
         * @param backoff the policy to use
         * @return this builder
         */
        Builder<T> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Replaces {@code @CircuitBreaker} on {@code ItemClient.remove}.
         *
         * @param removeCircuitBreaker the policy to use
         * @return this builder
         */
        Builder<T> removeCircuitBreaker(CircuitBreaker removeCircuitBreaker) {
            this.removeCircuitBreaker = Objects.requireNonNull(removeCircuitBreaker, "removeCircuitBreaker");
            return this;
        }

        /**
         * Builds the client.
         *
         * @return the client
         */
        ResilientItemClient<T> build() {
            return new ResilientItemClient<>(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "golden.inherited.ItemClient/";
        static final String GET = "golden.inherited.ItemClient/get/";
        static final String PUT = "golden.inherited.ItemClient/put/";
        static final String REMOVE = "golden.inherited.ItemClient/remove/";
        static final String NEXT = "golden.inherited.ItemClient/next/";

        private Keys() {}
    }
}
