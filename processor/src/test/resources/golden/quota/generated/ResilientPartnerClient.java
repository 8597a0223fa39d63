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
 * A {@link PartnerClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @RateLimited} on {@code PartnerClient}: makes at most 100 evenly spaced attempts in 1 min,
 *       and 10 more at once; others wait, for up to 500 ms; on status 429 waits as long as Retry-After says,
 *       else 30 s; where the server asks for more than 5 min gives up; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker} on {@code PartnerClient}: opens after 5 failures in a row (Exception; status
 *       408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
 *   <li>{@code @Backoff} on {@code PartnerClient.search}: at most 2 attempts, wait before attempt 2: up to
 *       1 s (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @RateLimited} on {@code PartnerClient.search}: makes at most 1 attempt in 1 s; rejects
 *       others; on status 429 waits as long as Retry-After says, else 30 s; where the server asks for more
 *       than 5 min gives up.
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
public final class ResilientPartnerClient implements PartnerClient {
    private static final HttpResponseHint HTTP_RESPONSE = new HttpResponseHint();

    private final PartnerClient delegate;
    private final SyncGuard order;
    private final SyncGuard motd;
    private final AsyncGuard news;
    private final SyncGuard search;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientPartnerClient(PartnerClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
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
        this.order = GuardSetup.of("PartnerClient.order")
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .discards()
                .sync(setup);
        this.motd = GuardSetup.of("PartnerClient.motd")
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.news = GuardSetup.of("PartnerClient.news")
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .async(setup);
        this.search = GuardSetup.of("PartnerClient.search")
                .backoff(searchBackoff)
                .rateLimiter(searchRateLimiter)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    public static Builder builder(PartnerClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @RateLimited}: makes at most 100 evenly spaced attempts in 1 min, and 10 more at once; others
     *       wait, for up to 500 ms; on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 22 min where every answer is rate-limited. Besides, waits before an attempt while
     * other calls are held back, up to 5 min 30 s. Besides, waits before an attempt for a place in the
     * quota, up to 500 ms.
     */
    @Override
    public HttpResponse<String> order(String id) {
        Permit permit = order.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> result;
            try {
                result = delegate.order(id);
                if (order.accepts(permit, order.status(HTTP_RESPONSE, result), result, HTTP_RESPONSE)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = order.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = order.refused(permit, attempt, result, HTTP_RESPONSE);
            if (permit == null) {
                return result;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @RateLimited}: makes at most 100 evenly spaced attempts in 1 min, and 10 more at once; others
     *       wait, for up to 500 ms; on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits before an attempt while other calls are held back, up to 5 min 30 s. Besides, waits before an
     * attempt for a place in the quota, up to 500 ms.
     */
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

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @RateLimited}: makes at most 100 evenly spaced attempts in 1 min, and 10 more at once; others
     *       wait, for up to 500 ms; on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits before an attempt while other calls are held back, up to 5 min 30 s. Besides, waits before an
     * attempt for a place in the quota, up to 500 ms.
     */
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
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     *   <li>{@code @RateLimited}: makes at most 1 attempt in 1 s; rejects others; on status 429 waits as long as
     *       Retry-After says, else 30 s; where the server asks for more than 5 min gives up.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 1 s.
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

    @HoldfastGenerated
    private static final class HttpResponseHint implements RateLimitHint<HttpResponse<?>> {
        @Override
        public int status(HttpResponse<?> answer) {
            return answer == null ? NO_STATUS : answer.statusCode();
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

    /**
     * Sets what a client is made of. Not for several threads.
     */
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

        /**
         * Sets the context: clock, random numbers, shared instances.
         *
         * @param holdfast the context
         * @return this builder
         */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @RateLimited} on {@code PartnerClient} describes.
         *
         * @param rateLimiter the instance
         * @return this builder
         */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code PartnerClient}
         * describes.
         *
         * @param circuitBreaker the instance
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code PartnerClient.search}
         * describes.
         *
         * @param searchBackoff the instance
         * @return this builder
         */
        public Builder searchBackoff(ExponentialBackoff searchBackoff) {
            this.searchBackoff = Objects.requireNonNull(searchBackoff, "searchBackoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @RateLimited} on {@code PartnerClient.search}
         * describes.
         *
         * @param searchRateLimiter the instance
         * @return this builder
         */
        public Builder searchRateLimiter(RateLimiter searchRateLimiter) {
            this.searchRateLimiter = Objects.requireNonNull(searchRateLimiter, "searchRateLimiter");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientPartnerClient build() {
            return new ResilientPartnerClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "com.acme.partner.PartnerClient/";
        public static final String ORDER = "com.acme.partner.PartnerClient/order/";
        public static final String MOTD = "com.acme.partner.PartnerClient/motd/";
        public static final String NEWS = "com.acme.partner.PartnerClient/news/";
        public static final String SEARCH = "com.acme.partner.PartnerClient/search/";

        private Keys() {
        }
    }
}
