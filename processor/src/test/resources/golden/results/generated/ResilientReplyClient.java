package golden.results;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link ReplyClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: 1 attempt, no retry.
 *   <li>{@code @RateLimited}: on status 429 waits 30 s.
 * </ul>
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class ResilientReplyClient implements ReplyClient {
    private static final ReplyHint REPLY_HINT = new ReplyHint();

    private final ReplyClient delegate;
    private final SyncGuard ask;
    private final SyncGuard other;

    /** Creates a client with the default context. */
    ResilientReplyClient(ReplyClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    ResilientReplyClient(ReplyClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientReplyClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.results.ReplyClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(1).build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create()
                .name("reply")
                .maxDelayNanos(45_000_000_000L) // 45 s
                .respectRetryAfter(false)
                .shared(false)
                .share(setup, "golden.results.ReplyClient", builder.rateLimiter);
        this.ask = GuardSetup.of("ReplyClient.ask")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .result(REPLY_HINT)
                .interruptible()
                .sync(setup);
        this.other = GuardSetup.of("ReplyClient.other").backoff(backoff).rateLimiter(rateLimiter).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    static Builder builder(ReplyClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Reply ask(String question) throws Exception {
        Permit permit = ask.begin();
        for (int attempt = 1; ; attempt++) {
            Reply result;
            int status;
            try {
                result = delegate.ask(question);
                status = ask.status(REPLY_HINT, result);
                if (ask.accepts(permit, status)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = ask.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = ask.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public String other(String question) {
        Permit permit = other.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.other(question);
                other.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = other.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    static final class Builder {
        private final ReplyClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private RateLimiter rateLimiter;

        private Builder(ReplyClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code ReplyClient}. */
        Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code ReplyClient}. */
        Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Builds the client. */
        ResilientReplyClient build() {
            return new ResilientReplyClient(this);
        }
    }
}
