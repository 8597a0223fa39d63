package golden.nested;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link Outer.Inner} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code Outer.Inner}: at most 5 attempts, waits before attempts 2-5: up to 1 s,
 *       2 s, 4 s, 8 s (full jitter); retries Exception; status 408, 5xx.
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
final class ResilientOuter_Inner implements Outer.Inner {
    private final Outer.Inner delegate;
    private final SyncGuard run;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    ResilientOuter_Inner(Outer.Inner delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    ResilientOuter_Inner(Outer.Inner delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientOuter_Inner(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.nested.Outer.Inner");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, builder.backoff);
        this.run = GuardSetup.of("Outer.Inner.run")
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
    static Builder builder(Outer.Inner delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public void run() {
        Permit permit = run.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.run();
                run.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = run.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Sets what a client is made of. Not for several threads.
     */
    @HoldfastGenerated
    static final class Builder {
        private final Outer.Inner delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;

        private Builder(Outer.Inner delegate) {
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
         * Sets another instance in place of the one that {@code @Backoff} on {@code Outer.Inner} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        ResilientOuter_Inner build() {
            return new ResilientOuter_Inner(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "golden.nested.Outer.Inner/";
        static final String RUN = "golden.nested.Outer.Inner/run/";

        private Keys() {
        }
    }
}
