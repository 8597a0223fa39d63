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
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientCatalogClient implements CatalogClient {
    private static final Answers ANSWERS = new Answers();

    private final CatalogClient delegate;
    private final SyncGuard price;
    private final SyncGuard names;
    private final SyncGuard page;
    private final SyncGuard report;
    private final SyncGuard all;
    private final AsyncGuard stockString;
    private final AsyncGuard tags;
    private final SyncGuard best;

    /** Creates a client with the default context. */
    public ResilientCatalogClient(CatalogClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientCatalogClient(CatalogClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientCatalogClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "com.acme.CatalogClient");
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("CatalogClient")
                .build(setup, builder.circuitBreaker);
        FallbackRule priceFallbackRule = FallbackSetup.create().build(setup, "price");
        ExponentialBackoff priceBackoff = BackoffSetup.create()
                .maxAttempts(3)
                .build(setup, "price", builder.priceBackoff);
        FallbackRule namesFallbackRule = FallbackSetup.create()
                .except(IllegalArgumentException.class)
                .build(setup, "names");
        FallbackRule pageFallbackRule = FallbackSetup.create()
                .on(IOException.class, CircuitOpenException.class)
                .build(setup, "page");
        RateLimiter pageRateLimiter = LimiterSetup.create()
                .name("CatalogClient.page")
                .build(setup, "page", builder.pageRateLimiter);
        FallbackRule reportFallbackRule = FallbackSetup.create().build(setup, "report");
        FallbackRule allFallbackRule = FallbackSetup.create().build(setup, "all");
        FallbackRule stockStringFallbackRule = FallbackSetup.create().build(setup, "stock");
        ExponentialBackoff stockStringBackoff = BackoffSetup.create().build(setup, "stock", builder.stockStringBackoff);
        FallbackRule tagsFallbackRule = FallbackSetup.create().build(setup, "tags");
        FallbackRule bestFallbackRule = FallbackSetup.create().build(setup, "best");
        GuardSetup guards = GuardSetup.of("CatalogClient").circuitBreaker(circuitBreaker);
        this.price = guards.method("CatalogClient.price").fallback(priceFallbackRule).backoff(priceBackoff).sync(setup);
        this.names = guards.method("CatalogClient.names").fallback(namesFallbackRule).sync(setup);
        this.page = guards.method("CatalogClient.page")
                .fallback(pageFallbackRule)
                .rateLimiter(pageRateLimiter)
                .discards()
                .result(ANSWERS)
                .interruptible()
                .sync(setup);
        this.report = guards.method("CatalogClient.report")
                .fallback(reportFallbackRule, FileNotFoundException.class, IOException.class, CircuitOpenException.class)
                .sync(setup);
        this.all = guards.method("CatalogClient.all").fallback(allFallbackRule).sync(setup);
        this.stockString = guards.method("CatalogClient.stock(String)")
                .fallback(stockStringFallbackRule)
                .backoff(stockStringBackoff)
                .async(setup);
        this.tags = guards.method("CatalogClient.tags").fallback(tagsFallbackRule).async(setup);
        this.best = GuardSetup.of("CatalogClient.best()").fallback(bestFallbackRule).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(CatalogClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: lastKnown answers if a call fails with Exception.
     *   <li>also {@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and
     *       status 408, 5xx.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts.
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

    /** Also {@code @Fallback}: lastKnown answers if a call fails with Exception but not IllegalArgumentException. */
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
     *   <li>also {@code @Fallback}: unavailable answers if a call fails with IOException, CircuitOpenException.
     *   <li>also {@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that
     *       is more than 5 min; holds back all calls meanwhile.
     * </ul>
     *
     * <p>A call waits at most 22 min between attempts if every answer is rate-limited. An attempt waits up to 5 min
     * 30 s while calls are held back.
     */
    @Override
    public HttpResponse<String> page(int number) throws IOException, InterruptedException {
        try {
            Permit permit = page.begin();
            for (int attempt = 1; ; attempt++) {
                HttpResponse<String> result;
                int status;
                try {
                    result = delegate.page(number);
                    status = page.status(ANSWERS, result);
                    if (page.accepts(permit, status, result, ANSWERS)) {
                        return result;
                    }
                } catch (Throwable failure) {
                    permit = page.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                    continue;
                }
                permit = page.refused(permit, attempt, status, result);
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

    /** Also {@code @Fallback}: forget answers if a call fails with Exception. */
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

    /** Also {@code @Fallback}: none answers if a call fails with Exception. */
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
     *   <li>also {@code @Fallback}: stock answers if a call fails with Exception.
     *   <li>also {@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries
     *       Exception and status 408, 5xx.
     * </ul>
     *
     * <p>A call waits at most 15 s between attempts.
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

    /** Also {@code @Fallback}: noTags answers if a call fails with Exception. */
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
     *   <li>also {@code @Fallback}: best answers if a call fails with Exception.
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
        private final CatalogClient delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff priceBackoff;
        private RateLimiter pageRateLimiter;
        private ExponentialBackoff stockStringBackoff;

        private Builder(CatalogClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code CatalogClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code CatalogClient.price}. */
        public Builder priceBackoff(ExponentialBackoff priceBackoff) {
            this.priceBackoff = Objects.requireNonNull(priceBackoff, "priceBackoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code CatalogClient.page}. */
        public Builder pageRateLimiter(RateLimiter pageRateLimiter) {
            this.pageRateLimiter = Objects.requireNonNull(pageRateLimiter, "pageRateLimiter");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code CatalogClient.stock}. */
        public Builder stockStringBackoff(ExponentialBackoff stockStringBackoff) {
            this.stockStringBackoff = Objects.requireNonNull(stockStringBackoff, "stockStringBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientCatalogClient build() {
            return new ResilientCatalogClient(this);
        }
    }
}
