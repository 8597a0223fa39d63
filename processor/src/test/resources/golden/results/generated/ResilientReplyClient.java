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
 * A {@link ReplyClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code ReplyClient}: 1 attempt, so no retry.
 *   <li>{@code @RateLimited} on {@code ReplyClient}: on status 429 waits 30 s.
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
final class ResilientReplyClient implements ReplyClient {
    private static final ReplyHint REPLY_HINT = new ReplyHint();

    private final ReplyClient delegate;
    private final SyncGuard ask;
    private final SyncGuard other;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    ResilientReplyClient(ReplyClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    ResilientReplyClient(ReplyClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientReplyClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.results.ReplyClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(1)
                .build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create()
                .name("reply")
                .maxDelayNanos(45_000_000_000L) // 45 s
                .respectRetryAfter(false)
                .shared(false)
                .share(setup, "golden.results.ReplyClient", builder.rateLimiter);
        this.ask = GuardSetup.of("ReplyClient.ask")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .interruptible()
                .sync(setup);
        this.other = GuardSetup.of("ReplyClient.other")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    static Builder builder(ReplyClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: 1 attempt, so no retry.
     *   <li>{@code @RateLimited}: on status 429 waits 30 s.
     * </ul>
     */
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
            permit = ask.refused(permit, attempt, result, REPLY_HINT);
            if (permit == null) {
                return result;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: 1 attempt, so no retry.
     *   <li>{@code @RateLimited}: on status 429 waits 30 s.
     * </ul>
     */
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

    /**
     * Sets what a client is made of. Not for several threads.
     */
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
         * Sets another instance in place of the one that {@code @Backoff} on {@code ReplyClient} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @RateLimited} on {@code ReplyClient} describes.
         *
         * @param rateLimiter the instance
         * @return this builder
         */
        Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        ResilientReplyClient build() {
            return new ResilientReplyClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "golden.results.ReplyClient/";
        static final String ASK = "golden.results.ReplyClient/ask/";
        static final String OTHER = "golden.results.ReplyClient/other/";

        private Keys() {
        }
    }
}
