package golden.names;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link Odd}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
 *       status 408, 5xx; deadline of 1 min.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 15 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientOdd implements Odd {
    private final Odd delegate;
    private final SyncGuard delegate_;
    private final SyncGuard permit;
    private final SyncGuard result;
    private final SyncGuard builder;
    private final SyncGuard build;
    private final SyncGuard getString;
    private final SyncGuard getStringInt;
    private final SyncGuard getListIntArrayArray;
    private final SyncGuard circuitBreaker;
    private final SyncGuard backoff;

    /** Creates a client with the default context. */
    public ResilientOdd(Odd delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientOdd(Odd delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientOdd(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.names.Odd");
        ExponentialBackoff backoff = BackoffSetup.create()
                .deadlineNanos(60_000_000_000L) // 1 min
                .build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("Odd").build(setup, builder.circuitBreaker);
        CircuitBreaker backoffCircuitBreaker = BreakerSetup.create()
                .name("Odd.backoff")
                .build(setup, "backoff", builder.backoffCircuitBreaker);
        GuardSetup guards = GuardSetup.of("Odd").backoff(backoff).circuitBreaker(circuitBreaker);
        this.delegate_ = guards.method("Odd.delegate").sync(setup);
        this.permit = guards.method("Odd.permit").sync(setup);
        this.result = guards.method("Odd.result").sync(setup);
        this.builder = guards.method("Odd.builder").sync(setup);
        this.build = guards.method("Odd.build").sync(setup);
        this.getString = guards.method("Odd.get(String)").sync(setup);
        this.getStringInt = guards.method("Odd.get(String,int)").sync(setup);
        this.getListIntArrayArray = guards.method("Odd.get(List<String>,int[][])").sync(setup);
        this.circuitBreaker = guards.method("Odd.circuitBreaker").sync(setup);
        this.backoff = guards.method("Odd.backoff").circuitBreaker(backoffCircuitBreaker).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(Odd delegate) {
        return new Builder(delegate);
    }

    @java.lang.Override
    public String delegate(String delegate, String holdfast) {
        dev.holdfast.runtime.Permit permit = delegate_.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = this.delegate.delegate(delegate, holdfast);
                delegate_.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = delegate_.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @java.lang.Override
    public Odd.Permit permit(Odd.Permit permit, int attempt, long deadline) {
        dev.holdfast.runtime.Permit permit_ = this.permit.begin();
        for (int attempt_ = 1; ; attempt_++) {
            try {
                Odd.Permit result = delegate.permit(permit, attempt, deadline);
                this.permit.succeeded(permit_);
                return result;
            } catch (Throwable failure) {
                permit_ = this.permit.failed(permit_, attempt_, failure);
                if (permit_ == null) {
                    throw failure;
                }
            }
        }
    }

    @java.lang.Override
    public String result(String failure, String permit, String result) {
        dev.holdfast.runtime.Permit permit_ = this.result.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result_ = delegate.result(failure, permit, result);
                this.result.succeeded(permit_);
                return result_;
            } catch (Throwable failure_) {
                permit_ = this.result.failed(permit_, attempt, failure_);
                if (permit_ == null) {
                    throw failure_;
                }
            }
        }
    }

    @java.lang.Override
    public Odd.Builder builder(Odd.Builder builder) {
        dev.holdfast.runtime.Permit permit = this.builder.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                Odd.Builder result = delegate.builder(builder);
                this.builder.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = this.builder.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @java.lang.Override
    public String build(String build) {
        dev.holdfast.runtime.Permit permit = this.build.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.build(build);
                this.build.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = this.build.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @java.lang.Override
    public String get(String key) {
        dev.holdfast.runtime.Permit permit = getString.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.get(key);
                getString.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = getString.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @java.lang.Override
    public String get(String key, int depth) {
        dev.holdfast.runtime.Permit permit = getStringInt.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.get(key, depth);
                getStringInt.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = getStringInt.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @java.lang.Override
    public String get(List<String> keys, int[]... depths) {
        dev.holdfast.runtime.Permit permit = getListIntArrayArray.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.get(keys, depths);
                getListIntArrayArray.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = getListIntArrayArray.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @java.lang.Override
    public String circuitBreaker(Override builder) {
        dev.holdfast.runtime.Permit permit = circuitBreaker.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.circuitBreaker(builder);
                circuitBreaker.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = circuitBreaker.failed(permit, attempt, failure);
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
    @java.lang.Override
    public void backoff() {
        dev.holdfast.runtime.Permit permit = backoff.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.backoff();
                backoff.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = backoff.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final Odd delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private CircuitBreaker backoffCircuitBreaker;

        private Builder(Odd delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code Odd}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code Odd}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code Odd.backoff}. */
        public Builder backoffCircuitBreaker(CircuitBreaker backoffCircuitBreaker) {
            this.backoffCircuitBreaker = Objects.requireNonNull(backoffCircuitBreaker, "backoffCircuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientOdd build() {
            return new ResilientOdd(this);
        }
    }
}
