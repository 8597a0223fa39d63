package golden.methods;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link StoreClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       10 s, closes after 2 successful probes.
 * </ul>
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientStoreClient implements StoreClient {
    private final StoreClient delegate;
    private final SyncGuard get;
    private final SyncGuard find;
    private final SyncGuard put;
    private final SyncGuard size;

    /** Creates a client with the default context. */
    public ResilientStoreClient(StoreClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientStoreClient(StoreClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientStoreClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.methods.StoreClient");
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("store")
                .recoveryTimeoutNanos(10_000_000_000L) // 10 s
                .share(setup, "golden.methods.StoreClient", builder.circuitBreaker);
        ExponentialBackoff findBackoff = BackoffSetup.create()
                .maxAttempts(3)
                .jitter(Jitter.EQUAL)
                .deadlineNanos(5_000_000_000L) // 5 s
                .build(setup, "find", builder.findBackoff);
        CircuitBreaker putCircuitBreaker = BreakerSetup.create()
                .name("StoreClient.put")
                .failureThreshold(10)
                .successThreshold(1)
                .monitored(IOException.class, TimeoutException.class)
                .ignored(FileNotFoundException.class)
                .failureStatuses("500-504")
                .recoveryFactor(2.0)
                .maxRecoveryTimeoutNanos(3_600_000_000_000L) // 1 h
                .build(setup, "put", builder.putCircuitBreaker);
        ExponentialBackoff sizeBackoff = BackoffSetup.create()
                .baseDelayNanos(1_000_000L) // 1 ms
                .maxDelayNanos(1_000_000_000L) // 1 s
                .factor(3.0)
                .jitter(Jitter.DECORRELATED)
                .retryOn(IOException.class)
                .build(setup, "size", builder.sizeBackoff);
        this.get = GuardSetup.of("StoreClient.get").circuitBreaker(circuitBreaker).sync(setup);
        this.find = GuardSetup.of("StoreClient.find").backoff(findBackoff).circuitBreaker(circuitBreaker).sync(setup);
        this.put = GuardSetup.of("StoreClient.put").circuitBreaker(putCircuitBreaker).sync(setup);
        this.size = GuardSetup.of("StoreClient.size").backoff(sizeBackoff).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(StoreClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public String get(String key) throws IOException {
        Permit permit = get.begin();
        try {
            String result = delegate.get(key);
            get.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            get.failed(permit, 1, failure);
            throw failure;
        }
    }

    /**
     * Also {@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (equal jitter); retries Exception and status 408,
     * 5xx; deadline of 5 s.
     *
     * <p>A call waits at most 3 s between attempts.
     */
    @Override
    public String find(String key) throws IOException {
        Permit permit = find.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.find(key);
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
     * Its own {@code @CircuitBreaker}: opens after 10 failures in a row (IOException, TimeoutException but not
     * FileNotFoundException and status 500-504), rejects calls for 1 min, 2.0 times as long with each failed probe up
     * to 1 h, closes after 1 successful probe.
     */
    @Override
    public void put(String key, byte[] value) throws IOException, TimeoutException {
        Permit permit = put.begin();
        try {
            delegate.put(key, value);
            put.succeeded(permit);
        } catch (Throwable failure) {
            put.failed(permit, 1, failure);
            throw failure;
        }
    }

    /** Not protected. */
    @Override
    public void close() throws IOException {
        delegate.close();
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Backoff}: at most 5 attempts, up to 3 ms, 9 ms, 27 ms, 81 ms apart (decorrelated jitter);
     *       retries IOException and status 408, 5xx.
     *   <li>no {@code @CircuitBreaker}.
     * </ul>
     *
     * <p>A call waits at most 120 ms between attempts.
     */
    @Override
    public int size() throws IOException {
        Permit permit = size.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                int result = delegate.size();
                size.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = size.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final StoreClient delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff findBackoff;
        private CircuitBreaker putCircuitBreaker;
        private ExponentialBackoff sizeBackoff;

        private Builder(StoreClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code StoreClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code StoreClient.find}. */
        public Builder findBackoff(ExponentialBackoff findBackoff) {
            this.findBackoff = Objects.requireNonNull(findBackoff, "findBackoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code StoreClient.put}. */
        public Builder putCircuitBreaker(CircuitBreaker putCircuitBreaker) {
            this.putCircuitBreaker = Objects.requireNonNull(putCircuitBreaker, "putCircuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code StoreClient.size}. */
        public Builder sizeBackoff(ExponentialBackoff sizeBackoff) {
            this.sizeBackoff = Objects.requireNonNull(sizeBackoff, "sizeBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientStoreClient build() {
            return new ResilientStoreClient(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.methods.StoreClient/";
        public static final String GET = "golden.methods.StoreClient/get/";
        public static final String FIND = "golden.methods.StoreClient/find/";
        public static final String PUT = "golden.methods.StoreClient/put/";
        public static final String SIZE = "golden.methods.StoreClient/size/";

        private Keys() {}
    }
}
