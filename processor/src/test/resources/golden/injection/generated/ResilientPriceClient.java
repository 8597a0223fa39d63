package shop;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link PriceClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Fallback}: the fallback client answers if a call fails with Exception.
 * </ul>
 *
 * <p>The context may override these values.
 */
@Singleton
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class ResilientPriceClient implements PriceClient {
    private final PriceClient delegate;
    private final PriceClient fallback;
    private final SyncGuard price;

    /** Creates a client with the default context. */
    ResilientPriceClient(PriceClient delegate, PriceClient fallback) {
        this(builder(delegate).fallback(fallback));
    }

    /** Creates a client with a context of your own. */
    @Inject
    ResilientPriceClient(@Real PriceClient delegate, @Named("fallback") PriceClient fallback, Holdfast holdfast) {
        this(builder(delegate).fallback(fallback).holdfast(holdfast));
    }

    private ResilientPriceClient(Builder builder) {
        this.delegate = builder.delegate;
        this.fallback = Objects.requireNonNull(builder.fallback, "fallback");
        ClientSetup setup = ClientSetup.of(builder.holdfast, "shop.PriceClient");
        FallbackRule fallbackRule = FallbackSetup.create().build(setup);
        this.price = GuardSetup.of("PriceClient.price").fallback(fallbackRule).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    static Builder builder(PriceClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public long price(String article) throws IOException {
        try {
            return delegate.price(article);
        } catch (Throwable finalFailure) {
            if (!price.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                price.letGo(finalFailure);
                return fallback.price(article);
            } catch (Throwable fallbackFailure) {
                price.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    static final class Builder {
        private final PriceClient delegate;
        private PriceClient fallback;
        private Holdfast holdfast;

        private Builder(PriceClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the client that answers failed calls. Required. */
        Builder fallback(PriceClient fallback) {
            this.fallback = Objects.requireNonNull(fallback, "fallback");
            return this;
        }

        /** Sets the context, in place of the default one. */
        Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Builds the client. */
        ResilientPriceClient build() {
            return new ResilientPriceClient(this);
        }
    }
}
