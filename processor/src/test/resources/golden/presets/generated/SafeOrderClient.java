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
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link OrderClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} of {@code @PartnerApi} on {@code OrderClient}: at most 3 attempts, waits before
 *       attempts 2-3: up to 100 ms, 200 ms (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @CircuitBreaker} of {@code @PartnerApi} on {@code OrderClient}: opens after 3 failures in a
 *       row (Exception; status 408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
 *   <li>{@code @Backoff} of {@code @SlowPartnerApi} on {@code OrderClient.export}: at most 2 attempts, wait
 *       before attempt 2: up to 5 s (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @CircuitBreaker} of {@code @SlowPartnerApi} on {@code OrderClient.export}: opens after 3
 *       failures in a row (Exception; status 408, 5xx), rejects calls for 1 min, closes after 2 successful
 *       probes.
 *   <li>{@code @CircuitBreaker} on {@code OrderClient.stock}: opens after 5 failures in a row (Exception;
 *       status 408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
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
public final class SafeOrderClient implements OrderClient {
    private final OrderClient delegate;
    private final SyncGuard order;
    private final SyncGuard export;
    private final SyncGuard stock;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public SafeOrderClient(OrderClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    public SafeOrderClient(OrderClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private SafeOrderClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.presets.OrderClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(3)
                .baseDelayNanos(100_000_000L) // 100 ms
                .build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("OrderClient")
                .failureThreshold(3)
                .build(setup, builder.circuitBreaker);
        ExponentialBackoff exportBackoff = BackoffSetup.create()
                .maxAttempts(2)
                .baseDelayNanos(5_000_000_000L) // 5 s
                .build(setup, "export", builder.exportBackoff);
        CircuitBreaker exportCircuitBreaker = BreakerSetup.create()
                .name("OrderClient.export")
                .failureThreshold(3)
                .build(setup, "export", builder.exportCircuitBreaker);
        CircuitBreaker stockCircuitBreaker = BreakerSetup.create()
                .name("stock")
                .share(setup, "golden.presets.OrderClient#stock", builder.stockCircuitBreaker);
        this.order = GuardSetup.of("OrderClient.order")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.export = GuardSetup.of("OrderClient.export")
                .backoff(exportBackoff)
                .circuitBreaker(exportCircuitBreaker)
                .sync(setup);
        this.stock = GuardSetup.of("OrderClient.stock")
                .backoff(backoff)
                .circuitBreaker(stockCircuitBreaker)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    public static Builder builder(OrderClient delegate) {
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
    public String order(long id) throws IOException {
        Permit permit = order.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.order(id);
                order.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = order.failed(permit, attempt, failure);
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
     *   <li>{@code @Backoff} of {@code @SlowPartnerApi}: at most 2 attempts, wait before attempt 2: up to 5 s
     *       (full jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker} of {@code @SlowPartnerApi}: opens after 3 failures in a row (Exception;
     *       status 408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 5 s.
     */
    @Override
    public byte[] export() throws IOException {
        Permit permit = export.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] result = delegate.export();
                export.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = export.failed(permit, attempt, failure);
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
     *   <li>{@code @Backoff} of {@code @PartnerApi}: at most 3 attempts, waits before attempts 2-3: up to
     *       100 ms, 200 ms (full jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 300 ms.
     */
    @Override
    public int stock(String article) throws IOException {
        Permit permit = stock.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                int result = delegate.stock(article);
                stock.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = stock.failed(permit, attempt, failure);
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
    public void ping() {
        delegate.ping();
    }

    /**
     * Sets what a client is made of. Not for several threads.
     */
    @HoldfastGenerated
    public static final class Builder {
        private final OrderClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff exportBackoff;
        private CircuitBreaker exportCircuitBreaker;
        private CircuitBreaker stockCircuitBreaker;

        private Builder(OrderClient delegate) {
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
         * Sets another instance in place of the one that {@code @Backoff} of {@code @PartnerApi} on {@code
         * OrderClient} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} of {@code @PartnerApi} on {@code
         * OrderClient} describes.
         *
         * @param circuitBreaker the instance
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} of {@code @SlowPartnerApi} on {@code
         * OrderClient.export} describes.
         *
         * @param exportBackoff the instance
         * @return this builder
         */
        public Builder exportBackoff(ExponentialBackoff exportBackoff) {
            this.exportBackoff = Objects.requireNonNull(exportBackoff, "exportBackoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} of {@code @SlowPartnerApi} on
         * {@code OrderClient.export} describes.
         *
         * @param exportCircuitBreaker the instance
         * @return this builder
         */
        public Builder exportCircuitBreaker(CircuitBreaker exportCircuitBreaker) {
            this.exportCircuitBreaker = Objects.requireNonNull(exportCircuitBreaker, "exportCircuitBreaker");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code OrderClient.stock}
         * describes.
         *
         * @param stockCircuitBreaker the instance
         * @return this builder
         */
        public Builder stockCircuitBreaker(CircuitBreaker stockCircuitBreaker) {
            this.stockCircuitBreaker = Objects.requireNonNull(stockCircuitBreaker, "stockCircuitBreaker");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public SafeOrderClient build() {
            return new SafeOrderClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.presets.OrderClient/";
        public static final String ORDER = "golden.presets.OrderClient/order/";
        public static final String EXPORT = "golden.presets.OrderClient/export/";
        public static final String STOCK = "golden.presets.OrderClient/stock/";

        private Keys() {
        }
    }
}
