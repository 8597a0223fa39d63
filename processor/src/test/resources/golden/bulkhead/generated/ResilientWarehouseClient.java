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
 *   <li>{@code @Bulkhead}: at most 20 attempts at once; others wait up to 500 ms.
 * </ul>
 *
 * <p>An attempt waits up to 500 ms for a place in the bulkhead.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientWarehouseClient implements WarehouseClient {
    private static final Answers ANSWERS = new Answers();

    private final WarehouseClient delegate;
    private final SyncGuard stock;
    private final SyncGuard reserve;
    private final AsyncGuard track;
    private final SyncGuard order;
    private final SyncGuard report;

    /** Creates a client with the default context. */
    public ResilientWarehouseClient(WarehouseClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
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
                .result(ANSWERS)
                .sync(setup);
        this.report = GuardSetup.of("WarehouseClient.report")
                .backoff(reportBackoff)
                .bulkhead(reportBulkhead)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
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
     *   <li>also {@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and
     *       status 408, 5xx; deadline of 4 s.
     *   <li>also {@code @RateLimited}: at most 10 evenly spaced attempts in 1 s; others wait up to 1 s; on status
     *       429 waits for Retry-After, or without one 30 s; gives up if that is more than 5 min; holds back all calls
     *       meanwhile.
     *   <li>also {@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects
     *       calls for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts, or 4 s if every answer is rate-limited. An attempt waits up to 4 s
     * while calls are held back, and up to 1 s for a place in the quota, and up to 500 ms for a place in the bulkhead.
     */
    @Override
    public HttpResponse<String> order(String article) {
        Permit permit = order.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> result;
            int status;
            try {
                result = delegate.order(article);
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

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Backoff}: at most 2 attempts, up to 1 s apart (full jitter); retries Exception and status
     *       408, 5xx.
     *   <li>its own {@code @Bulkhead}: at most 1 attempt at once; rejects others.
     * </ul>
     *
     * <p>A call waits at most 1 s between attempts.
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

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Bulkhead} on {@code WarehouseClient}. */
        public Builder bulkhead(Bulkhead bulkhead) {
            this.bulkhead = Objects.requireNonNull(bulkhead, "bulkhead");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code WarehouseClient.order}. */
        public Builder orderBackoff(ExponentialBackoff orderBackoff) {
            this.orderBackoff = Objects.requireNonNull(orderBackoff, "orderBackoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code WarehouseClient.order}. */
        public Builder orderRateLimiter(RateLimiter orderRateLimiter) {
            this.orderRateLimiter = Objects.requireNonNull(orderRateLimiter, "orderRateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code WarehouseClient.order}. */
        public Builder orderCircuitBreaker(CircuitBreaker orderCircuitBreaker) {
            this.orderCircuitBreaker = Objects.requireNonNull(orderCircuitBreaker, "orderCircuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code WarehouseClient.report}. */
        public Builder reportBackoff(ExponentialBackoff reportBackoff) {
            this.reportBackoff = Objects.requireNonNull(reportBackoff, "reportBackoff");
            return this;
        }

        /** Replaces {@code @Bulkhead} on {@code WarehouseClient.report}. */
        public Builder reportBulkhead(Bulkhead reportBulkhead) {
            this.reportBulkhead = Objects.requireNonNull(reportBulkhead, "reportBulkhead");
            return this;
        }

        /** Builds the client. */
        public ResilientWarehouseClient build() {
            return new ResilientWarehouseClient(this);
        }
    }
}
