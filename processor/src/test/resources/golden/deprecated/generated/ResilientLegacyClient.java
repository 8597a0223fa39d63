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
 * Protects calls to a {@link LegacyClient}. Thread-safe if the delegate is.
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
@SuppressWarnings({"all", "deprecation", "rawtypes", "removal"})
public final class ResilientLegacyClient implements LegacyClient {
    private final LegacyClient delegate;
    private final SyncGuard old;
    private final SyncGuard oldest;
    private final SyncGuard value;
    private final SyncGuard raw;
    private final SyncGuard current;

    /** Creates a client with the default context. */
    public ResilientLegacyClient(LegacyClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientLegacyClient(LegacyClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientLegacyClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.deprecated.LegacyClient");
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("LegacyClient").build(setup, builder.circuitBreaker);
        GuardSetup guards = GuardSetup.of("LegacyClient").circuitBreaker(circuitBreaker);
        this.old = guards.method("LegacyClient.old").sync(setup);
        this.oldest = guards.method("LegacyClient.oldest").sync(setup);
        this.value = guards.method("LegacyClient.value").sync(setup);
        this.raw = guards.method("LegacyClient.raw").sync(setup);
        this.current = guards.method("LegacyClient.current").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(LegacyClient delegate) {
        return new Builder(delegate);
    }

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

    @Override
    @Deprecated(since = "2", forRemoval = true)
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

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final LegacyClient delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;

        private Builder(LegacyClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code LegacyClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientLegacyClient build() {
            return new ResilientLegacyClient(this);
        }
    }
}
