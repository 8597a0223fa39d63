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
 *   <li>{@code @Backoff}: at most 2 attempts, up to 1 s apart (full jitter); retries Exception and status 408, 5xx.
 * </ul>
 *
 * <p>A call waits at most 1 s between attempts.
 *
 * <p>The context may override these values.
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

    /** Creates a client with the default context. */
    ResilientItemClient(ItemClient<T> delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
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

    /** Returns a builder for a client with policies of your own. */
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
     * Also {@code @CircuitBreaker}: opens after 1 failure (Exception and status 408, 5xx), rejects calls for 1 min,
     * closes after 2 successful probes.
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

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    static final class Builder<T> {
        private final ItemClient<T> delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker removeCircuitBreaker;

        private Builder(ItemClient<T> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        Builder<T> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code ItemClient}. */
        Builder<T> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code ItemClient.remove}. */
        Builder<T> removeCircuitBreaker(CircuitBreaker removeCircuitBreaker) {
            this.removeCircuitBreaker = Objects.requireNonNull(removeCircuitBreaker, "removeCircuitBreaker");
            return this;
        }

        /** Builds the client. */
        ResilientItemClient<T> build() {
            return new ResilientItemClient<>(this);
        }
    }
}
