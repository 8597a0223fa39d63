package golden.async;

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
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link QuoteClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries IOException and status
 *       408, 5xx.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 3 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientQuoteClient implements QuoteClient {
    private static final Answers ANSWERS = new Answers();
    private static final QuoteClient.Empty EMPTY = new QuoteClient.Empty();

    private final QuoteClient delegate;
    private final AsyncGuard quote;
    private final AsyncGuard quotes;
    private final AsyncGuard raw;
    private final AsyncGuard list;
    private final SyncGuard now;

    /** Creates a client with the default context. */
    public ResilientQuoteClient(QuoteClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientQuoteClient(QuoteClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientQuoteClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.async.QuoteClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(3)
                .retryOn(IOException.class)
                .build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("QuoteClient").build(setup, builder.circuitBreaker);
        RateLimiter rawRateLimiter = LimiterSetup.create()
                .name("QuoteClient.raw")
                .build(setup, "raw", builder.rawRateLimiter);
        ExponentialBackoff listBackoff = BackoffSetup.create().build(setup, "list", builder.listBackoff);
        CircuitBreaker listCircuitBreaker = BreakerSetup.create()
                .name("QuoteClient.list")
                .build(setup, "list", builder.listCircuitBreaker);
        GuardSetup guards = GuardSetup.of("QuoteClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.quote = guards.method("QuoteClient.quote").async(setup);
        this.quotes = guards.method("QuoteClient.quotes").async(setup);
        this.raw = guards.method("QuoteClient.raw")
                .rateLimiter(rawRateLimiter)
                .discards()
                .result(ANSWERS)
                .failure(BusyException.class, ANSWERS)
                .async(setup);
        this.list = guards.method("QuoteClient.list")
                .backoff(listBackoff)
                .circuitBreaker(listCircuitBreaker)
                .retryResult(EMPTY)
                .failureResult(EMPTY)
                .async(setup);
        this.now = guards.method("QuoteClient.now").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(QuoteClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public CompletableFuture<Integer> quote(String permit, int first) {
        Permit permit_ = quote.begin();
        CompletableFuture<Integer> first_ = null;
        Throwable failure = null;
        if (permit_ != null) {
            try {
                first_ = delegate.quote(permit, first);
                if (quote.accepts(permit_, first_)) {
                    return first_;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return quote.follow(permit_, first_, failure, () -> delegate.quote(permit, first));
    }

    @Override
    public CompletionStage<? extends List<? super Integer>> quotes(String... symbols) throws InterruptedException {
        Permit permit = quotes.begin();
        CompletionStage<? extends List<? super Integer>> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.quotes(symbols);
                if (quotes.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return quotes.follow(permit, first, failure, () -> delegate.quotes(symbols));
    }

    /**
     * Also {@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
     * than 5 min; holds back all calls meanwhile.
     *
     * <p>A call waits at most 3 s between attempts, or 11 min if every answer is rate-limited. An attempt waits up to
     * 5 min 30 s while calls are held back.
     */
    @Override
    public CompletableFuture<HttpResponse<String>> raw(String symbol) {
        Permit permit = raw.begin();
        CompletableFuture<HttpResponse<String>> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.raw(symbol);
                if (raw.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return raw.follow(permit, first, failure, () -> delegate.raw(symbol));
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>its own {@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries
     *       Exception and status 408, 5xx.
     *   <li>its own {@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx),
     *       rejects calls for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>A call waits at most 15 s between attempts.
     */
    @Override
    public <T extends List<?>> CompletionStage<T> list(Class<T> type) {
        Permit permit = list.begin();
        CompletionStage<T> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.<T>list(type);
                if (list.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return list.follow(permit, first, failure, () -> delegate.<T>list(type));
    }

    @Override
    public int now(String symbol) throws IOException {
        Permit permit = now.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                int result = delegate.now(symbol);
                now.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = now.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Not protected. */
    @Override
    public CompletionStage<Void> stream() {
        return delegate.stream();
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<Object> {
        @Override
        public int status(Object object) {
            if (object instanceof BusyException) {
                BusyException answer = (BusyException) object;
                return answer.status();
            }
            if (object instanceof HttpResponse<?>) {
                HttpResponse<?> answer = (HttpResponse<?>) object;
                return answer.statusCode();
            }
            return NO_STATUS;
        }

        @Override
        public String header(Object object, String name) {
            if (object instanceof HttpResponse<?>) {
                HttpResponse<?> answer = (HttpResponse<?>) object;
                var headers = answer.headers();
                return headers == null ? null : headers.firstValue(name).orElse(null);
            }
            return null;
        }

        @Override
        public void discard(Object object) throws Exception {
            if (object instanceof HttpResponse<?>) {
                HttpResponse<?> answer = (HttpResponse<?>) object;
                Object body = answer.body();
                if (body instanceof AutoCloseable) {
                    ((AutoCloseable) body).close();
                }
                return;
            }
            RateLimitHint.super.discard(object);
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final QuoteClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private RateLimiter rawRateLimiter;
        private ExponentialBackoff listBackoff;
        private CircuitBreaker listCircuitBreaker;

        private Builder(QuoteClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code QuoteClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code QuoteClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code QuoteClient.raw}. */
        public Builder rawRateLimiter(RateLimiter rawRateLimiter) {
            this.rawRateLimiter = Objects.requireNonNull(rawRateLimiter, "rawRateLimiter");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code QuoteClient.list}. */
        public Builder listBackoff(ExponentialBackoff listBackoff) {
            this.listBackoff = Objects.requireNonNull(listBackoff, "listBackoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code QuoteClient.list}. */
        public Builder listCircuitBreaker(CircuitBreaker listCircuitBreaker) {
            this.listCircuitBreaker = Objects.requireNonNull(listCircuitBreaker, "listCircuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientQuoteClient build() {
            return new ResilientQuoteClient(this);
        }
    }
}
