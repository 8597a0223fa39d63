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
 * A {@link CatalogClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @CircuitBreaker} on {@code CatalogClient}: opens after 5 failures in a row (Exception; status
 *       408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
 *   <li>{@code @Fallback} on {@code CatalogClient.price}: lastKnown answers for a call that has failed with
 *       Exception.
 *   <li>{@code @Backoff} on {@code CatalogClient.price}: at most 3 attempts, waits before attempts 2-3: up
 *       to 1 s, 2 s (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @Fallback} on {@code CatalogClient.names}: lastKnown answers for a call that has failed with
 *       Exception but not IllegalArgumentException.
 *   <li>{@code @Fallback} on {@code CatalogClient.page}: unavailable answers for a call that has failed with
 *       IOException, CircuitOpenException.
 *   <li>{@code @RateLimited} on {@code CatalogClient.page}: on status 429 waits as long as Retry-After says,
 *       else 30 s; where the server asks for more than 5 min gives up; holds back all calls meanwhile.
 *   <li>{@code @Fallback} on {@code CatalogClient.report}: forget answers for a call that has failed with
 *       Exception.
 *   <li>{@code @Fallback} on {@code CatalogClient.all}: none answers for a call that has failed with
 *       Exception.
 *   <li>{@code @Fallback} on {@code CatalogClient.stock}: stock answers for a call that has failed with
 *       Exception.
 *   <li>{@code @Backoff} on {@code CatalogClient.stock}: at most 5 attempts, waits before attempts 2-5: up
 *       to 1 s, 2 s, 4 s, 8 s (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @Fallback} on {@code CatalogClient.tags}: noTags answers for a call that has failed with
 *       Exception.
 *   <li>{@code @Fallback} on {@code CatalogClient.best}: best answers for a call that has failed with
 *       Exception.
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
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientCatalogClient(CatalogClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
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
        this.best = GuardSetup.of("CatalogClient.best()")
                .fallback(bestFallbackPolicy)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    public static Builder builder(CatalogClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: lastKnown answers for a call that has failed with Exception.
     *   <li>{@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter);
     *       retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
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
        } catch (Throwable failure) {
            if (!price.fallsBack(failure)) {
                throw failure;
            }
            try {
                return lastKnown(article, failure);
            } catch (Throwable thrown) {
                price.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: lastKnown answers for a call that has failed with Exception but not
     *       IllegalArgumentException.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
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
        } catch (Throwable failure) {
            if (!names.fallsBack(failure)) {
                throw failure;
            }
            try {
                names.letGo(failure);
                return lastKnown(page);
            } catch (Throwable thrown) {
                names.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: unavailable answers for a call that has failed with IOException,
     *       CircuitOpenException.
     *   <li>{@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 22 min where every answer is rate-limited. Besides, waits before an attempt while
     * other calls are held back, up to 5 min 30 s.
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
                permit = page.refused(permit, attempt, result, HTTP_RESPONSE);
                if (permit == null) {
                    return result;
                }
            }
        } catch (Throwable failure) {
            if (!page.fallsBack(failure)) {
                throw failure;
            }
            try {
                if (failure instanceof CircuitOpenException) {
                    return unavailable(number, (CircuitOpenException) failure);
                }
                return unavailable(number, (IOException) failure);
            } catch (Throwable thrown) {
                page.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: forget answers for a call that has failed with Exception.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     */
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
        } catch (Throwable failure) {
            if (!report.fallsBack(failure)) {
                throw failure;
            }
            try {
                if (failure instanceof FileNotFoundException) {
                    forget(article, (FileNotFoundException) failure);
                } else if (failure instanceof IOException) {
                    forget(article, (IOException) failure);
                } else {
                    forget(article, (CircuitOpenException) failure);
                }
            } catch (Throwable thrown) {
                report.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Not protected: goes straight to the delegate.
     */
    @Override
    public String ping() {
        return delegate.ping();
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: none answers for a call that has failed with Exception.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     */
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
        } catch (Throwable failure) {
            if (!all.fallsBack(failure)) {
                throw failure;
            }
            try {
                all.letGo(failure);
                return CatalogClient.<T>none(type);
            } catch (Throwable thrown) {
                all.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: stock answers for a call that has failed with Exception.
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
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

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: noTags answers for a call that has failed with Exception.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     */
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
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: best answers for a call that has failed with Exception.
     * </ul>
     */
    @Override
    public String best() throws IOException {
        try {
            return delegate.best();
        } catch (Throwable failure) {
            if (!best.fallsBack(failure)) {
                throw failure;
            }
            try {
                return best((Exception) failure);
            } catch (Throwable thrown) {
                best.fallbackFailed(failure, thrown);
                throw thrown;
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
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code CatalogClient}
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
         * Sets another instance in place of the one that {@code @Backoff} on {@code CatalogClient.price}
         * describes.
         *
         * @param priceBackoff the instance
         * @return this builder
         */
        public Builder priceBackoff(ExponentialBackoff priceBackoff) {
            this.priceBackoff = Objects.requireNonNull(priceBackoff, "priceBackoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @RateLimited} on {@code CatalogClient.page}
         * describes.
         *
         * @param pageRateLimiter the instance
         * @return this builder
         */
        public Builder pageRateLimiter(RateLimiter pageRateLimiter) {
            this.pageRateLimiter = Objects.requireNonNull(pageRateLimiter, "pageRateLimiter");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code CatalogClient.stock}
         * describes.
         *
         * @param stockStringBackoff the instance
         * @return this builder
         */
        public Builder stockStringBackoff(ExponentialBackoff stockStringBackoff) {
            this.stockStringBackoff = Objects.requireNonNull(stockStringBackoff, "stockStringBackoff");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientCatalogClient build() {
            return new ResilientCatalogClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
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

        private Keys() {
        }
    }
}
