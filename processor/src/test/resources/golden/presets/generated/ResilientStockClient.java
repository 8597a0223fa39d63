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
 * Protects calls to a {@link StockClient}. Thread-safe if the delegate is.
 *
 * <p>The comment of each method has its policies. The context may override their values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class ResilientStockClient implements StockClient {
    private final StockClient delegate;
    private final SyncGuard left;

    /** Creates a client with the default context. */
    ResilientStockClient(StockClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
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

    /** Returns a builder for a client with policies of your own. */
    static Builder builder(StockClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Policies, outermost first:
     *
     * <ul>
     *   <li>{@code @Backoff} of {@code @PartnerApi}: at most 3 attempts, up to 100 ms, 200 ms apart (full jitter);
     *       retries Exception and status 408, 5xx.
     *   <li>{@code @CircuitBreaker} of {@code @PartnerApi}: opens after 3 failures in a row (Exception and status
     *       408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>A call waits at most 300 ms between attempts.
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

    /** Not protected. */
    @Override
    public String unprotected() {
        return delegate.unprotected();
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    static final class Builder {
        private final StockClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff leftBackoff;
        private CircuitBreaker leftCircuitBreaker;

        private Builder(StockClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} of {@code @PartnerApi} on {@code StockClient.left}. */
        Builder leftBackoff(ExponentialBackoff leftBackoff) {
            this.leftBackoff = Objects.requireNonNull(leftBackoff, "leftBackoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} of {@code @PartnerApi} on {@code StockClient.left}. */
        Builder leftCircuitBreaker(CircuitBreaker leftCircuitBreaker) {
            this.leftCircuitBreaker = Objects.requireNonNull(leftCircuitBreaker, "leftCircuitBreaker");
            return this;
        }

        /** Builds the client. */
        ResilientStockClient build() {
            return new ResilientStockClient(this);
        }
    }
}
