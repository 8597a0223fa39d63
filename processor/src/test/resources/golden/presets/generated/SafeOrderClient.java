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
 * Protects calls to a {@link OrderClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff} of {@code @PartnerApi}: at most 3 attempts, up to 100 ms, 200 ms apart (full jitter);
 *       retries Exception and status 408, 5xx.
 *   <li>{@code @CircuitBreaker} of {@code @PartnerApi}: opens after 3 failures in a row (Exception and status 408,
 *       5xx), rejects calls for 1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 300 ms between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class SafeOrderClient implements OrderClient {
    private final OrderClient delegate;
    private final SyncGuard order;
    private final SyncGuard export;
    private final SyncGuard stock;

    /** Creates a client with the default context. */
    public SafeOrderClient(OrderClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
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
        this.order = GuardSetup.of("OrderClient.order").backoff(backoff).circuitBreaker(circuitBreaker).sync(setup);
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

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(OrderClient delegate) {
        return new Builder(delegate);
    }

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
     * Differs from the class:
     *
     * <ul>
     *   <li>its own {@code @Backoff} of {@code @SlowPartnerApi}: at most 2 attempts, up to 5 s apart (full jitter);
     *       retries Exception and status 408, 5xx.
     *   <li>its own {@code @CircuitBreaker} of {@code @SlowPartnerApi}: opens after 3 failures in a row (Exception
     *       and status 408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>A call waits at most 5 s between attempts.
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
     * Its own {@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls
     * for 1 min, closes after 2 successful probes.
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

    /** Not protected. */
    @Override
    public void ping() {
        delegate.ping();
    }

    /** Configures a client. Not thread-safe. */
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

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} of {@code @PartnerApi} on {@code OrderClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} of {@code @PartnerApi} on {@code OrderClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} of {@code @SlowPartnerApi} on {@code OrderClient.export}. */
        public Builder exportBackoff(ExponentialBackoff exportBackoff) {
            this.exportBackoff = Objects.requireNonNull(exportBackoff, "exportBackoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} of {@code @SlowPartnerApi} on {@code OrderClient.export}. */
        public Builder exportCircuitBreaker(CircuitBreaker exportCircuitBreaker) {
            this.exportCircuitBreaker = Objects.requireNonNull(exportCircuitBreaker, "exportCircuitBreaker");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code OrderClient.stock}. */
        public Builder stockCircuitBreaker(CircuitBreaker stockCircuitBreaker) {
            this.stockCircuitBreaker = Objects.requireNonNull(stockCircuitBreaker, "stockCircuitBreaker");
            return this;
        }

        /** Builds the client. */
        public SafeOrderClient build() {
            return new SafeOrderClient(this);
        }
    }
}
