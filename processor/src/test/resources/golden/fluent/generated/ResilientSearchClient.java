package golden.fluent;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link SearchClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code SearchClient}: at most 3 attempts, waits before attempts 2-3: up to 1 s,
 *       2 s (full jitter); retries Exception; status 408, 5xx.
 * </ul>
 *
 * <p>The order is fixed, from the outside in: fallback, deadline, backoff, and for each attempt hold
 * of the rate limiter, circuit breaker, quota of the rate limiter, bulkhead, timeout, delegate.
 *
 * <p>The figures are the annotations'; overrides of the context may change them.
 *
 * <p>Safe for use by several threads if the delegate is.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientSearchClient implements SearchClient {
    private final SearchClient delegate;
    private final SyncGuard open;
    private final SyncGuard lease;
    private final SyncGuard find;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientSearchClient(SearchClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    public ResilientSearchClient(SearchClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientSearchClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.fluent.SearchClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(3)
                .build(setup, builder.backoff);
        this.open = GuardSetup.of("SearchClient.open")
                .backoff(backoff)
                .sync(setup);
        this.lease = GuardSetup.of("SearchClient.lease")
                .backoff(backoff)
                .sync(setup);
        this.find = GuardSetup.of("SearchClient.find")
                .backoff(backoff)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    public static Builder builder(SearchClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Not protected: goes straight to the delegate.
     */
    @Override
    public SearchClient index(String delegate) {
        SearchClient result = this.delegate.index(delegate);
        return result == this.delegate ? this : result;
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter);
     *       retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 3 s.
     */
    @Override
    public SearchClient open(String result) throws IOException {
        Permit permit = open.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                SearchClient result_ = delegate.open(result);
                open.succeeded(permit);
                return result_ == delegate ? this : result_;
            } catch (Throwable failure) {
                permit = open.failed(permit, attempt, failure);
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
     *   <li>{@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter);
     *       retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 3 s.
     */
    @Override
    public AutoCloseable lease() throws IOException {
        Permit permit = lease.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                AutoCloseable result = delegate.lease();
                lease.succeeded(permit);
                return result == delegate ? this : result;
            } catch (Throwable failure) {
                permit = lease.failed(permit, attempt, failure);
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
     *   <li>{@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter);
     *       retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 3 s.
     */
    @Override
    public List<String> find(String query) throws IOException {
        Permit permit = find.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                List<String> result = delegate.find(query);
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
     * Not protected: goes straight to the delegate.
     */
    @Override
    public void close() {
        delegate.close();
    }

    /**
     * Not protected: goes straight to the delegate.
     */
    @Override
    public SearchClient header(String name, String value) {
        SearchClient result = delegate.header(name, value);
        return result == delegate ? this : result;
    }

    /**
     * Sets what a client is made of. Not for several threads.
     */
    @HoldfastGenerated
    public static final class Builder {
        private final SearchClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;

        private Builder(SearchClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /**
         * Sets the context: clock, random numbers, shared instances.
         *
         * @param holdfast the context
         * @return this builder
         */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code SearchClient} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientSearchClient build() {
            return new ResilientSearchClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.fluent.SearchClient/";
        public static final String OPEN = "golden.fluent.SearchClient/open/";
        public static final String LEASE = "golden.fluent.SearchClient/lease/";
        public static final String FIND = "golden.fluent.SearchClient/find/";

        private Keys() {
        }
    }
}
