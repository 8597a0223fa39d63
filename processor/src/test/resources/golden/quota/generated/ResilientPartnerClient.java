package com.acme.partner;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link PartnerClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @RateLimited}: at most 100 evenly spaced attempts in 1 min, and 10 more at once; others wait up to
 *       500 ms; on status 429 waits for Retry-After, or without one 30 s; gives up if that is more than 5 min; holds
 *       back all calls meanwhile.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>An attempt waits up to 5 min 30 s while calls are held back, and up to 500 ms for a place in the quota.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientPartnerClient implements PartnerClient {
    private static final Answers ANSWERS = new Answers();

    private final PartnerClient delegate;
    private final SyncGuard order;
    private final SyncGuard motd;
    private final AsyncGuard news;
    private final SyncGuard search;

    /** Creates a client with the default context. */
    public ResilientPartnerClient(PartnerClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientPartnerClient(PartnerClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientPartnerClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "com.acme.partner.PartnerClient");
        RateLimiter rateLimiter = LimiterSetup.create()
                .name("PartnerClient")
                .permits(100)
                .perNanos(60_000_000_000L) // 1 min
                .burst(10)
                .maxWaitNanos(500_000_000L) // 500 ms
                .build(setup, builder.rateLimiter);
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("PartnerClient")
                .build(setup, builder.circuitBreaker);
        ExponentialBackoff searchBackoff = BackoffSetup.create()
                .maxAttempts(2)
                .build(setup, "search", builder.searchBackoff);
        RateLimiter searchRateLimiter = LimiterSetup.create()
                .name("search")
                .shared(false)
                .permits(1)
                .share(setup, "com.acme.partner.PartnerClient#search", builder.searchRateLimiter);
        GuardSetup guards = GuardSetup.of("PartnerClient").rateLimiter(rateLimiter).circuitBreaker(circuitBreaker);
        this.order = guards.method("PartnerClient.order").discards().result(ANSWERS).sync(setup);
        this.motd = guards.method("PartnerClient.motd").sync(setup);
        this.news = guards.method("PartnerClient.news").async(setup);
        this.search = guards.method("PartnerClient.search")
                .backoff(searchBackoff)
                .rateLimiter(searchRateLimiter)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(PartnerClient delegate) {
        return new Builder(delegate);
    }

    /**
     * A call waits at most 22 min between attempts if every answer is rate-limited. An attempt waits up to 5 min 30 s
     * while calls are held back, and up to 500 ms for a place in the quota.
     */
    @Override
    public HttpResponse<String> order(String id) {
        Permit permit = order.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> result;
            int status;
            try {
                result = delegate.order(id);
                status = order.status(ANSWERS, result);
                if (order.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = order.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = order.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public String motd() {
        Permit permit = motd.begin();
        try {
            String result = delegate.motd();
            motd.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            motd.failed(permit, 1, failure);
            throw failure;
        }
    }

    @Override
    public CompletableFuture<String> news() {
        Permit permit = news.begin();
        CompletableFuture<String> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.news();
                if (news.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return news.follow(permit, first, failure, () -> delegate.news());
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Backoff}: at most 2 attempts, up to 1 s apart (full jitter); retries Exception and status
     *       408, 5xx.
     *   <li>its own {@code @RateLimited}: at most 1 attempt in 1 s; rejects others; on status 429 waits for
     *       Retry-After, or without one 30 s; gives up if that is more than 5 min.
     * </ul>
     *
     * <p>A call waits at most 1 s between attempts.
     */
    @Override
    public String search(String text) {
        Permit permit = search.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.search(text);
                search.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = search.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<HttpResponse<?>> {
        @Override
        public int status(HttpResponse<?> answer) {
            return answer.statusCode();
        }

        @Override
        public String header(HttpResponse<?> answer, String name) {
            var headers = answer.headers();
            return headers == null ? null : headers.firstValue(name).orElse(null);
        }

        @Override
        public void discard(HttpResponse<?> answer) throws Exception {
            Object body = answer.body();
            if (body instanceof AutoCloseable) {
                ((AutoCloseable) body).close();
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final PartnerClient delegate;
        private Holdfast holdfast;
        private RateLimiter rateLimiter;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff searchBackoff;
        private RateLimiter searchRateLimiter;

        private Builder(PartnerClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code PartnerClient}. */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code PartnerClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code PartnerClient.search}. */
        public Builder searchBackoff(ExponentialBackoff searchBackoff) {
            this.searchBackoff = Objects.requireNonNull(searchBackoff, "searchBackoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code PartnerClient.search}. */
        public Builder searchRateLimiter(RateLimiter searchRateLimiter) {
            this.searchRateLimiter = Objects.requireNonNull(searchRateLimiter, "searchRateLimiter");
            return this;
        }

        /** Builds the client. */
        public ResilientPartnerClient build() {
            return new ResilientPartnerClient(this);
        }
    }
}
