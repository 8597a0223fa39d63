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
 * Protects calls to a {@link Outer.Inner}. Thread-safe if the delegate is.
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
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class ResilientOuter_Inner implements Outer.Inner {
    private final Outer.Inner delegate;
    private final SyncGuard run;

    /** Creates a client with the default context. */
    ResilientOuter_Inner(Outer.Inner delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    ResilientOuter_Inner(Outer.Inner delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientOuter_Inner(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.nested.Outer.Inner");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, builder.backoff);
        this.run = GuardSetup.of("Outer.Inner.run").backoff(backoff).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    static Builder builder(Outer.Inner delegate) {
        return new Builder(delegate);
    }

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

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    static final class Builder {
        private final Outer.Inner delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;

        private Builder(Outer.Inner delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code Outer.Inner}. */
        Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Builds the client. */
        ResilientOuter_Inner build() {
            return new ResilientOuter_Inner(this);
        }
    }
}
