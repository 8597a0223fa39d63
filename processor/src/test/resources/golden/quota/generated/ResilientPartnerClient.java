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
 *   <li>{@code @RateLimited}: makes at most 100 evenly spaced attempts in 1 min, and 10 more at once; others wait, for
 *       up to 500 ms; on status 429 waits as long as Retry-After says, else 30 s; where the server asks for more than 5 min
 *       gives up; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls for 1 min,
 *       closes after 2 successful probes.
 * </ul>
 *
 * <p>Waits before an attempt while other calls are held back, up to 5 min 30 s. Besides, waits before an attempt for a
 * place in the quota, up to 500 ms.
 *
 * <p>The context may override the values given here.
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
     * Creates a client with the default context.
     *
     * @param delegate the client to protect
     */
    public ResilientPartnerClient(PartnerClient delegate) {
        this(builder(delegate));
    }

    /**
     * Creates a client.
     *
     * @param delegate the client to protect
     * @param holdfast the context to use
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
                .result(HTTP_RESPONSE)
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
     * Returns a builder for a client with custom policies.
     *
     * @param delegate the client to protect
     * @return a builder
     */
    public static Builder builder(PartnerClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Waits in all: at most 22 min where every answer is rate-limited. Besides, waits before an attempt while other
     * calls are held back, up to 5 min 30 s. Besides, waits before an attempt for a place in the quota, up to 500 ms.
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
            permit = order.refused(permit, attempt, result);
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
     *   <li>also {@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     *   <li>its own {@code @RateLimited}: makes at most 1 attempt in 1 s; rejects others; on status 429 waits as long
     *       as Retry-After says, else 30 s; where the server asks for more than 5 min gives up.
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

        /**
         * Sets the context, in place of the default one.
         *
         * @param holdfast the context
         * @return this builder
         */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code PartnerClient}.
         *
         * @param rateLimiter the policy to use
         * @return this builder
         */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /**
         * Replaces {@code @CircuitBreaker} on {@code PartnerClient}.
         *
         * @param circuitBreaker the policy to use
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code PartnerClient.search}.
         *
         * @param searchBackoff the policy to use
         * @return this builder
         */
        public Builder searchBackoff(ExponentialBackoff searchBackoff) {
            this.searchBackoff = Objects.requireNonNull(searchBackoff, "searchBackoff");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code PartnerClient.search}.
         *
         * @param searchRateLimiter the policy to use
         * @return this builder
         */
        public Builder searchRateLimiter(RateLimiter searchRateLimiter) {
            this.searchRateLimiter = Objects.requireNonNull(searchRateLimiter, "searchRateLimiter");
            return this;
        }

        /**
         * Builds the client.
         *
         * @return the client
         */
        public ResilientPartnerClient build() {
            return new ResilientPartnerClient(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "com.acme.partner.PartnerClient/";
        public static final String ORDER = "com.acme.partner.PartnerClient/order/";
        public static final String MOTD = "com.acme.partner.PartnerClient/motd/";
        public static final String NEWS = "com.acme.partner.PartnerClient/news/";
        public static final String SEARCH = "com.acme.partner.PartnerClient/search/";

        private Keys() {}
    }
}
