package golden.nested;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link Outer.Other.Deep} that protects another one.
 *
 * <ul>
 *   <li>{@code @CircuitBreaker} on {@code Outer.Other.Deep}: opens after 5 failures in a row (Exception;
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
final class SafeOuter_Other_DeepClient implements Outer.Other.Deep {
    private final Outer.Other.Deep delegate;
    private final SyncGuard number;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    SafeOuter_Other_DeepClient(Outer.Other.Deep delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    SafeOuter_Other_DeepClient(Outer.Other.Deep delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private SafeOuter_Other_DeepClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.nested.Outer.Other.Deep");
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("Outer.Other.Deep")
                .build(setup, builder.circuitBreaker);
        this.number = GuardSetup.of("Outer.Other.Deep.number")
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    static Builder builder(Outer.Other.Deep delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     */
    @Override
    public int number() {
        Permit permit = number.begin();
        try {
            int result = delegate.number();
            number.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            number.failed(permit, 1, failure);
            throw failure;
        }
    }

    /**
     * Sets what a client is made of. Not for several threads.
     */
    @HoldfastGenerated
    static final class Builder {
        private final Outer.Other.Deep delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;

        private Builder(Outer.Other.Deep delegate) {
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
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code Outer.Other.Deep}
         * describes.
         *
         * @param circuitBreaker the instance
         * @return this builder
         */
        Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        SafeOuter_Other_DeepClient build() {
            return new SafeOuter_Other_DeepClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "golden.nested.Outer.Other.Deep/";
        static final String NUMBER = "golden.nested.Outer.Other.Deep/number/";

        private Keys() {
        }
    }
}
