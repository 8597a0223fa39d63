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
 * Protects calls to a {@link Outer.Other.Deep}. Thread-safe if the delegate is.
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
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class SafeOuter_Other_DeepClient implements Outer.Other.Deep {
    private final Outer.Other.Deep delegate;
    private final SyncGuard number;

    /** Creates a client with the default context. */
    SafeOuter_Other_DeepClient(Outer.Other.Deep delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    SafeOuter_Other_DeepClient(Outer.Other.Deep delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private SafeOuter_Other_DeepClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.nested.Outer.Other.Deep");
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("Outer.Other.Deep")
                .build(setup, builder.circuitBreaker);
        this.number = GuardSetup.of("Outer.Other.Deep.number").circuitBreaker(circuitBreaker).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    static Builder builder(Outer.Other.Deep delegate) {
        return new Builder(delegate);
    }

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

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    static final class Builder {
        private final Outer.Other.Deep delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;

        private Builder(Outer.Other.Deep delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code Outer.Other.Deep}. */
        Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Builds the client. */
        SafeOuter_Other_DeepClient build() {
            return new SafeOuter_Other_DeepClient(this);
        }
    }
}
