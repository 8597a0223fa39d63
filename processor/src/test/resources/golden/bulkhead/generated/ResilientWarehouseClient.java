package com.acme.warehouse;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link WarehouseClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Bulkhead}: makes at most 20 attempts at once; others wait, for up to 500 ms.
 * </ul>
 *
 * <p>Waits before an attempt for a place in the bulkhead, up to 500 ms.
 *
 * <p>The context may override the values given here.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientWarehouseClient implements WarehouseClient {
    private static final HttpResponseHint HTTP_RESPONSE = new HttpResponseHint();

    private final WarehouseClient delegate;
    private final SyncGuard stock;
    private final SyncGuard reserve;
    private final AsyncGuard track;
    private final SyncGuard order;
    private final SyncGuard report;

    /**
     * Creates a client with the default context.
     *
     * @param delegate the client to protect
     */
    public ResilientWarehouseClient(WarehouseClient delegate) {
        this(builder(delegate));
    }

    /**
     * Creates a client.
     *
     * @param delegate the client to protect
     * @param holdfast the context to use
     */
    public ResilientWarehouseClient(WarehouseClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientWarehouseClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "com.acme.warehouse.WarehouseClient");
        Bulkhead bulkhead = BulkheadSetup.create()
                .name("WarehouseClient")
                .maxConcurrent(20)
                .maxWaitNanos(500_000_000L) // 500 ms
                .build(setup, builder.bulkhead);
        ExponentialBackoff orderBackoff = BackoffSetup.create()
                .maxAttempts(3)
                .deadlineNanos(4_000_000_000L) // 4 s
                .build(setup, "order", builder.orderBackoff);
        RateLimiter orderRateLimiter = LimiterSetup.create()
                .name("WarehouseClient.order")
                .permits(10)
                .maxWaitNanos(1_000_000_000L) // 1 s
                .build(setup, "order", builder.orderRateLimiter);
        CircuitBreaker orderCircuitBreaker = BreakerSetup.create()
                .name("WarehouseClient.order")
                .build(setup, "order", builder.orderCircuitBreaker);
        ExponentialBackoff reportBackoff = BackoffSetup.create()
                .maxAttempts(2)
                .build(setup, "report", builder.reportBackoff);
        Bulkhead reportBulkhead = BulkheadSetup.create()
                .name("reports")
                .maxConcurrent(1)
                .share(setup, "com.acme.warehouse.WarehouseClient#report", builder.reportBulkhead);
        this.stock = GuardSetup.of("WarehouseClient.stock").bulkhead(bulkhead).sync(setup);
        this.reserve = GuardSetup.of("WarehouseClient.reserve").bulkhead(bulkhead).interruptible().sync(setup);
        this.track = GuardSetup.of("WarehouseClient.track").bulkhead(bulkhead).async(setup);
        this.order = GuardSetup.of("WarehouseClient.order")
                .backoff(orderBackoff)
                .rateLimiter(orderRateLimiter)
                .circuitBreaker(orderCircuitBreaker)
                .bulkhead(bulkhead)
                .discards()
                .result(HTTP_RESPONSE)
                .sync(setup);
        this.report = GuardSetup.of("WarehouseClient.report")
                .backoff(reportBackoff)
                .bulkhead(reportBulkhead)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Returns a builder for a client with custom policies.
     *
     * @param delegate the client to protect
     * @return a builder
     */
    public static Builder builder(WarehouseClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public String stock(String article) throws IOException {
        Permit permit = stock.begin();
        try {
            String result = delegate.stock(article);
            stock.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            stock.failed(permit, 1, failure);
            throw failure;
        }
    }

    @Override
    public void reserve(String article) throws InterruptedException {
        Permit permit = reserve.begin();
        try {
            delegate.reserve(article);
            reserve.succeeded(permit);
        } catch (Throwable failure) {
            reserve.failed(permit, 1, failure);
            throw failure;
        }
    }

    @Override
    public CompletableFuture<String> track(String parcel) {
        Permit permit = track.begin();
        CompletableFuture<String> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.track(parcel);
                if (track.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return track.follow(permit, first, failure, () -> delegate.track(parcel));
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter); retries
     *       Exception; status 408, 5xx; begins no wait that would end more than 4 s after the call began.
     *   <li>also {@code @RateLimited}: makes at most 10 evenly spaced attempts in 1 s; others wait, for up to 1 s; on
     *       status 429 waits as long as Retry-After says, else 30 s; where the server asks for more than 5 min gives up;
     *       holds back all calls meanwhile.
     *   <li>also {@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 3 s, or 4 s where every answer is rate-limited. Besides, waits before an attempt while
     * other calls are held back, up to 4 s. Besides, waits before an attempt for a place in the quota, up to 1 s.
     * Besides, waits before an attempt for a place in the bulkhead, up to 500 ms.
     */
    @Override
    public HttpResponse<String> order(String article) {
        Permit permit = order.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> result;
            try {
                result = delegate.order(article);
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

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     *   <li>its own {@code @Bulkhead}: makes at most 1 attempt at once; rejects others.
     * </ul>
     *
     * <p>Waits in all: at most 1 s.
     */
    @Override
    public String report() throws IOException {
        Permit permit = report.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.report();
                report.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = report.failed(permit, attempt, failure);
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
        private final WarehouseClient delegate;
        private Holdfast holdfast;
        private Bulkhead bulkhead;
        private ExponentialBackoff orderBackoff;
        private RateLimiter orderRateLimiter;
        private CircuitBreaker orderCircuitBreaker;
        private ExponentialBackoff reportBackoff;
        private Bulkhead reportBulkhead;

        private Builder(WarehouseClient delegate) {
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
         * Replaces {@code @Bulkhead} on {@code WarehouseClient}.
         *
         * @param bulkhead the policy to use
         * @return this builder
         */
        public Builder bulkhead(Bulkhead bulkhead) {
            this.bulkhead = Objects.requireNonNull(bulkhead, "bulkhead");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code WarehouseClient.order}.
         *
         * @param orderBackoff the policy to use
         * @return this builder
         */
        public Builder orderBackoff(ExponentialBackoff orderBackoff) {
            this.orderBackoff = Objects.requireNonNull(orderBackoff, "orderBackoff");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code WarehouseClient.order}.
         *
         * @param orderRateLimiter the policy to use
         * @return this builder
         */
        public Builder orderRateLimiter(RateLimiter orderRateLimiter) {
            this.orderRateLimiter = Objects.requireNonNull(orderRateLimiter, "orderRateLimiter");
            return this;
        }

        /**
         * Replaces {@code @CircuitBreaker} on {@code WarehouseClient.order}.
         *
         * @param orderCircuitBreaker the policy to use
         * @return this builder
         */
        public Builder orderCircuitBreaker(CircuitBreaker orderCircuitBreaker) {
            this.orderCircuitBreaker = Objects.requireNonNull(orderCircuitBreaker, "orderCircuitBreaker");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code WarehouseClient.report}.
         *
         * @param reportBackoff the policy to use
         * @return this builder
         */
        public Builder reportBackoff(ExponentialBackoff reportBackoff) {
            this.reportBackoff = Objects.requireNonNull(reportBackoff, "reportBackoff");
            return this;
        }

        /**
         * Replaces {@code @Bulkhead} on {@code WarehouseClient.report}.
         *
         * @param reportBulkhead the policy to use
         * @return this builder
         */
        public Builder reportBulkhead(Bulkhead reportBulkhead) {
            this.reportBulkhead = Objects.requireNonNull(reportBulkhead, "reportBulkhead");
            return this;
        }

        /**
         * Builds the client.
         *
         * @return the client
         */
        public ResilientWarehouseClient build() {
            return new ResilientWarehouseClient(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "com.acme.warehouse.WarehouseClient/";
        public static final String STOCK = "com.acme.warehouse.WarehouseClient/stock/";
        public static final String RESERVE = "com.acme.warehouse.WarehouseClient/reserve/";
        public static final String TRACK = "com.acme.warehouse.WarehouseClient/track/";
        public static final String ORDER = "com.acme.warehouse.WarehouseClient/order/";
        public static final String REPORT = "com.acme.warehouse.WarehouseClient/report/";

        private Keys() {}
    }
}
