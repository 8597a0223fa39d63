package com.acme;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link CatalogClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls for 1 min,
 *       closes after 2 successful probes.
 * </ul>
 *
 * <p>The context may override the values given here.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientCatalogClient implements CatalogClient {
    private static final HttpResponseHint HTTP_RESPONSE = new HttpResponseHint();

    private final CatalogClient delegate;
    private final SyncGuard price;
    private final SyncGuard names;
    private final SyncGuard page;
    private final SyncGuard report;
    private final SyncGuard all;
    private final AsyncGuard stockString;
    private final AsyncGuard tags;
    private final SyncGuard best;

    /**
     * Creates a client with the default context.
     *
     * @param delegate the client to protect
     */
    public ResilientCatalogClient(CatalogClient delegate) {
        this(builder(delegate));
    }

    /**
     * Creates a client.
     *
     * @param delegate the client to protect
     * @param holdfast the context to use
     */
    public ResilientCatalogClient(CatalogClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientCatalogClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "com.acme.CatalogClient");
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("CatalogClient")
                .build(setup, builder.circuitBreaker);
        FallbackRule priceFallbackPolicy = FallbackSetup.create().build(setup, "price");
        ExponentialBackoff priceBackoff = BackoffSetup.create()
                .maxAttempts(3)
                .build(setup, "price", builder.priceBackoff);
        FallbackRule namesFallbackPolicy = FallbackSetup.create()
                .except(IllegalArgumentException.class)
                .build(setup, "names");
        FallbackRule pageFallbackPolicy = FallbackSetup.create()
                .on(IOException.class, CircuitOpenException.class)
                .build(setup, "page");
        RateLimiter pageRateLimiter = LimiterSetup.create()
                .name("CatalogClient.page")
                .build(setup, "page", builder.pageRateLimiter);
        FallbackRule reportFallbackPolicy = FallbackSetup.create().build(setup, "report");
        FallbackRule allFallbackPolicy = FallbackSetup.create().build(setup, "all");
        FallbackRule stockStringFallbackPolicy = FallbackSetup.create().build(setup, "stock");
        ExponentialBackoff stockStringBackoff = BackoffSetup.create().build(setup, "stock", builder.stockStringBackoff);
        FallbackRule tagsFallbackPolicy = FallbackSetup.create().build(setup, "tags");
        FallbackRule bestFallbackPolicy = FallbackSetup.create().build(setup, "best");
        this.price = GuardSetup.of("CatalogClient.price")
                .fallback(priceFallbackPolicy)
                .backoff(priceBackoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.names = GuardSetup.of("CatalogClient.names")
                .fallback(namesFallbackPolicy)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.page = GuardSetup.of("CatalogClient.page")
                .fallback(pageFallbackPolicy)
                .rateLimiter(pageRateLimiter)
                .circuitBreaker(circuitBreaker)
                .discards()
                .result(HTTP_RESPONSE)
                .interruptible()
                .sync(setup);
        this.report = GuardSetup.of("CatalogClient.report")
                .fallback(reportFallbackPolicy, FileNotFoundException.class, IOException.class, CircuitOpenException.class)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.all = GuardSetup.of("CatalogClient.all")
                .fallback(allFallbackPolicy)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.stockString = GuardSetup.of("CatalogClient.stock(String)")
                .fallback(stockStringFallbackPolicy)
                .backoff(stockStringBackoff)
                .circuitBreaker(circuitBreaker)
                .async(setup);
        this.tags = GuardSetup.of("CatalogClient.tags")
                .fallback(tagsFallbackPolicy)
                .circuitBreaker(circuitBreaker)
                .async(setup);
        this.best = GuardSetup.of("CatalogClient.best()").fallback(bestFallbackPolicy).sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Returns a builder for a client with custom policies.
     *
     * @param delegate the client to protect
     * @return a builder
     */
    public static Builder builder(CatalogClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: lastKnown answers for a call that has failed with Exception.
     *   <li>also {@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter); retries
     *       Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 3 s.
     */
    @Override
    public String price(String article) throws IOException {
        try {
            Permit permit = price.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    String result = delegate.price(article);
                    price.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = price.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        } catch (Throwable finalFailure) {
            if (!price.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                return lastKnown(article, finalFailure);
            } catch (Throwable fallbackFailure) {
                price.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /**
     * Also {@code @Fallback}: lastKnown answers for a call that has failed with Exception but not
     * IllegalArgumentException.
     */
    @Override
    public List<String> names(int page) throws IOException {
        try {
            Permit permit = names.begin();
            try {
                List<String> result = delegate.names(page);
                names.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                names.failed(permit, 1, failure);
                throw failure;
            }
        } catch (Throwable finalFailure) {
            if (!names.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                names.letGo(finalFailure);
                return lastKnown(page);
            } catch (Throwable fallbackFailure) {
                names.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: unavailable answers for a call that has failed with IOException,
     *       CircuitOpenException.
     *   <li>also {@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     * </ul>
     *
     * <p>Waits in all: at most 22 min where every answer is rate-limited. Besides, waits before an attempt while other
     * calls are held back, up to 5 min 30 s.
     */
    @Override
    public HttpResponse<String> page(int number) throws IOException, InterruptedException {
        try {
            Permit permit = page.begin();
            for (int attempt = 1; ; attempt++) {
                HttpResponse<String> result;
                try {
                    result = delegate.page(number);
                    if (page.accepts(permit, page.status(HTTP_RESPONSE, result), result, HTTP_RESPONSE)) {
                        return result;
                    }
                } catch (Throwable failure) {
                    permit = page.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                    continue;
                }
                permit = page.refused(permit, attempt, result);
                if (permit == null) {
                    return result;
                }
            }
        } catch (Throwable finalFailure) {
            if (!page.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                if (finalFailure instanceof CircuitOpenException) {
                    return unavailable(number, (CircuitOpenException) finalFailure);
                }
                return unavailable(number, (IOException) finalFailure);
            } catch (Throwable fallbackFailure) {
                page.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /** Also {@code @Fallback}: forget answers for a call that has failed with Exception. */
    @Override
    public void report(String article) throws IOException, TimeoutException {
        try {
            Permit permit = report.begin();
            try {
                delegate.report(article);
                report.succeeded(permit);
            } catch (Throwable failure) {
                report.failed(permit, 1, failure);
                throw failure;
            }
        } catch (Throwable finalFailure) {
            if (!report.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                if (finalFailure instanceof FileNotFoundException) {
                    forget(article, (FileNotFoundException) finalFailure);
                } else if (finalFailure instanceof IOException) {
                    forget(article, (IOException) finalFailure);
                } else {
                    forget(article, (CircuitOpenException) finalFailure);
                }
            } catch (Throwable fallbackFailure) {
                report.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /** Not protected. */
    @Override
    public String ping() {
        return delegate.ping();
    }

    /** Also {@code @Fallback}: none answers for a call that has failed with Exception. */
    @Override
    public <T extends Comparable<T>> List<T> all(Class<T> type) {
        try {
            Permit permit = all.begin();
            try {
                List<T> result = delegate.<T>all(type);
                all.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                all.failed(permit, 1, failure);
                throw failure;
            }
        } catch (Throwable finalFailure) {
            if (!all.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                all.letGo(finalFailure);
                return CatalogClient.<T>none(type);
            } catch (Throwable fallbackFailure) {
                all.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: stock answers for a call that has failed with Exception.
     *   <li>also {@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public CompletableFuture<Integer> stock(String article) {
        Permit permit = stockString.begin();
        CompletableFuture<Integer> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.stock(article);
                if (stockString.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return stockString.follow(permit, first, failure, () -> delegate.stock(article), reason -> {
            if (reason instanceof CircuitOpenException) {
                return stock(article, (CircuitOpenException) reason);
            }
            return stock(article, (Exception) reason);
        });
    }

    /** Also {@code @Fallback}: noTags answers for a call that has failed with Exception. */
    @Override
    public CompletionStage<? extends List<String>> tags(String... articles) {
        Permit permit = tags.begin();
        CompletionStage<? extends List<String>> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.tags(articles);
                if (tags.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return tags.follow(permit, first, failure, () -> delegate.tags(articles), reason -> {
            tags.letGo(reason);
            return CatalogClient.noTags(articles);
        });
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: best answers for a call that has failed with Exception.
     *   <li>no {@code @CircuitBreaker}.
     * </ul>
     */
    @Override
    public String best() throws IOException {
        try {
            return delegate.best();
        } catch (Throwable finalFailure) {
            if (!best.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                return best((Exception) finalFailure);
            } catch (Throwable fallbackFailure) {
                best.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
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
        private final CatalogClient delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff priceBackoff;
        private RateLimiter pageRateLimiter;
        private ExponentialBackoff stockStringBackoff;

        private Builder(CatalogClient delegate) {
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
         * Replaces {@code @CircuitBreaker} on {@code CatalogClient}.
         *
         * @param circuitBreaker the policy to use
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code CatalogClient.price}.
         *
         * @param priceBackoff the policy to use
         * @return this builder
         */
        public Builder priceBackoff(ExponentialBackoff priceBackoff) {
            this.priceBackoff = Objects.requireNonNull(priceBackoff, "priceBackoff");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code CatalogClient.page}.
         *
         * @param pageRateLimiter the policy to use
         * @return this builder
         */
        public Builder pageRateLimiter(RateLimiter pageRateLimiter) {
            this.pageRateLimiter = Objects.requireNonNull(pageRateLimiter, "pageRateLimiter");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code CatalogClient.stock}.
         *
         * @param stockStringBackoff the policy to use
         * @return this builder
         */
        public Builder stockStringBackoff(ExponentialBackoff stockStringBackoff) {
            this.stockStringBackoff = Objects.requireNonNull(stockStringBackoff, "stockStringBackoff");
            return this;
        }

        /**
         * Builds the client.
         *
         * @return the client
         */
        public ResilientCatalogClient build() {
            return new ResilientCatalogClient(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "com.acme.CatalogClient/";
        public static final String PRICE = "com.acme.CatalogClient/price/";
        public static final String NAMES = "com.acme.CatalogClient/names/";
        public static final String PAGE = "com.acme.CatalogClient/page/";
        public static final String REPORT = "com.acme.CatalogClient/report/";
        public static final String ALL = "com.acme.CatalogClient/all/";
        public static final String STOCK = "com.acme.CatalogClient/stock/";
        public static final String TAGS = "com.acme.CatalogClient/tags/";
        public static final String BEST = "com.acme.CatalogClient/best/";

        private Keys() {}
    }
}
