package shop;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Protects calls to a {@link OrderClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>The context may override these values.
 */
@Component
@Primary
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientOrderClient implements OrderClient {
    private final OrderClient delegate;
    private final SyncGuard order;

    /** Creates a client with the default context. */
    @Autowired(required = false)
    public ResilientOrderClient(@Qualifier("unprotected") OrderClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    @Autowired(required = false)
    public ResilientOrderClient(@Qualifier("unprotected") OrderClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientOrderClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "shop.OrderClient");
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("OrderClient").build(setup, builder.circuitBreaker);
        this.order = GuardSetup.of("OrderClient.order").circuitBreaker(circuitBreaker).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(OrderClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public void order(String article) throws IOException {
        Permit permit = order.begin();
        try {
            delegate.order(article);
            order.succeeded(permit);
        } catch (Throwable failure) {
            order.failed(permit, 1, failure);
            throw failure;
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final OrderClient delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;

        private Builder(OrderClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code OrderClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientOrderClient build() {
            return new ResilientOrderClient(this);
        }
    }
}
