package golden.deprecated;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link LegacyClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @CircuitBreaker} on {@code LegacyClient}: opens after 5 failures in a row (Exception; status
 *       408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
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
@SuppressWarnings({
        "all",
        "deprecation",
        "rawtypes",
        "removal"
})
public final class ResilientLegacyClient implements LegacyClient {
    private final LegacyClient delegate;
    private final SyncGuard old;
    private final SyncGuard oldest;
    private final SyncGuard value;
    private final SyncGuard raw;
    private final SyncGuard current;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientLegacyClient(LegacyClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    public ResilientLegacyClient(LegacyClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientLegacyClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.deprecated.LegacyClient");
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("LegacyClient")
                .build(setup, builder.circuitBreaker);
        this.old = GuardSetup.of("LegacyClient.old")
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.oldest = GuardSetup.of("LegacyClient.oldest")
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.value = GuardSetup.of("LegacyClient.value")
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.raw = GuardSetup.of("LegacyClient.raw")
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.current = GuardSetup.of("LegacyClient.current")
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
    public static Builder builder(LegacyClient delegate) {
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
    @Deprecated
    public String old(String id) {
        Permit permit = old.begin();
        try {
            String result = delegate.old(id);
            old.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            old.failed(permit, 1, failure);
            throw failure;
        }
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
    @Deprecated(
            since = "2",
            forRemoval = true
    )
    public String oldest(String id) {
        Permit permit = oldest.begin();
        try {
            String result = delegate.oldest(id);
            oldest.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            oldest.failed(permit, 1, failure);
            throw failure;
        }
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
    public Old value() {
        Permit permit = value.begin();
        try {
            Old result = delegate.value();
            value.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            value.failed(permit, 1, failure);
            throw failure;
        }
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
    public List raw() {
        Permit permit = raw.begin();
        try {
            List result = delegate.raw();
            raw.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            raw.failed(permit, 1, failure);
            throw failure;
        }
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
    public String current(String id) {
        Permit permit = current.begin();
        try {
            String result = delegate.current(id);
            current.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            current.failed(permit, 1, failure);
            throw failure;
        }
    }

    /**
     * Sets what a client is made of. Not for several threads.
     */
    @HoldfastGenerated
    public static final class Builder {
        private final LegacyClient delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;

        private Builder(LegacyClient delegate) {
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
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code LegacyClient}
         * describes.
         *
         * @param circuitBreaker the instance
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientLegacyClient build() {
            return new ResilientLegacyClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.deprecated.LegacyClient/";
        public static final String OLD = "golden.deprecated.LegacyClient/old/";
        public static final String OLDEST = "golden.deprecated.LegacyClient/oldest/";
        public static final String VALUE = "golden.deprecated.LegacyClient/value/";
        public static final String RAW = "golden.deprecated.LegacyClient/raw/";
        public static final String CURRENT = "golden.deprecated.LegacyClient/current/";

        private Keys() {
        }
    }
}
