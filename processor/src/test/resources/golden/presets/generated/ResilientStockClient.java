package golden.presets;

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
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link StockClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} of {@code @PartnerApi} on {@code StockClient.left}: at most 3 attempts, waits
 *       before attempts 2-3: up to 100 ms, 200 ms (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @CircuitBreaker} of {@code @PartnerApi} on {@code StockClient.left}: opens after 3 failures
 *       in a row (Exception; status 408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
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
final class ResilientStockClient implements StockClient {
    private final StockClient delegate;
    private final SyncGuard left;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    ResilientStockClient(StockClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    ResilientStockClient(StockClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientStockClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.presets.StockClient");
        ExponentialBackoff leftBackoff = BackoffSetup.create()
                .maxAttempts(3)
                .baseDelayNanos(100_000_000L) // 100 ms
                .build(setup, "left", builder.leftBackoff);
        CircuitBreaker leftCircuitBreaker = BreakerSetup.create()
                .name("StockClient.left")
                .failureThreshold(3)
                .build(setup, "left", builder.leftCircuitBreaker);
        this.left = GuardSetup.of("StockClient.left")
                .backoff(leftBackoff)
                .circuitBreaker(leftCircuitBreaker)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    static Builder builder(StockClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff} of {@code @PartnerApi}: at most 3 attempts, waits before attempts 2-3: up to
     *       100 ms, 200 ms (full jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker} of {@code @PartnerApi}: opens after 3 failures in a row (Exception; status
     *       408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 300 ms.
     */
    @Override
    public int left(String article) {
        Permit permit = left.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                int result = delegate.left(article);
                left.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = left.failed(permit, attempt, failure);
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
    public String unprotected() {
        return delegate.unprotected();
    }

    /**
     * Sets what a client is made of. Not for several threads.
     */
    @HoldfastGenerated
    static final class Builder {
        private final StockClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff leftBackoff;
        private CircuitBreaker leftCircuitBreaker;

        private Builder(StockClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /**
         * Sets the context: clock, random numbers, shared instances.
         *
         * @param holdfast the context
         * @return this builder
         */
        Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} of {@code @PartnerApi} on {@code
         * StockClient.left} describes.
         *
         * @param leftBackoff the instance
         * @return this builder
         */
        Builder leftBackoff(ExponentialBackoff leftBackoff) {
            this.leftBackoff = Objects.requireNonNull(leftBackoff, "leftBackoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} of {@code @PartnerApi} on {@code
         * StockClient.left} describes.
         *
         * @param leftCircuitBreaker the instance
         * @return this builder
         */
        Builder leftCircuitBreaker(CircuitBreaker leftCircuitBreaker) {
            this.leftCircuitBreaker = Objects.requireNonNull(leftCircuitBreaker, "leftCircuitBreaker");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        ResilientStockClient build() {
            return new ResilientStockClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "golden.presets.StockClient/";
        static final String LEFT = "golden.presets.StockClient/left/";

        private Keys() {
        }
    }
}
