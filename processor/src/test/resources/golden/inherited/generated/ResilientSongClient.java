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
 * Protects calls to a {@link SongClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code ItemClient}: at most 2 attempts, up to 1 s apart (full jitter); retries
 *       Exception and status 408, 5xx.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 1 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({"all", "try"})
public final class ResilientSongClient implements SongClient {
    private final SongClient delegate;
    private final SyncGuard remove;
    private final SyncGuard next;
    private final SyncGuard length;
    private final SyncGuard get;
    private final SyncGuard put;
    private final SyncGuard total;

    /** Creates a client with the default context. */
    public ResilientSongClient(SongClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientSongClient(SongClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientSongClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.inherited.SongClient");
        ExponentialBackoff itemClientBackoff = BackoffSetup.create()
                .maxAttempts(2)
                .build(setup, builder.itemClientBackoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("SongClient").build(setup, builder.circuitBreaker);
        CircuitBreaker removeCircuitBreaker = BreakerSetup.create()
                .name("ItemClient.remove")
                .failureThreshold(1)
                .build(setup, "remove", builder.removeCircuitBreaker);
        ExponentialBackoff nextBackoff = BackoffSetup.create().maxAttempts(6).build(setup, "next", builder.nextBackoff);
        this.remove = GuardSetup.of("SongClient.remove")
                .backoff(itemClientBackoff)
                .circuitBreaker(removeCircuitBreaker)
                .sync(setup);
        this.next = GuardSetup.of("SongClient.next").backoff(nextBackoff).circuitBreaker(circuitBreaker).sync(setup);
        this.length = GuardSetup.of("SongClient.length").circuitBreaker(circuitBreaker).sync(setup);
        this.get = GuardSetup.of("SongClient.get")
                .backoff(itemClientBackoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.put = GuardSetup.of("SongClient.put")
                .backoff(itemClientBackoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.total = GuardSetup.of("SongClient.total").circuitBreaker(circuitBreaker).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(SongClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Its own {@code @CircuitBreaker}: opens after 1 failure (Exception and status 408, 5xx), rejects calls for 1 min,
     * closes after 2 successful probes.
     */
    @Override
    public void remove(String item) {
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
     * Its own {@code @Backoff}: at most 6 attempts, up to 1 s, 2 s, 4 s, 8 s, 16 s apart (full jitter); retries
     * Exception and status 408, 5xx.
     *
     * <p>A call waits at most 31 s between attempts.
     */
    @Override
    public String next() throws IOException {
        Permit permit = next.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.next();
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

    /** No {@code @Backoff}. */
    @Override
    public int length(String song) {
        Permit permit = length.begin();
        try {
            int result = delegate.length(song);
            length.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            length.failed(permit, 1, failure);
            throw failure;
        }
    }

    @Override
    public String get(String id) throws IOException {
        Permit permit = get.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.get(id);
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
    public void put(String item) throws IOException {
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

    /** No {@code @Backoff}. */
    @Override
    public int total() {
        Permit permit = total.begin();
        try {
            int result = delegate.total();
            total.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            total.failed(permit, 1, failure);
            throw failure;
        }
    }

    /** Not protected. */
    @Override
    public void close() throws Exception {
        delegate.close();
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final SongClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff itemClientBackoff;
        private CircuitBreaker circuitBreaker;
        private CircuitBreaker removeCircuitBreaker;
        private ExponentialBackoff nextBackoff;

        private Builder(SongClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code ItemClient}. */
        public Builder itemClientBackoff(ExponentialBackoff itemClientBackoff) {
            this.itemClientBackoff = Objects.requireNonNull(itemClientBackoff, "itemClientBackoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code SongClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code ItemClient.remove}. */
        public Builder removeCircuitBreaker(CircuitBreaker removeCircuitBreaker) {
            this.removeCircuitBreaker = Objects.requireNonNull(removeCircuitBreaker, "removeCircuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code SongClient.next}. */
        public Builder nextBackoff(ExponentialBackoff nextBackoff) {
            this.nextBackoff = Objects.requireNonNull(nextBackoff, "nextBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientSongClient build() {
            return new ResilientSongClient(this);
        }
    }
}
