package golden.encoding;

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
 * Protects calls to a {@link EncodedClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
 *       status 408, 5xx.
 * </ul>
 *
 * <p>A call waits at most 15 s between attempts.
 *
 * <p>The context may override these values.
 *
 * @param <Gr\u00f6\u00dfe> as in the interface
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({"all", "deprecation"})
public final class ResilientEncodedClient<Gr\u00f6\u00dfe> implements EncodedClient<Gr\u00f6\u00dfe> {
    private final EncodedClient<Gr\u00f6\u00dfe> delegate;
    private final SyncGuard one;
    private final SyncGuard two;
    private final SyncGuard \u0438\u043c\u044f;
    private final SyncGuard \u00fcber;

    /** Creates a client with the default context. */
    public ResilientEncodedClient(EncodedClient<Gr\u00f6\u00dfe> delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientEncodedClient(EncodedClient<Gr\u00f6\u00dfe> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientEncodedClient(Builder<Gr\u00f6\u00dfe> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.encoding.EncodedClient");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, builder.backoff);
        CircuitBreaker oneCircuitBreaker = BreakerSetup.create()
                .name("\u00e9")
                .failureThreshold(1)
                .share(setup, "golden.encoding.EncodedClient#one", builder.oneCircuitBreaker);
        CircuitBreaker twoCircuitBreaker = BreakerSetup.create()
                .name("\u4e2d")
                .failureThreshold(1)
                .share(setup, "golden.encoding.EncodedClient#two", builder.twoCircuitBreaker);
        CircuitBreaker \u0438\u043c\u044fCircuitBreaker = BreakerSetup.create()
                .name("a\u2028b\u2029c\u0085d \\\u00e9 \\\\u0041 \ud83d\ude00 \000\t\n\013\014\r\033\032\177\"")
                .share(setup, "golden.encoding.EncodedClient#\u0438\u043c\u044f", builder.\u0438\u043c\u044fCircuitBreaker);
        this.one = GuardSetup.of("EncodedClient.one").backoff(backoff).circuitBreaker(oneCircuitBreaker).sync(setup);
        this.two = GuardSetup.of("EncodedClient.two").backoff(backoff).circuitBreaker(twoCircuitBreaker).sync(setup);
        this.\u0438\u043c\u044f = GuardSetup.of("EncodedClient.\u0438\u043c\u044f")
                .backoff(backoff)
                .circuitBreaker(\u0438\u043c\u044fCircuitBreaker)
                .sync(setup);
        this.\u00fcber = GuardSetup.of("EncodedClient.\u00fcber").backoff(backoff).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static <Gr\u00f6\u00dfe> Builder<Gr\u00f6\u00dfe> builder(EncodedClient<Gr\u00f6\u00dfe> delegate) {
        return new Builder<>(delegate);
    }

    /**
     * Also {@code @CircuitBreaker}: opens after 1 failure (Exception and status 408, 5xx), rejects calls for 1 min,
     * closes after 2 successful probes.
     */
    @Override
    public String one() {
        Permit permit = one.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.one();
                one.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = one.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Also {@code @CircuitBreaker}: opens after 1 failure (Exception and status 408, 5xx), rejects calls for 1 min,
     * closes after 2 successful probes.
     */
    @Override
    public Gr\u00f6\u00dfe two(Gr\u00f6\u00dfe stra\u00dfe) {
        Permit permit = two.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                Gr\u00f6\u00dfe result = delegate.two(stra\u00dfe);
                two.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = two.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Also {@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
     * 1 min, closes after 2 successful probes.
     */
    @Override
    public void \u0438\u043c\u044f() {
        Permit permit = \u0438\u043c\u044f.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.\u0438\u043c\u044f();
                \u0438\u043c\u044f.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = \u0438\u043c\u044f.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    @Deprecated(since = "\u2028\\\u00df\0011")
    public void \u00fcber() {
        Permit permit = \u00fcber.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.\u00fcber();
                \u00fcber.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = \u00fcber.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder<Gr\u00f6\u00dfe> {
        private final EncodedClient<Gr\u00f6\u00dfe> delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker oneCircuitBreaker;
        private CircuitBreaker twoCircuitBreaker;
        private CircuitBreaker \u0438\u043c\u044fCircuitBreaker;

        private Builder(EncodedClient<Gr\u00f6\u00dfe> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder<Gr\u00f6\u00dfe> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code EncodedClient}. */
        public Builder<Gr\u00f6\u00dfe> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code EncodedClient.one}. */
        public Builder<Gr\u00f6\u00dfe> oneCircuitBreaker(CircuitBreaker oneCircuitBreaker) {
            this.oneCircuitBreaker = Objects.requireNonNull(oneCircuitBreaker, "oneCircuitBreaker");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code EncodedClient.two}. */
        public Builder<Gr\u00f6\u00dfe> twoCircuitBreaker(CircuitBreaker twoCircuitBreaker) {
            this.twoCircuitBreaker = Objects.requireNonNull(twoCircuitBreaker, "twoCircuitBreaker");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code EncodedClient.\u0438\u043c\u044f}. */
        public Builder<Gr\u00f6\u00dfe> \u0438\u043c\u044fCircuitBreaker(CircuitBreaker \u0438\u043c\u044fCircuitBreaker) {
            this.\u0438\u043c\u044fCircuitBreaker = Objects.requireNonNull(\u0438\u043c\u044fCircuitBreaker, "\u0438\u043c\u044fCircuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientEncodedClient<Gr\u00f6\u00dfe> build() {
            return new ResilientEncodedClient<>(this);
        }
    }
}
