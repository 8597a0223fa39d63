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
 *   <li>{@code @Backoff}: 1 attempt, so no retry.
 *   <li>{@code @RateLimited}: on status 429 waits 30 s.
 * </ul>
 *
 * <p>The context may override the values given here.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class ResilientReplyClient implements ReplyClient {
    private static final ReplyHint REPLY_HINT = new ReplyHint();

    private final ReplyClient delegate;
    private final SyncGuard ask;
    private final SyncGuard other;

    /**
     * Creates a client with the default context.
     *
     * @param delegate the client to protect
     */
    ResilientReplyClient(ReplyClient delegate) {
        this(builder(delegate));
    }

    /**
     * Creates a client.
     *
     * @param delegate the client to protect
     * @param holdfast the context to use
     */
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

    /**
     * Returns a builder for a client with custom policies.
     *
     * @param delegate the client to protect
     * @return a builder
     */
    static Builder builder(ReplyClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Reply ask(String question) throws Exception {
        Permit permit = ask.begin();
        for (int attempt = 1; ; attempt++) {
            Reply result;
            try {
                result = delegate.ask(question);
                if (ask.accepts(permit, ask.status(REPLY_HINT, result))) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = ask.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = ask.refused(permit, attempt, result);
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

        /**
         * Sets the context, in place of the default one.
         *
         * @param holdfast the context
         * @return this builder
         */
        Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code ReplyClient}.
         *
         * @param backoff the policy to use
         * @return this builder
         */
        Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code ReplyClient}.
         *
         * @param rateLimiter the policy to use
         * @return this builder
         */
        Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /**
         * Builds the client.
         *
         * @return the client
         */
        ResilientReplyClient build() {
            return new ResilientReplyClient(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "golden.results.ReplyClient/";
        static final String ASK = "golden.results.ReplyClient/ask/";
        static final String OTHER = "golden.results.ReplyClient/other/";

        private Keys() {}
    }
}
